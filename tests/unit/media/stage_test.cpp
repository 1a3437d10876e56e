// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "unit/left_out.hpp"
#include "unit/media/practice_media.hpp"
#include "unit/media/signing_identity.hpp"

namespace {

namespace fs = std::filesystem;
using Kind = PracticeEntry::Kind;

unsigned modeOf(const fs::path& path) {
    return static_cast<unsigned>(fs::symlink_status(path).permissions());
}

/// Many packages with content that differs.
void addPackages(PracticeMedia& media, int count, std::size_t size) {
    for (int i = 0; i < count; ++i) {
        const char letter = static_cast<char>('a' + i);
        media.add(std::string("package-") + letter,
                  {{.path = "d", .kind = Kind::folder, .mode = 0755},
                   {.path = "d/content", .content = std::string(size, letter)}});
    }
}

#ifndef __SANITIZE_ADDRESS__ // which takes memory of its own
void forgetPeakMemory() {
    std::ofstream("/proc/self/clear_refs") << 5;
}

/// The most memory that this process had at a time since then, in KiB.
long peakMemory() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (long peak = 0; word == "VmHWM:" && status >> peak)
            return peak;
    return 0;
}
#endif

} // namespace

TEST_CASE("a package is unpacked as its manifest says") {
    PracticeMedia media;
    media.add("router", {{.path = "bin", .kind = Kind::folder, .mode = 0755},
                         {.path = "bin/router", .content = std::string(700000, 'r'), .mode = 0755},
                         {.path = "current", .kind = Kind::symbolicLink, .leadsTo = "bin/router"},
                         {.path = "empty", .mode = 0600},
                         {.path = "private", .kind = Kind::folder, .mode = 0700},
                         {.path = "private/deep", .kind = Kind::folder, .mode = 0755},
                         {.path = "private/deep/key", .content = "k", .mode = 0640},
                         {.path = "private/note", .content = "n", .mode = 0444}});
    REQUIRE(media.stage());

    const fs::path router = media.staging() / "router";
    CHECK(readText(router / "bin/router") == std::string(700000, 'r'));
    CHECK(fs::read_symlink(router / "current") == "bin/router");
    CHECK(fs::file_size(router / "empty") == 0);
    CHECK(readText(router / "private/deep/key") == "k");
    CHECK(modeOf(media.staging()) == 0700);
    CHECK(modeOf(router) == 0755);
    CHECK(modeOf(router / "bin/router") == 0755);
    CHECK(modeOf(router / "empty") == 0600);
    CHECK(modeOf(router / "private") == 0700);
    CHECK(modeOf(router / "private/deep/key") == 0640);
    CHECK(modeOf(router / "private/note") == 0444);
}

TEST_CASE("the order of an archive does not matter") {
    PracticeMedia media;
    const PracticeEntry folder{.path = "d", .kind = Kind::folder, .mode = 0755};
    const PracticeEntry file{.path = "d/f", .content = "f"};
    media.add("router", filesOf({folder, file}), zstdOf(tarOf({file, folder})));
    REQUIRE(media.stage());
    CHECK(readText(media.staging() / "router/d/f") == "f");
}

TEST_CASE("only the wanted packages are unpacked, and what an interrupted run left goes") {
    PracticeMedia media;
    addPackages(media, 3, 10);
    fs::create_directories(media.staging() / "package-a/d");
    writeText(media.staging() / "package-a/d/left", "by an interrupted run");
    REQUIRE(bes::media::stage(media.folder(), media.manifest, {"package-c", "package-a", "package-c"},
                              media.staging(), {}, {}));
    CHECK(fs::exists(media.staging() / "package-a/d/content"));
    CHECK_FALSE(fs::exists(media.staging() / "package-a/d/left"));
    CHECK_FALSE(fs::exists(media.staging() / "package-b"));
    CHECK(fs::exists(media.staging() / "package-c/d/content"));
}

TEST_CASE("of a package the wanted files alone are written, and all of it is verified") {
    PracticeMedia media;
    media.add("router", {{.path = "bin", .kind = Kind::folder, .mode = 0755},
                         {.path = "bin/other", .content = "another"},
                         {.path = "bin/router", .content = "program"},
                         {.path = "share", .kind = Kind::folder, .mode = 0755},
                         {.path = "share/text", .content = "words"}});
    const auto stageProgram = [&] {
        return bes::media::stage(media.folder(), media.manifest, {"router"}, media.staging(), {}, {},
                                 {"router/bin/router"});
    };
    SECTION("it is whole") {
        REQUIRE(stageProgram());
        CHECK(readText(media.staging() / "router/bin/router") == "program");
        CHECK_FALSE(fs::exists(media.staging() / "router/bin/other"));
        CHECK_FALSE(fs::exists(media.staging() / "router/share"));
    }
    SECTION("another file of it is damaged") {
        for (bes::PackagedFile& file : media.manifest.packages[0].files)
            if (file.path == "share/text")
                file.sha256 = std::string(64, '0');
        const auto staged = stageProgram();
        REQUIRE_FALSE(staged);
        CHECK_THAT(staged.error().why, Catch::Contains("share/text"));
    }
}

TEST_CASE("a package that is not on the media is refused") {
    PracticeMedia media;
    addPackages(media, 1, 10);
    const auto staged =
        bes::media::stage(media.folder(), media.manifest, {"absent"}, media.staging(), {}, {});
    REQUIRE_FALSE(staged);
    CHECK(staged.error().id == "media.package");
    CHECK(staged.error().what == "Package absent can't be used");
    CHECK_FALSE(fs::exists(media.staging()));
}

