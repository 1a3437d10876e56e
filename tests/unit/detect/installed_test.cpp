// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <chrono>

#include "detect/looks.hpp"
#include "host/file_rights.hpp"
#include "host/root.hpp"
#include "journal/public_receipt.hpp"
#include "journal/state_folder.hpp"
#include "unit/database/other_process.hpp"
#include "unit/detect/practice_site.hpp"
#include "unit/left_out.hpp"

using namespace bes;
namespace fs = std::filesystem;

namespace {

/// Packages for Windows have none, and Wine makes none.
const bool links = host::thisSystem() != System::windows;

void set(const fs::path& path, unsigned mode) {
    REQUIRE(host::setMode(path, mode));
}

/// A root with an installation of `files` programs of four bytes each, a folder, a link and a configuration
/// file.
class Installation {
public:
    explicit Installation(int files) {
        receipt.run = "20261122T101500Z-0123456789ab";
        receipt.installedAt = "2026-11-22T10:15:00Z";
        receipt.primary = "BES-NORTH";
        receipt.request.root = root.path();
        add({"/opt/bes-standby/router", FileType::folder, Rights::ofMode(0755), 0, {}});
        for (int i = 0; i < files; ++i)
            add({"/opt/bes-standby/router/program-" + std::to_string(i),
                 FileType::regular,
                 Rights::ofMode(0755),
                 4,
                 {}});
        if (links)
            add({"/opt/bes-standby/router/current", FileType::symbolicLink, Rights::ofMode(0777), 0, {}});
        add({"/etc/bes-standby/standby.ini", FileType::regular, Rights::ofMode(0644), 4, {}});
        recordReceipt(root.path(), receipt);
    }

    [[nodiscard]] fs::path path(const std::string& inside) const { return root.path() / inside; }
    [[nodiscard]] detect::Past look() const { return detect::lookAtJournal(receipt.request); }
    [[nodiscard]] std::vector<std::string> damage() const { return look().installed.value().value().damage; }

    TemporaryFolder root;
    Receipt receipt;

private:
    void add(const InstalledFile& file) {
        const fs::path place = root.path() / file.path.substr(1);
        if (file.type == FileType::symbolicLink) {
            fs::create_symlink("program-0", place);
        } else {
            if (file.type == FileType::folder)
                fs::create_directories(place);
            else
                writeText(place, "four");
            set(place, host::modeOf(file.rights));
        }
        receipt.files.push_back(file);
    }
};

} // namespace

TEST_CASE("Where setup never ran, nothing is installed and no run is open") {
    const TemporaryFolder root;
    Request request;
    request.root = root.path();
    const detect::Past past = detect::lookAtJournal(request);
    CHECK_FALSE(past.installed.value().has_value());
    CHECK_FALSE(past.unfinishedRun.value().has_value());
    CHECK(fs::is_empty(root.path()));
}

TEST_CASE("An installation that is as it was has its receipt and no damage") {
    const Installation installation(3);
    const auto past = installation.look();
    REQUIRE(past.installed.value().has_value());
    CHECK(past.installed.value()->receipt == installation.receipt);
    CHECK(past.installed.value()->damage.empty());
    CHECK_FALSE(past.unfinishedRun.value().has_value());
}

TEST_CASE("What is missing or changed is named with what it was") {
    const Installation installation(3);
    using Damage = std::vector<std::string>;
    SECTION("missing") {
        fs::remove(installation.path("opt/bes-standby/router/program-1"));
        CHECK(installation.damage() == Damage{"/opt/bes-standby/router/program-1 is missing"});
    }
    SECTION("size") {
        writeText(installation.path("opt/bes-standby/router/program-1"), "longer");
        CHECK(installation.damage() ==
              Damage{"/opt/bes-standby/router/program-1 was changed (6 bytes, originally 4)"});
    }
    SECTION("mode") {
        set(installation.path("opt/bes-standby/router/program-1"), 0700);
        const std::string now = host::thisSystem() == System::windows ? "0600" : "0700"; // its name says it
        CHECK(installation.damage() ==
              Damage{"/opt/bes-standby/router/program-1 has the mode " + now + ", originally 0755"});
    }
    SECTION("type") {
        fs::remove(installation.path("opt/bes-standby/router/program-1"));
        fs::create_directory(installation.path("opt/bes-standby/router/program-1"));
        CHECK(installation.damage() ==
              Damage{"/opt/bes-standby/router/program-1 is a folder, originally a file"});
    }
    if (links) {
        SECTION("type of a link") {
            fs::remove(installation.path("opt/bes-standby/router/current"));
            fs::create_directory(installation.path("opt/bes-standby/router/current"));
            CHECK(installation.damage() ==
                  Damage{"/opt/bes-standby/router/current is a folder, originally a link"});
        }
    }
    SECTION("everything") {
        fs::remove_all(installation.path("opt"));
        CHECK(installation.damage().size() == (links ? 5 : 4));
    }
}

