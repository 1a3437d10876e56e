// SPDX-License-Identifier: Apache-2.0
#include "unit/detect/practice_site.hpp"

#include <chrono>
#include <fstream>

#include "journal/journal.hpp"
#include "media/media.hpp"
#include "model/octal_mode.hpp"
#include "unit/media/signing_identity.hpp"

using namespace bes;

namespace {

Catalog catalogWithPort(std::uint16_t port) {
    Service service;
    service.name = service.displayName = "BlackBerry Router";
    service.unit = "bes-router.service";
    service.program = "bin/bes-router";
    service.startPolicy = StartPolicy::startAfterSetup;
    // Twice, as components may share a port: it is looked at once.
    service.ports = {{Protocol::tcp, port, PortDirection::listen, "practice"},
                     {Protocol::tcp, port, PortDirection::listen, "practice too"},
                     {Protocol::tcp, 3101, PortDirection::connect, "SRP host"}};
    Component component;
    component.id = component.package = "router";
    component.name = "BlackBerry Router";
    component.services = {service};
    return {"BlackBerry Enterprise Server for IBM Lotus Domino", "5.0", {component}};
}

template<class T>
T valueOf(Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().what + ": " + result.error().why);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

std::string textOf(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

Plan planFor(const Request& request) {
    Plan plan;
    plan.command = "install";
    plan.request = request;
    plan.receipt.catalog = catalogWithPort(1);
    return plan;
}

} // namespace

void writeText(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

PracticeSite::PracticeSite(std::uint16_t port) {
    writeText(root() / "etc/hostname", "practice.acme.example.org\n");
    writeText(root() / "etc/passwd", "root:x:0:0:root:/root:/bin/sh\n");
    writeText(root() / "etc/group", "root:x:0:\n");
    writeText(root() / "local/notesdata/notes.ini",
              "[Notes]\r\nKitType=2\r\nDirectory=/local/notesdata\r\nServerName=CN=Mail02/O=Acme\r\n"
              "ServerTasks=Replica, Router,AMgr\r\n");
    writeText(folder() / "tree/router/bin/bes-router", "#!/bin/sh\n");
    valueOf(media::create(catalogWithPort(port), folder() / "tree", makeIdentity(folder(), "vendor"),
                          folder() / "media"));
}

Request PracticeSite::request() const {
    Request request;
    request.primary = "BES-NORTH";
    request.database = database_.address();
    request.media = folder() / "media";
    request.trust = {folder() / "vendor.pem"};
    request.root = root();
    return request;
}

std::map<std::string, std::string> PracticeSite::everything() const {
    namespace fs = std::filesystem;
    std::map<std::string, std::string> found{{"database", database_.bytes()}};
    for (const fs::path& part : {folder(), database_.file().parent_path()})
        for (const auto& entry : fs::recursive_directory_iterator(part)) {
            std::string state = octalMode(static_cast<unsigned>(entry.status().permissions()) & 07777u) +
                                " " + std::to_string(entry.last_write_time().time_since_epoch().count());
            if (entry.is_regular_file())
                state += textOf(entry.path());
            found[entry.path().string()] = state;
        }
    return found;
}

void recordReceipt(const std::filesystem::path& root, const Receipt& receipt) {
    auto journal = valueOf(journal::Journal::open(host::Root(root)));
    valueOf(journal.beginRun(receipt.run, planFor(receipt.request)));
    valueOf(journal.commitRun(receipt.run, receipt));
}

void beginRun(const std::filesystem::path& root, const std::string& run) {
    auto journal = valueOf(journal::Journal::open(host::Root(root)));
    valueOf(journal.beginRun(run, planFor({})));
}