TEST_CASE("progress comes one call at a time, grows and ends with all bytes") {
    PracticeMedia media;
    addPackages(media, 8, 1000000);
    std::atomic<int> inside = 0;
    std::uint64_t last = 0;
    bool well = true;
    const auto written = [&](std::uint64_t bytes) {
        well = well && ++inside == 1 && bytes > last;
        last = bytes;
        --inside;
    };
    SECTION("while staging") {
        std::vector<std::string> ids;
        for (const auto& package : media.manifest.packages)
            ids.push_back(package.id);
        REQUIRE(bes::media::stage(media.folder(), media.manifest, ids, media.staging(), written, {}));
    }
    SECTION("while verifying") {
        REQUIRE(bes::media::verifyPackages(media.folder(), media.manifest, written, {}));
        CHECK_FALSE(fs::exists(media.staging()));
    }
    CHECK(well);
    CHECK(last == 8000000);
}

TEST_CASE("packages that are many are unpacked whole, and the bad one of them is named") {
    PracticeMedia media;
    addPackages(media, 26, 300000); // more than twice as many as there are threads
    REQUIRE(media.stage());
    for (char id = 'a'; id <= 'z'; ++id)
        CHECK(fs::file_size(media.staging() / (std::string("package-") + id) / "d/content") == 300000);
    media.manifest.packages[20].sha256 = std::string(64, '0');
    const auto staged = media.stage();
    REQUIRE_FALSE(staged);
    CHECK(staged.error().id == "media.package");
    CHECK_THAT(staged.error().what + staged.error().why, Catch::Contains(media.manifest.packages[20].id));
}

TEST_CASE("of several packages the bad one is named") {
    PracticeMedia media;
    addPackages(media, 6, 300000);
    fs::resize_file(media.folder() / media.manifest.packages[3].archive, 10);
    const auto staged = media.stage();
    REQUIRE_FALSE(staged);
    CHECK(staged.error().what == "Package package-d can't be used");
}

TEST_CASE("a run can be cancelled") {
    PracticeMedia media;
    addPackages(media, 4, 3000000);
    std::stop_source stop;
    const bool before = GENERATE(true, false);
    if (before)
        stop.request_stop();
    std::uint64_t last = 0;
    const auto verified = bes::media::verifyPackages(
        media.folder(), media.manifest,
        [&](std::uint64_t bytes) {
            last = bytes;
            stop.request_stop();
        },
        stop.get_token());
    REQUIRE_FALSE(verified);
    CHECK(verified.error().id == "run.cancelled");
    CHECK(verified.error().code == bes::ExitCode::cancelled);
    CHECK(last < 2000000);
}

TEST_CASE("an exception of the caller's progress comes back to the caller") {
    PracticeMedia media;
    addPackages(media, 4, 1000);
    const auto bug = [](std::uint64_t) { throw std::logic_error("bug"); };
    CHECK_THROWS_WITH(bes::media::verifyPackages(media.folder(), media.manifest, bug, {}), "bug");
}

TEST_CASE("a full disk is told as such") {
    PracticeMedia media;
    media.add("router", {{.path = "f", .content = std::string(3000000, 'x')}});
    const fs::path small = media.around() / "small";
    fs::create_directory(small);
    if (::geteuid() != 0 || !succeeds({"mount", "-t", "tmpfs", "-o", "size=1m", "small", small})) {
        leftOut("needs a small file system, which only root can mount");
        return;
    }
    const auto staged =
        bes::media::stage(media.folder(), media.manifest, {"router"}, small / "staging", {}, {});
    runWell({"umount", small});
    REQUIRE_FALSE(staged);
    CHECK(staged.error().id == "file.no-space");
    CHECK(staged.error().code == bes::ExitCode::diskSpace);
    CHECK_THAT(staged.error().what, Catch::EndsWith("small/staging/router/f"));
    CHECK_THAT(staged.error().why, Catch::Contains("No space left on device"));
}

TEST_CASE("a staging folder without a folder above it is refused") {
    PracticeMedia media;
    addPackages(media, 1, 10);
    const auto staged = bes::media::stage(media.folder(), media.manifest, {"package-a"},
                                          media.around() / "absent/staging", {}, {});
    REQUIRE_FALSE(staged);
    CHECK(staged.error().id == "file.write");
}

#ifndef __SANITIZE_ADDRESS__
TEST_CASE("memory does not grow with the media") {
    PracticeMedia media;
    {
        // Made in another process: this one's peak is measured.
        fs::create_directories(media.folder() / "packages");
        for (const std::string id : {"a", "b", "c", "d"}) {
            const fs::path tree = media.around() / id;
            fs::create_directory(tree);
            runWell({"truncate", "-s", "150M", tree / "f"});
            const fs::path archive = media.folder() / ("packages/" + id + ".tar.zst");
            runWell({"tar", "-C", tree, "--use-compress-program", "zstd -q --long=23", "--mode=0644", "-cf",
                     archive, "f"});
            const std::string digest = runWell({"sha256sum", archive}).substr(0, 64);
            const std::string contentDigest = runWell({"sha256sum", tree / "f"}).substr(0, 64);
            media.manifest.packages.push_back(
                {id,
                 "packages/" + id + ".tar.zst",
                 fs::file_size(archive),
                 digest,
                 {{"f", bes::FileType::regular, 0644, 150u << 20U, contentDigest, {}}}});
        }
    }
    forgetPeakMemory();
    const auto verified = media.verify();
    REQUIRE(verified);
    CHECK(peakMemory() < 64 * 1024);
}
#endif
