// SPDX-License-Identifier: Apache-2.0
#include "host/files.hpp"
#include "host/windows/folder_names.hpp"
#include "host/windows/opened.hpp"
#include "host/windows/reading.hpp"
#include "host/windows/rights.hpp"
#include "host/windows/unfinished_names.hpp"
#include "host/windows/wide_text.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

namespace fs = std::filesystem;

SystemError dress(const fs::path& path, const NewName& file, unsigned mode, Keep keep) {
    if (keep == Keep::ownerAndMode) {
        const Handle before = openEntry(path, READ_CONTROL);
        if (before.open())
            return copyRights(before.get(), file.file());
        if (!isAbsence(lastError()))
            return lastError();
    }
    return setRights(file.file(), false, mode);
}

SystemError replace(const fs::path& path, std::string_view content, unsigned mode, Keep keep) {
    NewName file(path, mode);
    SystemError error = file.error();
    if (error == 0)
        error = writeAll(file.file(), content);
    if (error == 0)
        error = dress(path, file, mode, keep);
    if (error == 0)
        error = file.take();
    return error == 0 ? flushFolder(path.parent_path()) : error;
}

/// What a link leads to is rewritten, where the link itself is kept.
fs::path written(const fs::path& path, Keep keep) {
    const fs::path absolute = withoutPrefix(native(path));
    if (keep == Keep::nothing)
        return absolute;
    const Handle opened(::CreateFileW(native(path).c_str(), FILE_READ_ATTRIBUTES,
                                      FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                      OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr));
    std::wstring final(32768, L'\0');
    const DWORD size = opened.open() ? ::GetFinalPathNameByHandleW(opened.get(), final.data(),
                                                                   static_cast<DWORD>(final.size()), 0)
                                     : 0;
    if (size == 0 || size >= final.size())
        return absolute;
    final.resize(size);
    return withoutPrefix(final);
}

/// Each file by itself, where the system does not flush a whole drive for us.
SystemError flushBelow(const fs::path& path) {
    std::vector<FolderName> names;
    if (namesIn(path, names) != 0) {
        const Handle file = openEntry(path, GENERIC_WRITE);
        return file.open() ? outcomeOf(::FlushFileBuffers(file.get())) : 0;
    }
    for (const FolderName& name : names)
        if (const SystemError error = name.link ? 0 : flushBelow(path / name.name); error != 0)
            return error;
    return flushFolder(path);
}

SystemError flushDrive(const fs::path& path) {
    std::wstring drive(MAX_PATH, L'\0');
    if (::GetVolumePathNameW(native(path).c_str(), drive.data(), static_cast<DWORD>(drive.size())) == 0)
        return lastError();
    std::wstring name = withoutPrefix(drive.c_str()).native();
    while (name.ends_with(L'\\'))
        name.pop_back();
    const Handle volume(::CreateFileW((LR"(\\.\)" + name).c_str(), GENERIC_WRITE,
                                      FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                      OPEN_EXISTING, 0, nullptr));
    return volume.open() ? outcomeOf(::FlushFileBuffers(volume.get())) : lastError();
}

} // namespace

Result<void> writeDurably(const fs::path& path, std::string_view content, unsigned mode, Keep keep) {
    const fs::path place = written(path, keep);
    TRY_ASSIGN(const auto before, host::status(place));
    const std::optional<FileStatus>& old = before;
    const bool isFolder = old && old->type == FileType::folder;
    const SystemError error = isFolder ? ERROR_ALREADY_EXISTS : replace(place, content, mode, keep);
    if (error != 0)
        return fail(fileFailure(error, Access::writing, "Can't write " + utf8(path), place, content.size()));
    return {};
}

Result<void> makeFile(const fs::path& path, unsigned mode) {
    NewRights rights(mode, false);
    const Handle made(::CreateFileW(native(path).c_str(), GENERIC_WRITE | WRITE_DAC, FILE_SHARE_READ,
                                    rights.attributes(), CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr));
    const SystemError error = made.open() ? setRights(made.get(), false, mode) : lastError();
    if (error == 0 || error == ERROR_FILE_EXISTS)
        return {};
    return fail(fileFailure(error, Access::writing, "Can't create the file " + utf8(path), path));
}

Result<void> removeUnfinishedWrites(const fs::path& path) {
    const SystemError error = removeUnfinishedNames(path);
    if (error == 0)
        return {};
    return fail(fileFailure(error, Access::writing, "Can't remove the temporary files of " + utf8(path),
                            path.parent_path()));
}

Result<void> syncFileSystem(const fs::path& path) {
    SystemError error = flushDrive(path);
    if (error != 0)
        error = flushBelow(path);
    return writeOutcome(error, "Can't write to disk the file system of", path);
}

Result<void> syncFolder(const fs::path& path) {
    return writeOutcome(flushFolder(path), "Can't write to disk the folder", path);
}

} // namespace bes::host
