// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "host/files.hpp"
#include "host/windows/folder_names.hpp"
#include "host/windows/opened.hpp"
#include "host/windows/rights.hpp"
#include "host/windows/unfinished_names.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"

// Names come, move and go: files, links and folders.

namespace bes::host {
namespace {

namespace fs = std::filesystem;

bool isFolder(const fs::path& path) {
    const DWORD attributes = ::GetFileAttributesW(native(path).c_str());
    return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

bool sameFile(const fs::path& a, const fs::path& b) {
    const Handle first = openEntry(a, FILE_READ_ATTRIBUTES), second = openEntry(b, FILE_READ_ATTRIBUTES);
    const auto one = first.open() ? informationOf(first.get()) : std::nullopt;
    const auto other = second.open() ? informationOf(second.get()) : std::nullopt;
    return one && other && one->sameFileAs(*other);
}

SystemError changeRights(const fs::path& path, DWORD access, unsigned mode, std::optional<AccountIds> owner) {
    const Handle opened = openEntry(path, READ_CONTROL | FILE_READ_ATTRIBUTES | access);
    const auto entry = opened.open() ? informationOf(opened.get()) : std::nullopt;
    if (!entry)
        return lastError();
    return entry->link ? 0 : setRights(opened.get(), entry->folder(), mode, owner);
}

std::string renaming(const fs::path& from, const fs::path& to) {
    return "Can't rename " + utf8(from) + " to " + utf8(to);
}

/// An empty folder may be replaced by one, as everywhere else.
SystemError move(const fs::path& from, const fs::path& to) {
    if (isFolder(from)) {
        if (isFolder(to) && !::RemoveDirectoryW(native(to).c_str()))
            return lastError();
        return patiently([&] {
            return outcomeOf(::MoveFileExW(native(from).c_str(), native(to).c_str(), MOVEFILE_WRITE_THROUGH));
        });
    }
    return isFolder(to) ? SystemError{ERROR_ALREADY_EXISTS} : moveOver(from, to);
}

} // namespace

Result<void> rename(const fs::path& from, const fs::path& to) {
    const SystemError error = move(from, to);
    if (error == 0)
        return {};
    return fail(
        fileFailure(error, Access::writing, renaming(from, to), isInUse(error) ? from : to.parent_path()));
}

Result<bool> renameIfFree(const fs::path& from, const fs::path& to) {
    const SystemError error = patiently([&] {
        return outcomeOf(::MoveFileExW(native(from).c_str(), native(to).c_str(), MOVEFILE_WRITE_THROUGH));
    });
    if (error == 0)
        return true;
    const bool taken = ::GetFileAttributesW(native(to).c_str()) != INVALID_FILE_ATTRIBUTES;
    if (error == ERROR_ALREADY_EXISTS || error == ERROR_FILE_EXISTS ||
        (error == ERROR_ACCESS_DENIED && taken))
        return false;
    return fail(
        fileFailure(error, Access::writing, renaming(from, to), isInUse(error) ? from : to.parent_path()));
}

Result<void> keepAs(const fs::path& from, const fs::path& to) {
    SystemError error = outcomeOf(::CreateHardLinkW(native(to).c_str(), native(from).c_str(), nullptr));
    if (error == ERROR_ALREADY_EXISTS && sameFile(from, to))
        error = 0;
    return writeOutcome(error, "Can't keep " + utf8(from) + " as", to);
}

Result<void> removeFile(const fs::path& path) {
    const Handle opened = openEntry(path, FILE_READ_ATTRIBUTES);
    const auto entry = opened.open() ? informationOf(opened.get()) : std::nullopt;
    const bool linkToFolder = entry && entry->link && entry->folder();
    if (entry && entry->folder() && !linkToFolder)
        return writeOutcome(ERROR_DIRECTORY, "Can't remove", path);
    return writeOutcome(removeEntry(path, linkToFolder), "Can't remove", path);
}

Result<void> removeEmptyFolder(const fs::path& path) {
    const SystemError error = removeEntry(path, true);
    const bool stays = error == ERROR_DIR_NOT_EMPTY || error == ERROR_DIRECTORY;
    return writeOutcome(stays ? 0 : error, "Can't remove the folder", path);
}

Result<void> removeTree(const fs::path& path) {
    if (path.lexically_normal().relative_path().empty())
        throw std::logic_error("removeTree() of a whole file system");
    return writeOutcome(removeWhole(path), "Can't remove the folder", path);
}

Result<void> makeFolder(const fs::path& path, unsigned mode) {
    NewRights rights(mode, true); // never wider than wanted, not even for a moment
    if (::CreateDirectoryW(native(path).c_str(), rights.attributes()) != 0)
        return writeOutcome(changeRights(path, WRITE_DAC, mode, {}),
                            "Can't set the permissions of the folder", path);
    SystemError error = lastError();
    if (error == ERROR_ALREADY_EXISTS)
        error = isFolder(path) ? 0 : ERROR_DIRECTORY;
    return writeOutcome(error, "Can't create the folder", path);
}

Result<void> makeFolders(const fs::path& path, unsigned mode) {
    if (isFolder(path))
        return {};
    constexpr unsigned usual = 0755;
    const fs::path parent = path.parent_path();
    auto above = parent == path || parent.empty() ? Result<void>() : makeFolders(parent, usual);
    return above.and_then([&] { return makeFolder(path, mode); });
}

Result<void> giveTo(const fs::path& path, std::uint32_t user, std::uint32_t group) {
    const Handle opened = openEntry(path, READ_CONTROL | FILE_READ_ATTRIBUTES);
    const auto entry = opened.open() ? informationOf(opened.get()) : std::nullopt;
    const SystemError error =
        entry ? changeRights(path, WRITE_DAC | WRITE_OWNER, rightsOf(opened.get(), entry->folder()).mode,
                             AccountIds{user, group})
              : lastError();
    return writeOutcome(error, "Can't change the owner of", path);
}

Result<void> setMode(const fs::path& path, unsigned mode) {
    return writeOutcome(changeRights(path, WRITE_DAC, mode, {}), "Can't change the permissions of", path);
}

} // namespace bes::host
