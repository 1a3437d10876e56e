// SPDX-License-Identifier: Apache-2.0
#include "host/files.hpp"
#include "host/windows/opened.hpp"
#include "host/windows/reading.hpp"
#include "host/windows/rights.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

FileType typeOf(const EntryInformation& entry) {
    if (entry.link)
        return FileType::symbolicLink;
    return entry.folder() ? FileType::folder : FileType::regular;
}

/// Asks the system itself, by opening it in that way and doing nothing.
Result<void> allowed(const std::filesystem::path& path, DWORD access, Access purpose) {
    const SystemError error =
        patiently([&] { return openEntry(path, access).open() ? SystemError{0} : lastError(); });
    if (error == 0)
        return {};
    return fail(fileFailure(
        error, purpose, (purpose == Access::reading ? "Can't read " : "Can't write ") + utf8(path), path));
}

bool isFolder(const std::filesystem::path& path) {
    const DWORD attributes = ::GetFileAttributesW(native(path).c_str());
    return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

constexpr DWORD addEntries = FILE_ADD_FILE | FILE_ADD_SUBDIRECTORY;

} // namespace

Result<std::optional<FileStatus>> status(const std::filesystem::path& path) {
    Handle opened = openEntry(path, FILE_READ_ATTRIBUTES | READ_CONTROL);
    if (!opened.open() && lastError() == ERROR_ACCESS_DENIED)
        opened = openEntry(path, FILE_READ_ATTRIBUTES); // its rights may not be read
    const SystemError error = opened.open() ? 0 : lastError();
    if (isAbsence(error))
        return std::nullopt;
    const auto entry = opened.open() ? informationOf(opened.get()) : std::nullopt;
    if (!entry)
        return fail(fileFailure(error != 0 ? error : lastError(), Access::reading,
                                "Can't look at " + utf8(path), path));
    FileStatus found;
    found.type = typeOf(*entry);
    found.size = entry->folder() ? 0 : entry->size;
    found.inode = entry->file;
    const OwnedRights rights = rightsOf(opened.get(), entry->folder());
    found.mode = rights.mode;
    found.user = rights.owner.user;
    found.group = rights.owner.group;
    if (entry->link)
        found.leadsTo = targetOf(opened.get());
    return found;
}

Result<std::string> readFile(const std::filesystem::path& path, std::uint64_t limit) {
    if (isFolder(path))
        return fail(ExitCode::failed, "file.read", "Can't read " + utf8(path), "It is a folder",
                    "A folder is where a file is required: move it away, or choose another path");
    Handle file;
    const SystemError error = patiently([&] {
        file = Handle(::CreateFileW(native(path).c_str(), GENERIC_READ,
                                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                    OPEN_EXISTING, FILE_FLAG_SEQUENTIAL_SCAN, nullptr));
        return file.open() ? SystemError{0} : lastError();
    });
    if (error != 0)
        return fail(cannotRead(error, path));
    return readToEnd(file.get(), path, limit);
}

Result<void> checkReadable(const std::filesystem::path& path) {
    return allowed(path, isFolder(path) ? DWORD{FILE_LIST_DIRECTORY} : GENERIC_READ, Access::reading);
}

Result<void> checkWritable(const std::filesystem::path& path) {
    const std::filesystem::path nearest = nearestExisting(path);
    if (isFolder(nearest))
        return allowed(nearest, addEntries, Access::writing);
    if (native(nearest) != native(path))
        return fail(fileFailure(ERROR_DIRECTORY, Access::writing, "Can't write " + utf8(path), nearest));
    const auto folder = allowed(nearest.parent_path(), addEntries, Access::writing);
    return folder ? allowed(nearest, GENERIC_WRITE, Access::writing) : folder;
}

} // namespace bes::host
