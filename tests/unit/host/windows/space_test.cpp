// SPDX-License-Identifier: Apache-2.0
#include <windows.h>

#include <catch2/catch.hpp>

#include "host/files.hpp"
#include "places_of_tests.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
namespace fs = std::filesystem;

namespace {

std::uint64_t freeOn(const fs::path& drive) {
    ULARGE_INTEGER available{};
    REQUIRE(::GetDiskFreeSpaceExW(drive.c_str(), &available, nullptr, nullptr) != 0);
    return available.QuadPart;
}

/// Looked at while nobody else writes on that drive.
void checkSpace(const fs::path& path, const fs::path& drive) {
    CAPTURE(path);
    for (int tries = 0; tries < 1000; ++tries) {
        const std::uint64_t before = freeOn(drive);
        const auto space = host::space(path);
        REQUIRE(space);
        if (before != freeOn(drive))
            continue;
        CHECK(*space == FileSystemSpace{drive, before});
        return;
    }
    FAIL("somebody writes without a pause");
}

/// A letter that no drive has.
fs::path absentDrive() {
    for (wchar_t letter = L'Z'; letter > L'C'; --letter)
        if ((::GetLogicalDrives() & (1U << (letter - L'A'))) == 0)
            return std::wstring{letter, L':', L'\\'};
    throw std::runtime_error("every letter is taken");
}

} // namespace

TEST_CASE("Free space is that of the drive on which the nearest existing folder is") {
    const TemporaryFolder folder;
    const fs::path drive = folder.path().root_path();
    put(folder.path() / "file", "x");
    for (const fs::path& path : {folder.path(), folder.path() / "opt" / "bes-standby", folder.path() / "file",
                                 folder.path() / "file" / "below", drive, drive / "absent"})
        checkSpace(path, drive);
}

TEST_CASE("What is on another drive has the free space of that one") {
    const auto space =
        host::space(BES_SOURCE_DIR "/absent/bes-standby"); // where packaging/windows/test has them
    REQUIRE(space);
    CHECK(space->mountPoint == BES_SOURCE_DIR "\\");
}

TEST_CASE("The free space of a drive that is not there is a failure that names the path") {
    const fs::path absent = absentDrive();
    const auto space = host::space(absent / "bes-standby");
    REQUIRE_FALSE(space);
    CHECK_THAT(space.error().what, Catch::Contains("bes-standby"));
    CHECK_FALSE(space.error().why.empty());
    CHECK_FALSE(space.error().remedy.empty());
}
