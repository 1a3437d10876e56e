// SPDX-License-Identifier: Apache-2.0
#include "host/surroundings.hpp"

#include <catch2/catch.hpp>

#include "host/files.hpp"
#include "host/given_file.hpp"
#include "host/root.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
namespace fs = std::filesystem;

namespace {

FolderState lookAt(const fs::path& folder) {
    const auto state = host::folderState(host::Root(), folder);
    REQUIRE(state);
    return *state;
}

} // namespace

TEST_CASE("A folder that will be made is judged by where its nearest parent is") {
    const TemporaryFolder temporary;
    const fs::path folder = temporary.path() / "a" / "b";
    const FolderState state = lookAt(folder);
    CHECK(state.obstacle.empty());
    CHECK_FALSE(state.noFolder);
    CHECK(state.ignoresCase);
    CHECK(state.leadsTo.filename() == "b");
    CHECK(state.mountPoint == temporary.path().root_path());
    CHECK_FALSE(state.fileSystem.empty());
}

TEST_CASE("What is in the way of a folder is told") {
    const TemporaryFolder temporary;
    put(temporary.path() / "file", "");
    const FolderState behindFile = lookAt(temporary.path() / "file" / "folder");
    CHECK(behindFile.noFolder);
    CHECK_THAT(behindFile.obstacle, Catch::EndsWith("file is not a folder"));
    const FolderState longName = lookAt(temporary.path() / std::string(256, 'x'));
    CHECK_THAT(longName.obstacle, Catch::Contains("has 256 characters; the system allows 255"));
    CHECK(lookAt(temporary.path() / std::string(255, 'x')).obstacle.empty());
}

TEST_CASE("A path of the computer that runs is what it says") {
    const host::Root here;
    CHECK(here.isRunningSystem());
    CHECK(here("C:/Program Files/x") == "C:/Program Files/x");
    CHECK(here.followed("C:/absent/x") == "C:/absent/x");
}

TEST_CASE("A file that a person names is read at once, up to a limit") {
    const TemporaryFolder temporary;
    put(temporary.path() / "answers.ini", "12345");
    CHECK(host::readGivenFile(temporary.path() / "answers.ini", 5) == "12345");
    CHECK(host::readGivenFile(temporary.path() / "answers.ini", 4).error().id == "file.read");
    CHECK(host::readGivenFile(temporary.path() / "absent.ini", 5).error().id == "file.read");
    CHECK(host::readGivenFile(temporary.path(), 5).error().id == "file.read");
}
