// SPDX-License-Identifier: Apache-2.0
#include "check/room_needed.hpp"
#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;

namespace {

constexpr std::uint64_t mebibyte = 1ull << 20;
constexpr std::uint64_t block = 4096;

/// The router alone: one package with a folder, a link and a program of the given size.
Facts factsWithProgram(std::uint64_t size) {
    Facts facts = sampleFacts();
    changeFact(facts.media, [&](MediaContents& media) {
        for (Package& package : media.manifest.packages)
            for (PackagedFile& file : package.files)
                if (package.id == "router" && file.type == FileType::regular)
                    file.size = size;
    });
    return facts;
}

Request routerOnly() {
    Request request = sampleRequest();
    request.preset = ComponentPreset::none;
    request.add = {"router"};
    return request;
}

void put(Facts& facts, const char* folder, const char* mountPoint, std::uint64_t available) {
    facts.space[folder] = FileSystemSpace{mountPoint, available};
}

} // namespace

TEST_CASE("A file system that is too small is refused with need and room") {
    Facts facts = factsWithProgram(400 * mebibyte);
    put(facts, "/opt/bes-standby", "/opt", 96 * mebibyte);
    const auto findings = findingsOf("disk.space", facts, routerOnly());
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].severity == Severity::passed);
    CHECK(findings[1].severity == Severity::blocker);
    CHECK(findings[1].code == ExitCode::diskSpace);
    CHECK_THAT(findings[1].evidence, Contains("needs 401 MiB, 96 MiB free on /opt"));
    CHECK_THAT(findings[1].remedy, Contains("Free 305 MiB on /opt"));
}

TEST_CASE("What lands on one file system is added up") {
    Facts facts = factsWithProgram(100 * mebibyte);
    // The program, two blocks for folder and link, and a reserve of 8 MiB for each of three folders.
    const std::uint64_t need = 124 * mebibyte + 2 * block;
    const std::vector folders{"/opt/bes-standby", "/etc/bes-standby", "/var/log/bes-standby",
                              "/var/lib/bes-standby-setup"};
    for (const char* folder : folders)
        put(facts, folder, "/", need);
    CHECK(onlyFinding("disk.space", facts, routerOnly()).severity == Severity::passed);
    for (const char* folder : folders)
        put(facts, folder, "/", need - 1);
    CHECK(onlyFinding("disk.space", facts, routerOnly()).severity == Severity::blocker);
}

TEST_CASE("Small files are counted as the blocks that they take") {
    Facts facts = factsWithProgram(1);
    put(facts, "/opt/bes-standby", "/opt", 3 * block - 1);
    CHECK(findingsOf("disk.space", facts, routerOnly()).back().severity == Severity::blocker);
    put(facts, "/opt/bes-standby", "/opt", 3 * block);
    CHECK(findingsOf("disk.space", facts, routerOnly()).back().severity == Severity::passed);
}

TEST_CASE("A file system whose free space is not known is a warning with the need") {
    Facts facts = factsWithProgram(100 * mebibyte);
    facts.space["/opt/bes-standby"] = Fact<FileSystemSpace>::unknown("Permission denied");
    const auto findings = findingsOf("disk.space", facts, routerOnly());
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].severity == Severity::warning);
    CHECK_THAT(findings[0].evidence, Contains("101 MiB") && Contains("Permission denied"));
}

TEST_CASE("The room that each folder needs can be told before anything is missing") {
    const auto needs = check::roomNeeded(factsWithProgram(400 * mebibyte), routerOnly());
    CHECK(needs.at("/opt/bes-standby") == 400 * mebibyte + 2 * block);
    CHECK(needs.at("/etc/bes-standby") == 8 * mebibyte);
    CHECK(check::roomNeeded({}, routerOnly()).empty());
}

TEST_CASE("Every file system that something is written to needs room, also for files") {
    const std::string folder = GENERATE("/etc/systemd/system", "/etc/systemd/system/multi-user.target.wants",
                                        "/etc", "/local/notesdata", "/srv/database");
    Facts facts = sampleFacts();
    facts.serviceAccountExists = false;
    put(facts, folder.c_str(), "/small", 512 << 10);
    CHECK(findingsOf("disk.space", facts).back().severity == Severity::passed);
    CHECK(findingsOf("disk.files", facts).empty());
    put(facts, folder.c_str(), "/small", (512 << 10) - 1);
    const Finding tooSmall = findingsOf("disk.space", facts).back();
    CHECK(tooSmall.code == ExitCode::diskSpace);
    CHECK_THAT(tooSmall.evidence, Contains("/small") && Contains(folder));
    facts.surroundings.folders.erase(folder); // of those that are there it is told by their own rule
    facts.space[folder] = FileSystemSpace{"/small", mebibyte, 29};
    CHECK_THAT(onlyFinding("disk.files", facts).evidence, Contains(folder) && Contains("29 are free"));
}

TEST_CASE("A file system that nothing is written to may be full") {
    Facts facts = sampleFacts();
    facts.serviceAccountExists = true;
    put(facts, "/etc", "/etc", 0);
    put(facts, "/local/notesdata", "/local", 0);
    CHECK(onlyFinding("disk.space", facts, routerOnly()).severity == Severity::passed);
}

TEST_CASE("A limit on the size of files is found before the first is cut off") {
    Facts facts = factsWithProgram(100 * mebibyte);
    facts.surroundings.largestFile = 100 * mebibyte;
    CHECK(findingsOf("disk.file-size", facts, routerOnly()).empty());
    facts.surroundings.largestFile = 100 * mebibyte - 1;
    CHECK(onlyFinding("disk.file-size", facts, routerOnly()).severity == Severity::blocker);
}
