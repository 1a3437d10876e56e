// SPDX-License-Identifier: Apache-2.0
#include "host/files.hpp"
#include "host/surroundings.hpp"
#include "host/windows/drive.hpp"
#include "host/windows/reading.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"

namespace bes::host {

std::filesystem::path driveOf(const std::filesystem::path& path) {
    std::wstring drive(32768, L'\0');
    if (::GetVolumePathNameW(native(path).c_str(), drive.data(), static_cast<DWORD>(drive.size())) == 0)
        return path.root_path();
    return withoutPrefix(drive.c_str());
}

Result<FileSystemSpace> space(const std::filesystem::path& path) {
    const std::filesystem::path nearest = nearestExisting(path);
    ULARGE_INTEGER available{};
    if (::GetDiskFreeSpaceExW(native(nearest.has_parent_path() ? nearest : nearest.root_path()).c_str(),
                              &available, nullptr, nullptr) == 0 &&
        ::GetDiskFreeSpaceExW(native(driveOf(nearest)).c_str(), &available, nullptr, nullptr) == 0)
        return fail(fileFailure(lastError(), Access::reading,
                                "Can't determine the free space for " + utf8(path), nearest));
    return FileSystemSpace{driveOf(nearest), available.QuadPart};
}

std::optional<std::uint64_t> largestFile() {
    return std::nullopt; // the system has no such limit
}

} // namespace bes::host
