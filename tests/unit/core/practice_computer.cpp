// SPDX-License-Identifier: Apache-2.0
#include "unit/core/practice_computer.hpp"

#include <catch2/catch.hpp>

#include "places_of_tests.hpp"
#include "unit/core/practice_site.hpp"

using namespace bes;

namespace {

const std::filesystem::path units = "etc/systemd/system";

} // namespace

PracticeComputer::PracticeComputer(const std::filesystem::path& folder) : root_(folder / "computer") {
    writeFile(root_ / notesIni().relative_path(),
              "[Notes]\r\nKitType=2\r\nDirectory=/local/notesdata\r\nServerTasks=Replica,Router,AdminP\r\n");
    std::filesystem::create_directories(root_ / "etc");
    std::filesystem::create_directories(root_ / "var/lib");
}

PracticeComputer::~PracticeComputer() = default;

std::string PracticeComputer::name() const {
    return "bes-north2";
}

std::filesystem::path PracticeComputer::notesIni() {
    return "/local/notesdata/notes.ini";
}

Catalog PracticeComputer::catalog() {
    const auto catalog = parseCatalog(readFile(BES_SOURCE_DIR "/resources/catalog/bes-5.0-domino.json"));
    REQUIRE(catalog.has_value());
    return *catalog;
}

std::string PracticeComputer::programOf(const Service& service) {
    return "#!/bin/sh\n# " + service.name + "\n";
}

Tree PracticeComputer::tree() const {
    return treeOf(root_);
}

std::string PracticeComputer::nameInTree(const std::filesystem::path& path) const {
    return path.lexically_relative(root_).string();
}

bool PracticeComputer::has(const Service& service) const {
    return std::filesystem::exists(root_ / units / service.unit);
}

void PracticeComputer::remove(const Service& service) const {
    REQUIRE(std::filesystem::remove(root_ / units / service.unit));
}

bool PracticeComputer::hadNothingToDo(const RunOutcome& outcome) {
    return outcome.kind == RunOutcome::Kind::nothingToDo;
}

host::ServiceState PracticeComputer::stateAfterRun(const Service& /*service*/) {
    return host::ServiceState::notRunning; // in a folder
}

void PracticeComputer::disable(const Service& /*service*/) const {
    REQUIRE(std::filesystem::remove(root_ / units / "multi-user.target.wants/bes-standby.target"));
}

std::function<void()> PracticeComputer::standInTheWayOf(const Service& service) const {
    std::filesystem::create_directories(root_ / units / service.unit / "in-the-way");
    return [folder = (root_ / units).parent_path()] { std::filesystem::remove_all(folder); };
}

bool PracticeComputer::inUse(const std::filesystem::path& /*path*/) const {
    return false;
}
