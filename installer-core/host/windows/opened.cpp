// SPDX-License-Identifier: Apache-2.0
#include "host/windows/opened.hpp"

#include <algorithm>
#include <vector>

#include <winioctl.h>

#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

/// What the system gives for a link, as documented: the headers have it only for drivers.
struct ReparseData {
    ULONG tag;
    USHORT length, reserved;
    USHORT substituteOffset, substituteLength, printOffset, printLength;
};

std::vector<unsigned char> reparseData(HANDLE link) {
    std::vector<unsigned char> data(MAXIMUM_REPARSE_DATA_BUFFER_SIZE);
    DWORD size = 0;
    if (::DeviceIoControl(link, FSCTL_GET_REPARSE_POINT, nullptr, 0, data.data(),
                          static_cast<DWORD>(data.size()), &size, nullptr) == 0)
        size = 0;
    data.resize(size);
    return data;
}

} // namespace

Handle openEntry(const std::filesystem::path& path, DWORD access, Sharing sharing) {
    const DWORD shared =
        FILE_SHARE_READ | FILE_SHARE_WRITE | (sharing == Sharing::pinned ? 0 : FILE_SHARE_DELETE);
    return Handle(::CreateFileW(native(path).c_str(), access, shared, nullptr, OPEN_EXISTING,
                                FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT, nullptr));
}

std::optional<EntryInformation> informationOf(HANDLE opened) {
    BY_HANDLE_FILE_INFORMATION found{};
    if (::GetFileInformationByHandle(opened, &found) == 0)
        return std::nullopt;
    const auto joined = [](DWORD high, DWORD low) { return std::uint64_t{high} << 32 | low; };
    EntryInformation entry{found.dwFileAttributes,
                           found.dwVolumeSerialNumber,
                           joined(found.nFileIndexHigh, found.nFileIndexLow),
                           joined(found.nFileSizeHigh, found.nFileSizeLow),
                           joined(found.ftLastWriteTime.dwHighDateTime, found.ftLastWriteTime.dwLowDateTime),
                           found.nNumberOfLinks,
                           false};
    FILE_ATTRIBUTE_TAG_INFO tag{};
    // other reparse points (deduplicated files, files that a cloud holds) are files
    entry.link = (entry.attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0 &&
                 (::GetFileInformationByHandleEx(opened, FileAttributeTagInfo, &tag, sizeof tag) == 0 ||
                  tag.ReparseTag == IO_REPARSE_TAG_SYMLINK || tag.ReparseTag == IO_REPARSE_TAG_MOUNT_POINT);
    return entry;
}

std::string targetOf(HANDLE link) {
    const std::vector<unsigned char> data = reparseData(link);
    if (data.size() < sizeof(ReparseData))
        return {};
    const auto& header = *reinterpret_cast<const ReparseData*>(data.data()); // NOLINT: as the system fills it
    const std::size_t begin =
        sizeof(ReparseData) + (header.tag == IO_REPARSE_TAG_SYMLINK ? 4 : 0) + header.printOffset;
    if (begin + header.printLength > data.size())
        return {};
    const auto* const text = reinterpret_cast<const wchar_t*>(data.data() + begin); // NOLINT: as above
    return utf8(std::filesystem::path(std::wstring(text, header.printLength / sizeof(wchar_t))));
}

long long secondsOf(std::uint64_t fileTime) {
    constexpr std::uint64_t perSecond = 10'000'000;
    constexpr long long between1601And1970 = 11'644'473'600;
    return static_cast<long long>(fileTime / perSecond) - between1601And1970;
}

} // namespace bes::host
