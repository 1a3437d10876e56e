// SPDX-License-Identifier: Apache-2.0
#include "unit/core/practice_computer.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include "host/files.hpp"
#include "host/network.hpp"
#include "host/own_process.hpp"
#include "host/windows/scm.hpp"
#include "host/windows/wide_text.hpp"
#include "model/places.hpp"
#include "model/programs_entry.hpp"
#include "places_of_tests.hpp"
#include "text/path_text.hpp"
#include "unit/core/practice_site.hpp"
#include "unit/core/windows/registry_tree.hpp"
#include "unit/windows/this_computer.hpp"

using namespace bes;
namespace fs = std::filesystem;

namespace {

const fs::path programs = "C:/Program Files";
const fs::path domino = "C:/Lotus";
const std::string servicesKey = R"(SYSTEM\CurrentControlSet\Services\)";

std::vector<RegistryKey> keysOf(const Catalog& catalog) {
    std::vector<RegistryKey> keys{
        {RegistryView::bits32, R"(SOFTWARE\Research In Motion)"},
        programsEntry,
        {RegistryView::bits64, servicesKey + R"(EventLog\Application\bes-standby-setup)"}};
    for (const Component& component : catalog.components)
        for (const Service& service : component.services)
            keys.push_back({RegistryView::bits64, servicesKey + service.unit});
    return keys;
}

/// Of the standby, and setup's own.
std::vector<fs::path> folders() {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(programs))
        if (utf8(entry.path().filename()).starts_with("BES Standby"))
            found.push_back(entry.path());
    if (fs::exists(domino))
        found.push_back(domino);
    return found;
}

/// Setup's own memory, and the logs, which grow while services run and stay when they are removed.
bool isLeftOut(const fs::path& path) {
    const fs::path state = places::ownPlaces(System::windows).state, logs = programs / "BES Standby Logs";
    return path == state || path == state.parent_path() || places::isBelow(path, state) || path == logs ||
           places::isBelow(path, logs);
}

void removeServices(const Catalog& catalog) {
    host::Scm manager;
    std::vector<std::string> there;
    for (const Component& component : catalog.components)
        for (const Service& service : component.services)
            if (manager.state(service.unit) != host::ServiceState::absent)
                there.push_back(service.unit);
    for (const std::string& unit : there)
        (void)manager.stop(unit, std::chrono::seconds(20));
    for (const std::string& unit : there)
        (void)manager.remove(unit);
}

/// As if there had never been a standby, a Domino server or a run of setup.
void putRight() {
    const Catalog catalog = PracticeComputer::catalog();
    removeServices(catalog);
    for (const RegistryKey& key : keysOf(catalog))
        removeRegistry(key);
    for (const fs::path& folder : folders()) {
        (void)host::setMode(folder, 0755); // a removal leaves the logs to administrators alone
        (void)host::removeTree(folder);    // what stays is found by the next begin
    }
}

/// A handle by which a service is changed.
host::ScmHandle opened(const host::ScmApi& api, const Service& service, DWORD access) {
    const host::ScmHandle manager(api, api.openManager(nullptr, nullptr, SC_MANAGER_CONNECT));
    return {api, api.open(manager.get(), host::wide(service.unit).c_str(), access)};
}

} // namespace

PracticeComputer::PracticeComputer(const fs::path& /*folder*/) : root_(topFolder()) {
    expectPermissionToChangeThisComputer();
    if (isWine())
        putRight();
    REQUIRE(folders().empty());
    REQUIRE(tree().empty());
    writeFile(notesIni(), "[Notes]\r\nKitType=2\r\nDirectory=C:\\Lotus\\Domino\r\n"
                          "ServerTasks=Replica,Router,AdminP\r\n");
}

PracticeComputer::~PracticeComputer() {
    putRight();
}

std::string PracticeComputer::name() const {
    return host::thisComputer().value().name;
}

fs::path PracticeComputer::notesIni() {
    return "C:/Lotus/Domino/notes.ini";
}

