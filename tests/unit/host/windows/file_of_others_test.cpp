// SPDX-License-Identifier: Apache-2.0
#include "host/file_of_others.hpp"

#include <catch2/catch.hpp>

#include "unit/host/file_contents.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using host::FileOfOthers;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t sizeLimit = 1u << 20;
const host::Root here;

} // namespace

TEST_CASE("A file of others is replaced whole, and comes back from what was kept with its time") {
    const TemporaryFolder folder;
    const fs::path ini = folder.path() / "notes.ini", copy = folder.path() / "kept";
    put(ini, "old\r\n");
    const auto time = fs::last_write_time(ini) - std::chrono::hours(1000);
    fs::last_write_time(ini, time);
    auto file = FileOfOthers::open(here, ini, sizeLimit);
    REQUIRE(file);
    CHECK(file->content() == "old\r\n");
    CHECK(file->checkReplaceable());
    REQUIRE(file->keepAs(copy));
    REQUIRE(file->replace("new\r\n"));
    CHECK(contentOf(ini) == "new\r\n");
    CHECK(entriesIn(folder.path()) == 2);
    REQUIRE(FileOfOthers::open(here, ini, sizeLimit)->putBack(copy));
    CHECK(contentOf(ini) == "old\r\n");
    CHECK(fs::last_write_time(ini) == time);
}

TEST_CASE("What was put in the place of a file after it was read is not written") {
    const TemporaryFolder folder;
    const fs::path ini = folder.path() / "notes.ini";
    put(ini, "old");
    auto file = FileOfOthers::open(here, ini, sizeLimit);
    REQUIRE(file);
    fs::rename(ini, folder.path() / "moved");
    put(ini, "another");
    const auto replaced = file->replace("new");
    REQUIRE_FALSE(replaced);
    CHECK(replaced.error().id == "file.changed");
    CHECK(contentOf(ini) == "another");
    CHECK(contentOf(folder.path() / "moved") == "old");
}

TEST_CASE("A file of others with a second name is refused, and left alone") {
    const TemporaryFolder folder;
    const fs::path ini = folder.path() / "notes.ini";
    put(ini, "old");
    fs::create_hard_link(ini, folder.path() / "second");
    const auto file = FileOfOthers::open(here, ini, sizeLimit);
    REQUIRE_FALSE(file);
    CHECK(file.error().id == "file.unsafe");
}

TEST_CASE("A file of others that is absent is told from one that can't be read") {
    const TemporaryFolder folder;
    CHECK_FALSE(FileOfOthers::find(here, folder.path() / "absent/notes.ini", sizeLimit).value().has_value());
    CHECK(FileOfOthers::open(here, folder.path() / "notes.ini", sizeLimit).error().id == "file.read");
    put(folder.path() / "notes.ini", std::string(sizeLimit + 1, 'x'));
    CHECK_THAT(FileOfOthers::open(here, folder.path() / "notes.ini", sizeLimit).error().why,
               Catch::Contains("1048576 bytes"));
    CHECK_FALSE(FileOfOthers::open(here, folder.path(), sizeLimit));
}

TEST_CASE("What a killed replacement left is removed, and nothing else") {
    const TemporaryFolder folder;
    put(folder.path() / "notes.ini", "old");
    put(folder.path() / ".notes.ini.bes-unfinished-abcdefghij", "half");
    put(folder.path() / ".notes.ini2.bes-unfinished-abcdefghij", "of another file");
    REQUIRE(host::removeUnfinishedReplacements(here, folder.path() / "notes.ini"));
    CHECK(entriesIn(folder.path()) == 2);
    CHECK(host::removeUnfinishedReplacements(here, folder.path() / "absent/notes.ini"));
}
