// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <chrono>

#include "detect/detect.hpp"
#include "host/network.hpp"
#include "host/own_process.hpp"
#include "host/root.hpp"
#include "journal/state_folder.hpp"
#include "unit/database/other_process.hpp"
#include "unit/detect/practice_site.hpp"
#include "unit/host/local_sockets.hpp"

using namespace bes;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

TEST_CASE("Everything that an installation into a folder needs is found out") {
    const PracticeSite site;
    const Facts facts = detect::detect(site.request(), Passwords());
    CHECK(facts.computer.value() == Computer{"practice", "practice.acme.example.org", {}});
    CHECK(facts.administrator.value());
    CHECK(facts.serviceManager.value() == ServiceManagerState::offline);
    CHECK(facts.database.value().servers.size() == 6);
    CHECK(facts.media.value().signature.trusted);
    CHECK(facts.media.value().damage.empty());
    CHECK(facts.space.size() == 9);
    CHECK(facts.notesIni.value()->serverName == "CN=Mail02/O=Acme");
    CHECK_FALSE(facts.serviceAccountExists.value());
    CHECK_FALSE(facts.installed.value().has_value());
    CHECK_FALSE(facts.unfinishedRun.value().has_value());
    for (const std::string& reason :
         {facts.ports.reason(), facts.srpEndpoint.reason(), facts.primaryAddresses.reason()})
        CHECK_THAT(reason, Catch::Contains("is not running"));
}

TEST_CASE("Looking changes nothing") {
    const PracticeSite site;
    Receipt receipt;
    receipt.run = "20261122T101500Z-0123456789ab";
    receipt.files = {
        {"/opt/bes-standby/router/bin/bes-router", FileType::regular, Rights::ofMode(0755), 10, {}}};
    recordReceipt(site.root(), receipt);
    const auto before = site.everything();
    const Facts facts = detect::detect(site.request(), Passwords());
    CHECK(facts.installed.value().has_value());
    CHECK(site.everything() == before);
}

TEST_CASE("On the running computer ports, name service and SRP endpoint are looked at too") {
    const LocalSocket srp(SOCK_STREAM);
    srp.listen();
    const LocalSocket taken(SOCK_STREAM);
    taken.listen();
    const PracticeSite site(taken.port());
    RawSqlite(site.database().file())
        .rows("UPDATE ServerConfig SET SRPHost = '127.0.0.1', FullyQualifiedName = '192.0.2.11', SRPPort = " +
              std::to_string(srp.port()) + " WHERE ServerName = 'BES-NORTH'");
    Request request = site.request();
    request.root = "/";
    request.domino.notesIni = site.root() / "local/notesdata/notes.ini";
    const Facts facts = detect::detect(request, Passwords());
    Computer own = host::thisComputer().value();
    if (host::thisSystem() == System::windows) {
        own.system = System::windows;
        own.setupProgram = host::ownProgramFolder() / "bes-standby-setup.exe";
    }
    CHECK(facts.computer.value() == own);
    CHECK(facts.srpEndpoint.value().reachable);
    CHECK(facts.primaryAddresses.value() == std::vector<std::string>{"192.0.2.11"});
    REQUIRE(facts.ports.value().size() == 1);
    CHECK(facts.ports.value().front().holder->program == host::programFile("test-detect"));
    CHECK(facts.notesIni.value()->readable);
}

TEST_CASE("Waiting for an SRP endpoint that does not answer ends with the limit") {
    const BusySocket full;
    const PracticeSite site;
    RawSqlite(site.database().file())
        .rows("UPDATE ServerConfig SET SRPHost = '127.0.0.1', FullyQualifiedName = '192.0.2.11', SRPPort = " +
              std::to_string(full.port()) + " WHERE ServerName = 'BES-NORTH'");
    Request request = site.request();
    request.root = "/";
    const auto begin = std::chrono::steady_clock::now();
    const Facts facts = detect::detect(request, Passwords(), {.name = 300ms, .connect = 300ms});
    CHECK(std::chrono::steady_clock::now() - begin < 10s);
    CHECK_FALSE(facts.srpEndpoint.value().reachable);
    CHECK_THAT(facts.srpEndpoint.value().detail, Catch::Contains("no answer"));
}

TEST_CASE("What an ordinary account may not read is unknown, and nothing else suffers") {
    const PracticeSite site;
    recordReceipt(site.root(), {});
    fs::permissions(site.root() / "var/lib/bes-standby-setup", fs::perms(0700));
    fs::permissions(site.database().file(), fs::perms(0600));
    fs::permissions(site.folder() / "media/media.json", fs::perms(0600));
    fs::permissions(site.root() / "etc/passwd", fs::perms(0600));
    fs::permissions(site.root() / "local", fs::perms(0700));
    OtherProcess other([&] {
        if (::geteuid() == 0 && !becomeOrdinaryAccount())
            return 1;
        const Facts facts = detect::detect(site.request(), Passwords());
        const bool rest = facts.computer.known() && !facts.administrator.value() && facts.space.size() == 8;
        const bool denied = !facts.database.known() && !facts.media.known() && facts.fromPublicReceipt &&
                            !facts.unfinishedRun.known() && !facts.serviceAccountExists.known() &&
                            !facts.notesIni.known();
        return rest && denied ? 0 : 2;
    });
    if (::geteuid() == 0)
        CHECK(other.exitCode() == 0);
}

TEST_CASE("Rubbish in place of everything is unknown, never an exception") {
    const TemporaryFolder folder;
    const std::string rubbish(3000, '\xff');
    for (const char* name : {"etc/hostname", "etc/passwd", "local/notesdata/notes.ini", "media/media.json",
                             "media/media.json.p7s", "BESMgmt.db"})
        writeText(folder.path() / name, rubbish);
    writeText(host::Root(folder.path())(journal::stateFolder()) / "setup.db", rubbish);
    Request request;
    request.primary = "BES-NORTH";
    request.root = folder.path();
    if (host::thisSystem() == System::windows) // whose images have no registry that tells of a server
        request.domino.notesIni = "/local/notesdata/notes.ini";
    request.media = folder.path() / "media";
    request.database.location = (folder.path() / "BESMgmt.db").string();
    Facts facts;
    REQUIRE_NOTHROW(facts = detect::detect(request, Passwords()));
    CHECK_FALSE(facts.database.known());
    CHECK_FALSE(facts.media.value().signature.trusted); // what is not trusted is not read
    CHECK_FALSE(facts.installed.known());
    CHECK_FALSE(facts.notesIni.value()->problem.empty());
    request.allowUnsignedMedia = true;
    CHECK_FALSE(detect::detect(request, Passwords()).media.known());
}