Catalog PracticeComputer::catalog() {
    auto catalog = parseCatalog(readFile(BES_SOURCE_DIR "/resources/catalog/bes-5.0-domino.json"));
    REQUIRE(catalog.has_value());
    for (Component& component : catalog->components)
        for (Service& service : component.services) {
            service.unit = service.name;
            service.program =
                "bin/" + (service.executable.empty() ? service.name + ".exe" : service.executable);
            service.ports.clear();
        }
    return *catalog;
}

std::string PracticeComputer::programOf(const Service& service) {
    static const std::string program = readFile(
        host::ownProgramFolder() / "../../../libexec/bes-standby-setup/practice/practice-service.exe");
    REQUIRE_FALSE(program.empty());
    return program + "# " + service.name + "\n"; // behind the end of a program anything may stand
}

Tree PracticeComputer::tree() const {
    Tree tree;
    for (const fs::path& folder : folders()) {
        tree[nameInTree(folder)] = "folder";
        for (const auto& [name, state] : treeOf(folder))
            tree[nameInTree(folder / pathOf(name))] = state;
    }
    std::erase_if(tree, [](const auto& entry) { return isLeftOut(pathOf(entry.first)); });
    for (const RegistryKey& key : keysOf(catalog()))
        addRegistry(tree, key);
    return tree;
}

std::string PracticeComputer::nameInTree(const fs::path& path) const {
    return utf8(path);
}

bool PracticeComputer::has(const Service& service) const {
    const host::ScmApi api;
    return opened(api, service, SERVICE_QUERY_CONFIG).open();
}

void PracticeComputer::remove(const Service& service) const {
    host::Scm manager;
    REQUIRE(has(service));
    REQUIRE(manager.remove(service.unit));
}

bool PracticeComputer::hadNothingToDo(const RunOutcome& outcome) {
    const auto isOfWine = [](const Step& step) {
        return step.id == "logs.take-over" || step.id == "receipt.record";
    };
    return outcome.kind == RunOutcome::Kind::nothingToDo ||
           (isWine() && outcome.kind == RunOutcome::Kind::done &&
            std::ranges::all_of(outcome.plan.steps, isOfWine));
}

host::ServiceState PracticeComputer::stateAfterRun(const Service& service) {
    return service.startPolicy == StartPolicy::startAfterSetup ? host::ServiceState::active
                                                               : host::ServiceState::inactive;
}

void PracticeComputer::disable(const Service& service) const {
    const host::ScmApi api;
    const auto handle = opened(api, service, SERVICE_CHANGE_CONFIG);
    REQUIRE(api.change(handle.get(), SERVICE_NO_CHANGE, SERVICE_DISABLED, SERVICE_NO_CHANGE, nullptr, nullptr,
                       nullptr, nullptr, nullptr, nullptr, nullptr) != 0);
}

/// One of that name which is removed, but for somebody who still looks at it.
std::function<void()> PracticeComputer::standInTheWayOf(const Service& service) const {
    static const host::ScmApi api;
    const host::ScmHandle manager(api, api.openManager(nullptr, nullptr, SC_MANAGER_CREATE_SERVICE));
    SC_HANDLE const made = api.create(manager.get(), host::wide(service.unit).c_str(), L"In the way", DELETE,
                                      SERVICE_WIN32_OWN_PROCESS, SERVICE_DEMAND_START, SERVICE_ERROR_NORMAL,
                                      L"C:\\nothing.exe", nullptr, nullptr, nullptr, nullptr, nullptr);
    REQUIRE(made != nullptr);
    REQUIRE(api.remove(made) != 0);
    return [made] { api.close(made); };
}

bool PracticeComputer::inUse(const fs::path& path) const {
    const HANDLE file = ::CreateFileW(host::native(path).c_str(), GENERIC_WRITE | DELETE,
                                      FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                      OPEN_EXISTING, 0, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return ::GetLastError() == ERROR_SHARING_VIOLATION || ::GetLastError() == ERROR_ACCESS_DENIED;
    ::CloseHandle(file);
    return false;
}
