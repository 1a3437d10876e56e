// SPDX-License-Identifier: Apache-2.0
#include "answers/typed_remedy.hpp"
#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;

namespace {

/// Facts for a request with other folders: each leads to itself.
Facts factsFor(const Request& request) {
    Facts facts = sampleFacts();
    const Fact<FolderState> sound = facts.surroundings.folders.begin()->second;
    for (const auto& folder : {request.installFolder, request.configurationFolder, request.logFolder}) {
        FolderState state = sound.value();
        state.leadsTo = folder;
        facts.surroundings.folders[folder] = state;
    }
    return facts;
}

std::vector<Finding> placeOf(const Request& request) {
    std::vector<Finding> found = findingsOf("folders.place", factsFor(request), request);
    std::erase_if(found, [](const Finding& finding) { return finding.severity == Severity::passed; });
    return found;
}

Request with(const std::filesystem::path& install,
             const std::filesystem::path& configuration = "/etc/bes-standby",
             const std::filesystem::path& logs = "/var/log/bes-standby") {
    Request request = sampleRequest();
    request.installFolder = install;
    request.configurationFolder = configuration;
    request.logFolder = logs;
    return request;
}

/// The state of one folder, changed.
template<class Change>
Facts factsWhere(const std::string& folder, Change change) {
    Facts facts = sampleFacts();
    FolderState state = facts.surroundings.folders.at(folder).value();
    change(state);
    facts.surroundings.folders[folder] = state;
    return facts;
}

} // namespace

TEST_CASE("a folder of the system, of Domino, of the media or of setup is no place for a standby") {
    for (const char* path : {"/usr",
                             "/usr/bes",
                             "/usr/lib/bes",
                             "/proc/bes",
                             "/sys/bes",
                             "/dev/bes",
                             "/dev/shm/bes",
                             "/boot/bes",
                             "/run/bes",
                             "/etc",
                             "/var",
                             "/opt",
                             "/srv",
                             "/var/lib",
                             "/usr/local",
                             "/bin/x",
                             "/lib64/x",
                             "/etc/systemd/system/bes",
                             "/local/notesdata",
                             "/local/notesdata/bes",
                             "/local",
                             "/opt/ibm/domino/notes/latest/linux/bes",
                             "/opt/ibm",
                             "/mnt/media",
                             "/mnt/media/x",
                             "/var/lib/bes",
                             "/etc/ssh/bes",
                             "/var/spool/bes",
                             "/opt/hcl/domino/bes",
                             "/var/lib/bes-standby-setup",
                             "/var/lib/bes-standby-setup/x",
                             "/var/log/bes-standby-setup"}) {
        INFO(path);
        for (const Request& request : {with(path), with("/opt/bes-standby", path),
                                       with("/opt/bes-standby", "/etc/bes-standby", path)}) {
            const auto found = placeOf(request);
            REQUIRE(found.size() == 1);
            CHECK(found.front().severity == Severity::blocker);
            CHECK_THAT(found.front().evidence, Contains(path));
            CHECK_FALSE(found.front().remedy.empty());
        }
    }
    for (const char* path : {"/opt/bes-standby", "/srv/bes", "/usr/local/bes", "/opt/a b/$x", "/var/opt/bes",
                             "/var/lib/bes/programs", "/mnt/disk/bes", "/optional", "/procedures/x"}) {
        INFO(path);
        CHECK(placeOf(with(path)).empty());
    }
}

TEST_CASE("no folder is put where a file comes, nor the logs around programs") {
    const MediaManifest manifest = sampleFacts().media.value().manifest;
    const Package& package = manifest.packages.front();
    const auto file = std::ranges::find(package.files, FileType::regular, &PackagedFile::type);
    REQUIRE(file != package.files.end());
    const std::filesystem::path brought = "/opt/bes-standby/" + package.id + "/" + file->path;
    for (const Request& request :
         {with("/opt/bes-standby", "/etc/bes-standby", brought), with("/opt/bes-standby", brought),
          with("/opt/bes-standby", "/etc/bes-standby", brought / "logs"),
          with("/opt/bes-standby", "/etc/bes-standby", brought.parent_path())}) {
        const auto found = placeOf(request);
        REQUIRE(found.size() == 1);
        CHECK_THAT(found.front().evidence, Contains(brought.string() + ", which setup installs"));
    }
    CHECK(placeOf(with("/opt/bes-standby", "/etc/bes-standby", "/opt/bes-standby/" + package.id + "-logs"))
              .empty());
    CHECK(placeOf(with("/opt/bes-standby", "/etc/bes-standby", "/etc/bes-standby/standby.ini/logs")).size() ==
          1);
    for (const char* hidden :
         {"/opt/bes-standby/.staging/x", "/opt/bes-standby/.replaced-by-bes-standby-setup",
          "/opt/.kept-by-bes-standby-setup/logs", "/etc/bes-standby/.replaced-by-bes-standby-setup"})
        CHECK_THAT(placeOf(with("/opt/bes-standby", "/etc/bes-standby", hidden)).at(0).evidence,
                   Contains("setup uses"));
}

TEST_CASE("where a symbolic link leads counts as the place") {
    const Facts facts =
        factsWhere("/opt/bes-standby", [](FolderState& state) { state.leadsTo = "/usr/lib/x"; });
    CHECK_THAT(onlyFinding("folders.place", facts).evidence, Contains("which leads to /usr/lib/x"));
    const Facts hidden =
        factsWhere("/var/log/bes-standby", [](FolderState& state) { state.leadsTo = "/home/logs"; });
    CHECK(onlyFinding("folders.hidden", hidden).severity == Severity::blocker);
}

