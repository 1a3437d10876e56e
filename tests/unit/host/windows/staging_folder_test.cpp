// SPDX-License-Identifier: Apache-2.0
#include "host/staging_folder.hpp"

#include <catch2/catch.hpp>

#include <span>
#include <string>
#include <string_view>

#include "host/files.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/host/found.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using host::StagingFolder;
namespace fs = std::filesystem;

namespace {

Result<void> writeFile(StagingFolder& staging, const std::string& name, std::string_view text,
                       unsigned mode = 0644) {
    auto file = staging.createFile(name);
    if (!file)
        return fail(file.error());
    if (auto written = file->write(std::as_bytes(std::span(text))); !written)
        return written;
    return file->close(mode);
}

} // namespace

TEST_CASE("A staging folder is private and empty, whatever was there") {
    const TemporaryFolder around;
    const fs::path path = around.path() / "staging";
    fs::create_directories(path / "left/by");
    put(path / "left/by/file", "x");
    REQUIRE(host::setMode(path, 0777));
    REQUIRE(StagingFolder::create(path));
    CHECK(found(host::status(path)).mode == 0700);
    CHECK(fs::is_empty(path));
}

TEST_CASE("Staged files come into folders that were made for them, and nowhere else") {
    const TemporaryFolder folder;
    auto staging = StagingFolder::create(folder.path() / "staging");
    REQUIRE(staging);
    REQUIRE(staging->makeFolder("router", 0755));
    REQUIRE(staging->makeFolder("router/bin", 0755));
    REQUIRE(writeFile(*staging, "router/bin/router.exe", "MZ\r\n", 0755));
    CHECK_FALSE(staging->createFile("router/bin/router.exe")); // it is there
    CHECK_FALSE(staging->createFile("router/BIN/ROUTER.EXE")); // which is the same name here
    CHECK_FALSE(staging->makeFolder("Router", 0755));
    CHECK_FALSE(staging->createFile("absent/file"));
    CHECK_FALSE(staging->makeFolder("router/bin/router.exe/below", 0755));
    CHECK(staging->sync());
    CHECK(contentOf(folder.path() / "staging/router/bin/router.exe") == "MZ\r\n");
    CHECK(found(host::status(folder.path() / "staging/router/bin/router.exe")).mode == 0755);
}

TEST_CASE("A folder of a staging folder can be used on its own") {
    const TemporaryFolder around;
    auto staging = StagingFolder::create(around.path() / "staging");
    REQUIRE(staging);
    REQUIRE(staging->makeFolder("package", 0755));
    auto package = staging->enter("package");
    REQUIRE(package);
    REQUIRE(package->makeFolder("d", 0755));
    REQUIRE(writeFile(*package, "d/f", "content"));
    CHECK(contentOf(around.path() / "staging/package/d/f") == "content");
    CHECK_FALSE(staging->enter("absent"));
}

TEST_CASE("What can't be written names its path and the system's reason") {
    const TemporaryFolder around;
    auto staging = StagingFolder::create(around.path() / "staging");
    REQUIRE(staging);
    const auto file = staging->createFile("absent/f");
    REQUIRE_FALSE(file);
    CHECK(file.error().id == "file.write");
    CHECK_THAT(file.error().what, Catch::EndsWith("staging/absent"));
    CHECK_FALSE(file.error().why.empty());
}
