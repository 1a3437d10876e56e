// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "answers/usual_request.hpp"
#include "detect/looks.hpp"
#include "detect/other_run.hpp"
#include "journal/run_under_way.hpp"
#include "journal/state_folder.hpp"
#include "unit/database/other_process.hpp"
#include "unit/detect/practice_site.hpp"
#include "unit/detect/run_of_others.hpp"

using namespace bes;

namespace {

Request inRoot(const std::filesystem::path& root) {
    Request request = answers::usualRequest(host::thisSystem());
    request.root = root;
    return request;
}

Request requestWithDatabase(const std::filesystem::path& root) {
    Request request = inRoot(root);
    request.database.location = "/no/database/BESMgmt.db";
    return request;
}

Fact<std::optional<NotesIni>> notesIniAt(const char* path) {
    NotesIni ini;
    ini.path = path;
    return std::optional(ini);
}

} // namespace

TEST_CASE("Every folder that is written into has its file system") {
    const TemporaryFolder root;
    std::vector<std::filesystem::path> folders{"/opt/bes-standby",
                                               "/etc/bes-standby",
                                               "/var/log/bes-standby",
                                               "/var/lib/bes-standby-setup",
                                               "/etc/systemd/system",
                                               "/etc/systemd/system/multi-user.target.wants",
                                               "/etc",
                                               "/local/notesdata",
                                               "/no/database"};
    if (host::thisSystem() == System::windows)
        folders = {"C:/Program Files/BES Standby",
                   "C:/Program Files/BES Standby Configuration",
                   "C:/Program Files/BES Standby Logs",
                   "C:/Program Files/BES Standby Setup/state",
                   "/local/notesdata",
                   std::filesystem::weakly_canonical("/no/database")};
    const auto spaces =
        detect::lookAtSpace(requestWithDatabase(root.path()), notesIniAt("/local/notesdata/notes.ini"));
    CHECK(spaces.size() == folders.size());
    for (const auto& folder : folders) {
        CAPTURE(folder);
        REQUIRE(spaces.contains(folder));
        CHECK(spaces.at(folder).value().available > 0);
        CHECK(std::filesystem::is_directory(spaces.at(folder).value().mountPoint));
    }
    CHECK(std::filesystem::is_empty(root.path()));
}

TEST_CASE("The account is looked for in the image's own files") {
    const TemporaryFolder root;
    writeText(root.path() / "etc/passwd",
              "root:x:0:0:root:/root:/bin/sh\nbes:x:990:990::/:/usr/sbin/nologin\n");
    writeText(root.path() / "etc/group", "root:x:0:\nbes:x:990:\n");
    Request request = inRoot(root.path());
    CHECK(detect::lookAtServiceAccount(request).value());
    request.serviceAccount = "nobody-has-this";
    CHECK_FALSE(detect::lookAtServiceAccount(request).value());
}

TEST_CASE("No service manager runs in an image") {
    const TemporaryFolder root;
    CHECK(detect::lookAtServiceManager(inRoot(root.path())).value() == ServiceManagerState::offline);
}

TEST_CASE("An ordinary account may change its own image and not the computer or somebody else's") {
    const TemporaryFolder own;
    const TemporaryFolder foreign;
    std::filesystem::permissions(own.path(), std::filesystem::perms(0777));
    std::filesystem::permissions(foreign.path(), std::filesystem::perms(0555));
    OtherProcess other([&] {
        if (::geteuid() == 0 && !becomeOrdinaryAccount())
            return 1;
        const bool right = detect::lookAtPrivileges(inRoot(own.path())).value() &&
                           !detect::lookAtPrivileges(inRoot(foreign.path())).value() &&
                           !detect::lookAtPrivileges(Request()).value();
        return right ? 0 : 2;
    });
    CHECK(other.exitCode() == 0);
}

TEST_CASE("A run of another process is noticed, and one of this process is none of others") {
    const TemporaryFolder folder;
    const host::Root root(folder.path());
    REQUIRE(journal::prepareStateFolder(root));
    const auto seen = [&] {
        Facts facts;
        detect::OtherRun(root).noteIn(facts);
        return facts.otherRun;
    };
    CHECK(seen().empty());
    {
        const auto own = journal::lock(root);
        REQUIRE(own);
        CHECK(seen().empty());
    }
    RunOfOthers other(folder.path());
    const detect::OtherRun during(root);
    CHECK(seen().starts_with("process "));
    other.end();
    CHECK(seen().empty());
    Facts facts;
    during.noteIn(facts); // what was looked at meanwhile was half of it
    CHECK_FALSE(facts.otherRun.empty());
}