TEST_CASE("Where the name of a file says whether it is a program, its rights do not have to") {
    const Installation installation(1);
    set(installation.path("opt/bes-standby/router/program-0"), 0644);
    CHECK(installation.damage().empty() == (host::thisSystem() == System::windows));
}

TEST_CASE("Configuration that the administrator changed is no damage, that it is gone is") {
    const Installation installation(1);
    writeText(installation.path("etc/bes-standby/standby.ini"), "edited by hand");
    set(installation.path("etc/bes-standby/standby.ini"), 0600);
    CHECK(installation.damage().empty());
    fs::remove(installation.path("etc/bes-standby/standby.ini"));
    CHECK(installation.damage() == std::vector<std::string>{"/etc/bes-standby/standby.ini is missing"});
}

TEST_CASE("A run that did not end is found") {
    const TemporaryFolder root;
    beginRun(root.path(), "20261122T090000Z-0123456789ab");
    Request request;
    request.root = root.path();
    const detect::Past past = detect::lookAtJournal(request);
    REQUIRE(past.unfinishedRun.value().has_value());
    CHECK(past.unfinishedRun.value()->run == "20261122T090000Z-0123456789ab");
    CHECK(past.unfinishedRun.value()->command == "install");
    CHECK_FALSE(past.installed.value().has_value());
}

TEST_CASE("A journal that can't be read leaves both questions open, with the reason") {
    const TemporaryFolder root;
    Request request;
    request.root = root.path();
    writeText(host::Root(root.path())(journal::stateFolder()) / "setup.db", std::string(5000, 'x'));
    const detect::Past past = detect::lookAtJournal(request);
    CHECK_FALSE(past.installed.known());
    CHECK_FALSE(past.unfinishedRun.known());
    CHECK_THAT(past.installed.reason(), Catch::Contains("setup.db") && Catch::Contains("is damaged"));
}

TEST_CASE("An ordinary account that may not look into the state folder does not see an empty computer") {
    const Installation installation(1);
    fs::permissions(installation.path("var/lib/bes-standby-setup"), fs::perms(0700));
    fs::permissions(installation.root.path(), fs::perms(0755));
    REQUIRE(journal::writePublicReceipt(host::Root(installation.root.path()), installation.receipt));
    OtherProcess other([&] {
        if (::geteuid() == 0 && !becomeOrdinaryAccount())
            return 1;
        const detect::Past past = installation.look();
        return past.installed.known() && past.installed.value() && past.fromPublicReceipt &&
                       !past.unfinishedRun.known()
                   ? 0
                   : 2;
    });
    if (::geteuid() == 0)
        CHECK(other.exitCode() == 0);
}

TEST_CASE(
    "Where the readable receipt is missing, units of a standby tell an ordinary account that it can't know") {
    const Installation installation(1);
    fs::permissions(installation.path("var/lib/bes-standby-setup"), fs::perms(0700));
    fs::permissions(installation.root.path(), fs::perms(0755));
    const auto asOrdinaryAccount = [&](auto holds) {
        OtherProcess other([&] {
            if (::geteuid() == 0 && !becomeOrdinaryAccount())
                return 1;
            const detect::Past past = installation.look();
            return past.fromPublicReceipt && holds(past) ? 0 : 2;
        });
        return other.exitCode() == 0;
    };
    if (::geteuid() != 0)
        return leftOut("needs root, for an account that may not look");
    CHECK(asOrdinaryAccount(
        [](const detect::Past& past) { return past.installed.known() && !past.installed.value(); }));
    writeText(installation.path("etc/systemd/system/bes-standby.target"), "[Unit]\n");
    CHECK(asOrdinaryAccount([](const detect::Past& past) {
        return !past.installed.known() && past.installed.reason().find("receipt.json") != std::string::npos &&
               past.installed.remedy().text.find("as root") != std::string::npos;
    }));
}

TEST_CASE("Five thousand files are compared at a glance") {
    const Installation installation(5000);
    const auto begin = std::chrono::steady_clock::now();
    CHECK(installation.damage().empty());
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    INFO("seconds: " << taken.count());
    // 0.2 s in a debug build on a busy computer, most of it for reading the receipt; Wine asks a process of
    // its own about each file
    CHECK(taken.count() < (host::thisSystem() == System::windows ? 15 : 3));
}