TEST_CASE("what the account of the services can write holds neither programs nor configuration") {
    CHECK(placeOf(with("/opt/bes", "/opt/bes")).empty());
    CHECK(placeOf(with("/opt/bes", "/opt/bes/etc", "/opt/bes/log")).empty());
    CHECK(placeOf(with("/opt/bes/programs", "/opt/bes")).empty());
    CHECK(placeOf(with("/opt/bes", "/etc/bes", "/etc/bes/log")).empty());
    CHECK(placeOf(with("/srv/bes", "/etc/bes", "/srv/bes")).size() == 1);
    CHECK(placeOf(with("/srv/bes/programs", "/etc/bes", "/srv/bes")).size() == 1);
    CHECK(placeOf(with("/opt/bes", "/srv/bes", "/srv/bes")).size() == 1);
    CHECK(placeOf(with("/opt/bes", "/srv/bes/etc", "/srv/bes")).size() == 1);
    CHECK(placeOf(with("/opt/bes", "/opt/bes/.staging/x")).size() == 1);
}

TEST_CASE("folders that the units hide from the services are refused") {
    for (const char* path :
         {"/home/bes", "/root/bes", "/home", "/tmp/bes", "/var/tmp/bes", "/run/user/0/bes"}) {
        INFO(path);
        for (const Request& request : {with(path), with("/opt/bes-standby", path),
                                       with("/opt/bes-standby", "/etc/bes-standby", path)}) {
            const Finding found = onlyFinding("folders.hidden", factsFor(request), request);
            CHECK(found.severity == Severity::blocker);
            CHECK_THAT(found.evidence, Contains(path));
            CHECK_THAT(answers::typedRemedy(found), Contains("--folders."));
        }
    }
    CHECK(findingsOf("folders.hidden", factsFor(with("/homes/bes")), with("/homes/bes")).empty());
}

TEST_CASE("a folder that can't be written is found before the run") {
    for (const char* folder : {"/opt/bes-standby", "/etc/systemd/system", "/var/lib/bes-standby-setup"}) {
        const Facts facts =
            factsWhere(folder, [](FolderState& state) { state.obstacle = "/ is mounted read-only"; });
        const Finding found = onlyFinding("folders.writable", facts);
        CHECK(found.severity == Severity::blocker);
        CHECK_THAT(found.evidence, Contains(folder) && Contains("read-only"));
    }
    Facts facts = sampleFacts();
    facts.surroundings.folders["/opt/bes-standby"] =
        Fact<FolderState>::unknown("Can't look at /opt/bes-standby: no answer within 5 s");
    const auto found = findingsOf("folders.writable", facts);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().severity == Severity::blocker);
    CHECK_THAT(found.front().evidence, Contains("no answer"));
}

TEST_CASE("programs need a file system that runs them and keeps their rights") {
    Facts facts = factsWhere("/opt/bes-standby", [](FolderState& state) { state.noExec = true; });
    CHECK_THAT(onlyFinding("folders.file-system", facts).evidence, Contains("noexec"));
    facts = factsWhere("/var/log/bes-standby", [](FolderState& state) { state.noExec = true; });
    CHECK(findingsOf("folders.file-system", facts).empty());
    for (const char* type : {"vfat", "exfat", "ntfs3", "cifs"}) {
        facts = factsWhere("/etc/bes-standby", [&](FolderState& state) { state.fileSystem = type; });
        CHECK_THAT(onlyFinding("folders.file-system", facts).evidence, Contains(type));
    }
    facts = factsWhere("/opt/bes-standby", [](FolderState& state) { state.ignoresCase = true; });
    CHECK(onlyFinding("folders.file-system", facts).severity == Severity::blocker);
}

TEST_CASE("a file system inside a folder of the standby is in the way of renaming") {
    Facts facts = factsWhere("/opt/bes-standby",
                             [](FolderState& state) { state.mountsInside = {"/opt/bes-standby/router"}; });
    CHECK_THAT(onlyFinding("folders.mounts", facts).evidence, Contains("/opt/bes-standby/router"));
    Request request = with("/opt/bes-standby", "/etc/bes-standby", "/opt/bes-standby/log");
    facts = factsFor(request);
    FolderState state = facts.surroundings.folders.at("/opt/bes-standby").value();
    state.mountsInside = {"/opt/bes-standby/log"};
    facts.surroundings.folders["/opt/bes-standby"] = state;
    CHECK(findingsOf("folders.mounts", facts, request).empty());
}

TEST_CASE("paths that can't be written down or are too long are refused early") {
    Facts facts = factsWhere("/opt/bes-standby", [](FolderState& state) { state.leadsTo = "/srv/b\xff"; });
    CHECK(onlyFinding("folders.path", facts).severity == Severity::blocker);
    facts = factsWhere("/opt/bes-standby", [](FolderState& state) { state.leadsTo = "/srv/a\nb"; });
    CHECK(onlyFinding("folders.path", facts).severity == Severity::blocker);
    std::string deep;
    for (int i = 0; i < 40; ++i)
        deep += "/" + std::string(100, 'x');
    const Request request = with(deep);
    CHECK_THAT(onlyFinding("folders.path", factsFor(request), request).evidence, Contains("4095"));
}

TEST_CASE("a lack of inodes is found before the run") {
    Facts facts = factsWhere("/opt/bes-standby", [](FolderState& state) { state.freeFiles = 50; });
    const Finding found = onlyFinding("disk.files", facts);
    CHECK(found.code == ExitCode::diskSpace);
    facts = factsWhere("/opt/bes-standby", [](FolderState& state) { state.freeFiles.reset(); });
    CHECK(findingsOf("disk.files", facts).empty());
}
