// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <sys/stat.h>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "host/staging_folder.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/temporary_folder.hpp"

namespace {

namespace fs = std::filesystem;
using bes::host::StagingFolder;

unsigned modeOf(const fs::path& path) {
    return static_cast<unsigned>(fs::status(path).permissions());
}

bes::Result<void> writeFile(StagingFolder& staging, const std::string& name, std::string_view text) {
    auto file = staging.createFile(name);
    if (!file)
        return bes::fail(file.error());
    if (auto written = file->write(std::as_bytes(std::span(text))); !written)
        return written;
    return file->close(0644);
}

} // namespace

TEST_CASE("a staging folder is private and empty, whatever was there") {
    const TemporaryFolder around;
    const fs::path path = around.path() / "staging";
    fs::create_directories(path / "left/by");
    fs::permissions(path, fs::perms(0777));
    REQUIRE(StagingFolder::create(path));
    CHECK(modeOf(path) == 0700);
    CHECK(fs::is_empty(path));
}

TEST_CASE("a link in the place of a staging folder is replaced, not followed") {
    const TemporaryFolder around;
    fs::create_directory(around.path() / "victim");
    put(around.path() / "victim/kept", "kept");
    fs::create_directory_symlink(around.path() / "victim", around.path() / "staging");
    REQUIRE(StagingFolder::create(around.path() / "staging"));
    CHECK_FALSE(fs::is_symlink(around.path() / "staging"));
    CHECK(contentOf(around.path() / "victim/kept") == "kept");
}

TEST_CASE("files, folders and links appear in a staging folder with their modes, whatever the umask") {
    const TemporaryFolder around;
    const mode_t before = ::umask(0077);
    {
        auto staging = StagingFolder::create(around.path() / "staging");
        REQUIRE(staging);
        REQUIRE(staging->makeFolder("a", 0755));
        REQUIRE(staging->makeFolder("a/b", 0750));
        REQUIRE(writeFile(*staging, "a/b/f", "deep"));
        REQUIRE(writeFile(*staging, "a/f", "less deep"));
        REQUIRE(writeFile(*staging, "f", "top"));
        REQUIRE(staging->makeFolder("ab", 0755));
        REQUIRE(writeFile(*staging, "ab/f", "not a/b"));
        REQUIRE(staging->makeSymbolicLink("a/b/l", "../f"));
    }
    ::umask(before);
    const fs::path path = around.path() / "staging";
    CHECK(contentOf(path / "a/b/f") == "deep");
    CHECK(contentOf(path / "a/f") == "less deep");
    CHECK(contentOf(path / "f") == "top");
    CHECK(contentOf(path / "ab/f") == "not a/b");
    CHECK(fs::read_symlink(path / "a/b/l") == "../f");
    CHECK(modeOf(path / "a") == 0755);
    CHECK(modeOf(path / "a/b") == 0750);
    CHECK(modeOf(path / "f") == 0644);
}

TEST_CASE("nothing in a staging folder is overwritten") {
    const TemporaryFolder around;
    auto staging = StagingFolder::create(around.path() / "staging");
    REQUIRE(writeFile(*staging, "f", "first"));
    CHECK_FALSE(staging->createFile("f"));
    CHECK_FALSE(staging->makeFolder("f", 0755));
    CHECK_FALSE(staging->makeSymbolicLink("f", "g"));
    CHECK(contentOf(around.path() / "staging/f") == "first");
}

TEST_CASE("no link in a staging folder is followed") {
    const TemporaryFolder around;
    fs::create_directory(around.path() / "victim");
    auto staging = StagingFolder::create(around.path() / "staging");
    REQUIRE(staging->makeSymbolicLink("out", "../victim"));
    REQUIRE(staging->makeSymbolicLink("new", "../victim/new"));
    CHECK_FALSE(staging->createFile("out/f"));
    CHECK_FALSE(staging->makeFolder("out/d", 0755));
    CHECK_FALSE(staging->makeSymbolicLink("out/l", "x"));
    CHECK_FALSE(staging->enter("out"));
    CHECK_FALSE(staging->createFile("new"));
    CHECK(fs::is_empty(around.path() / "victim"));

    SECTION("not even where there was a folder a moment ago") {
        REQUIRE(staging->makeFolder("d", 0755));
        fs::remove(around.path() / "staging/d");
        REQUIRE(staging->makeSymbolicLink("d", "../victim"));
        CHECK_FALSE(staging->createFile("d/f"));
        CHECK(fs::is_empty(around.path() / "victim"));
    }
}

TEST_CASE("a folder of a staging folder can be used on its own") {
    const TemporaryFolder around;
    auto staging = StagingFolder::create(around.path() / "staging");
    REQUIRE(staging->makeFolder("package", 0755));
    auto package = staging->enter("package");
    REQUIRE(package);
    REQUIRE(package->makeFolder("d", 0755));
    REQUIRE(writeFile(*package, "d/f", "content"));
    CHECK(contentOf(around.path() / "staging/package/d/f") == "content");
}

TEST_CASE("what can't be written names its path and the system's reason") {
    const TemporaryFolder around;
    auto staging = StagingFolder::create(around.path() / "staging");
    const auto file = staging->createFile("absent/f");
    REQUIRE_FALSE(file);
    CHECK(file.error().id == "file.write");
    CHECK(file.error().what == "Can't write " + (around.path() / "staging/absent").string());
    CHECK(file.error().why == "No such file or directory");
}
