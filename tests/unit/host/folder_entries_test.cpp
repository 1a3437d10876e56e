// SPDX-License-Identifier: Apache-2.0
#include "host/folder_entries.hpp"

#include <fstream>

#include <catch2/catch.hpp>

#include "host/digest.hpp"
#include "host/files.hpp"
#include "host/reached.hpp"
#include "unit/host/deep_folder.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
namespace fs = std::filesystem;

TEST_CASE("A folder of any depth is listed, looked at and read") {
    const TemporaryFolder temporary;
    const fs::path deep = deepFolder(temporary.path());
    REQUIRE(host::writeDurably(deep / "b", "abc", 0644));
    REQUIRE(host::makeFolder(deep / "a", 0755));
    REQUIRE(host::writeDurably(deep / "a" / "c", "", 0644));

    const auto entries = host::entriesIn(deep);
    REQUIRE(entries);
    REQUIRE(entries->size() == 2);
    CHECK(entries->front().path == deep / "a");
    CHECK(entries->front().folder);
    CHECK(entries->back().path == deep / "b");
    CHECK_FALSE(entries->back().folder);

    const auto all = host::entriesBelow(deep);
    REQUIRE(all);
    REQUIRE(all->size() == 3);
    CHECK((*all)[1].path == deep / "a" / "c");

    const auto file = host::reached(deep / "b");
    REQUIRE(file);
    REQUIRE(*file);
    CHECK((*file)->file);
    CHECK((*file)->size == 3);
    CHECK(host::leadsToFolder(deep / "a"));
    CHECK_FALSE(host::leadsToFolder(deep / "b"));
    CHECK(host::sha256OfFile(deep / "b") == host::sha256Hex("abc"));
    CHECK(std::ofstream(host::streamPath(deep / "new")).is_open());
}

TEST_CASE("What is not there has no entries, and leads nowhere") {
    const TemporaryFolder temporary;
    REQUIRE(host::writeDurably(temporary.path() / "file", "", 0644));
    for (const char* name : {"absent", "absent/below", "file/below"}) {
        CAPTURE(name);
        const auto entries = host::entriesIn(temporary.path() / name);
        REQUIRE(entries);
        CHECK(entries->empty());
        const auto found = host::reached(temporary.path() / name);
        REQUIRE(found);
        CHECK_FALSE(*found);
    }
}
