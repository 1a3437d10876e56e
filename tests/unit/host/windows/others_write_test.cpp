// SPDX-License-Identifier: Apache-2.0
#include "host/others_write.hpp"

#include <catch2/catch.hpp>

#include "host/files.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using Catch::Contains;
using Reach = host::OtherWriter::Reach;
namespace fs = std::filesystem;

namespace {

const host::OtherWriter& named(const std::optional<host::OtherWriter>& other) {
    REQUIRE(other);
    return *other;
}

} // namespace

TEST_CASE("What administrators alone may write is nobody else's") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "file";
    REQUIRE(host::writeDurably(file, "x", 0644));
    CHECK_FALSE(host::otherWriter(file));
    CHECK_FALSE(host::otherWriter(folder.path()));
    CHECK_FALSE(host::otherWriter(folder.path() / "absent"));
}

TEST_CASE("A file that everybody may write is told, with the command that ends it") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "file";
    REQUIRE(host::writeDurably(file, "x", 0666));
    const host::OtherWriter other = named(host::otherWriter(file));
    CHECK(other.reach == Reach::replace);
    CHECK(other.path == file);
    CHECK_THAT(describe(other), Contains("writable by everybody"));
    CHECK_THAT(remedyOf(other), Contains("icacls") && Contains("/remove:g"));

    const auto expected = host::expectNoOtherWriter(
        file, host::ownAccounts(), {ExitCode::media, "media.trust", "It is not believed", "", ""});
    REQUIRE_FALSE(expected);
    CHECK(expected.error().id == "media.trust");
    CHECK_THAT(expected.error().why, Contains("everybody"));
    CHECK_THAT(expected.error().remedy, Contains("icacls"));
}

TEST_CASE("A folder on the way that others can write is named, not what is below it") {
    const TemporaryFolder folder;
    const fs::path open = folder.path() / "open";
    REQUIRE(host::makeFolder(open, 0755));
    REQUIRE(host::writeDurably(open / "file", "x", 0644));
    CHECK_FALSE(host::otherWriter(open / "file"));
    REQUIRE(host::setMode(open, 0777));
    CHECK(named(host::otherWriter(open / "file")).path == open);
    CHECK(named(host::otherWriter(open / "absent")).path == open);
}
