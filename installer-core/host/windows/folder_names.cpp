// SPDX-License-Identifier: Apache-2.0
#include "host/windows/folder_names.hpp"

#include <string>

#include <windows.h>

#include "host/windows/opened.hpp"
#include "host/windows/wide_text.hpp"

namespace bes::host {
namespace {

namespace fs = std::filesystem;

SystemError removeBelow(const fs::path& folder) {
    std::vector<FolderName> names;
    if (const SystemError error = namesIn(folder, names); error != 0)
        return error;
    for (const FolderName& name : names) {
        const fs::path path = folder / name.name;
        SystemError error = name.folder && !name.link ? removeBelow(path) : 0;
        if (error == 0)
            error = removeEntry(path, name.folder);
        if (error != 0)
            return error;
    }
    return 0;
}

} // namespace

SystemError namesIn(const fs::path& folder, std::vector<FolderName>& into) {
    WIN32_FIND_DATAW found{};
    HANDLE const search = ::FindFirstFileW((native(folder) + L"\\*").c_str(), &found);
    if (search == INVALID_HANDLE_VALUE)
        return lastError();
    do {
        const std::wstring name = found.cFileName;
        const bool reparse = (found.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0;
        const bool link = reparse && (found.dwReserved0 == IO_REPARSE_TAG_SYMLINK ||
                                      found.dwReserved0 == IO_REPARSE_TAG_MOUNT_POINT);
        if (name != L"." && name != L"..")
            into.push_back({name, (found.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0, link});
    } while (::FindNextFileW(search, &found) != 0);
    const SystemError error = lastError();
    ::FindClose(search);
    return error == ERROR_NO_MORE_FILES ? 0 : error;
}

SystemError removeEntry(const fs::path& path, bool folder) {
    const std::wstring name = native(path);
    const auto remove = [&] {
        return outcomeOf(folder ? ::RemoveDirectoryW(name.c_str()) : ::DeleteFileW(name.c_str()));
    };
    SystemError error = patiently(remove);
    if (error == ERROR_ACCESS_DENIED) {
        const DWORD attributes = ::GetFileAttributesW(name.c_str());
        if (attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_READONLY) != 0 &&
            ::SetFileAttributesW(name.c_str(), attributes & ~DWORD{FILE_ATTRIBUTE_READONLY}) != 0)
            error = patiently(remove);
    }
    return isAbsence(error) ? 0 : error;
}

SystemError removeWhole(const fs::path& path) {
    SystemError error = 0;
    bool folder = false;
    {
        const Handle opened = openEntry(path, FILE_READ_ATTRIBUTES);
        error = opened.open() ? 0 : lastError();
        const auto entry = opened.open() ? informationOf(opened.get()) : std::nullopt;
        folder = entry && entry->folder();
        if (entry && folder && !entry->link)
            error = removeBelow(path);
    }
    if (error == ERROR_DIRECTORY)
        return 0;
    if (error != 0)
        return isAbsence(error) ? 0 : error;
    return removeEntry(path, folder);
}

} // namespace bes::host
