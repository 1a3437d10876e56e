// SPDX-License-Identifier: Apache-2.0
#include "host/windows/unfinished_names.hpp"

#include <random>

#include "host/windows/folder_names.hpp"
#include "host/windows/opened.hpp"
#include "host/windows/rights.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

namespace fs = std::filesystem;

constexpr int mostTries = 100; // of names that others may take

/// As on every system: what killed runs left is found by it.
std::string prefixFor(const fs::path& path) {
    return "." + utf8(path.filename()) + ".bes-unfinished-";
}

fs::path freshName(const fs::path& path) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz012345";
    constexpr int length = 10;
    std::random_device random;
    std::string name = prefixFor(path);
    for (int i = 0; i < length; ++i)
        name += letters[random() % letters.size()];
    return path.parent_path() / pathOf(name);
}

SystemError move(const fs::path& from, const fs::path& to, DWORD flags) {
    return outcomeOf(::MoveFileExW(native(from).c_str(), native(to).c_str(), flags | MOVEFILE_WRITE_THROUGH));
}

bool isOldOpen(SystemError error, const fs::path& to) {
    if (isInUse(error))
        return true;
    const DWORD attributes = ::GetFileAttributesW(native(to).c_str());
    return error == ERROR_ACCESS_DENIED && attributes != INVALID_FILE_ATTRIBUTES &&
           (attributes & FILE_ATTRIBUTE_DIRECTORY) == 0;
}

void removeOrLater(const fs::path& file) {
    const std::wstring name = native(file);
    ::SetFileAttributesW(name.c_str(), FILE_ATTRIBUTE_NORMAL);
    if (::DeleteFileW(name.c_str()) == 0)
        ::MoveFileExW(name.c_str(), nullptr, MOVEFILE_DELAY_UNTIL_REBOOT);
}

} // namespace

NewName::NewName(const fs::path& path, unsigned mode) : path_(path) {
    error_ = ERROR_FILE_EXISTS;
    for (int i = 0; error_ == ERROR_FILE_EXISTS && i < mostTries; ++i) {
        temporary_ = freshName(path_);
        NewRights rights(mode, false);
        file_ = Handle(::CreateFileW(native(temporary_).c_str(),
                                     GENERIC_READ | GENERIC_WRITE | WRITE_DAC | WRITE_OWNER, FILE_SHARE_READ,
                                     rights.attributes(), CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr));
        error_ = file_.open() ? 0 : lastError();
    }
}

NewName::~NewName() {
    file_.close();
    if (error_ == 0 && !taken_)
        ::DeleteFileW(native(temporary_).c_str());
}

SystemError NewName::take() {
    if (::FlushFileBuffers(file_.get()) == 0)
        return lastError();
    file_.close();
    const SystemError error = moveOver(temporary_, path_);
    taken_ = error == 0;
    return error;
}

SystemError moveOver(const fs::path& from, const fs::path& to) {
    const SystemError error = move(from, to, MOVEFILE_REPLACE_EXISTING);
    if (error == 0 || !isOldOpen(error, to))
        return error;
    const fs::path aside = freshName(to);
    const SystemError away = patiently([&] { return move(to, aside, 0); });
    if (away != 0) // not even its name can change
        return isInUse(error) ? patiently([&] { return move(from, to, MOVEFILE_REPLACE_EXISTING); }) : error;
    const SystemError moved = patiently([&] { return move(from, to, 0); });
    if (moved != 0)
        (void)move(aside, to, 0);
    else
        removeOrLater(aside);
    return moved;
}

SystemError removeUnfinishedNames(const fs::path& path) {
    std::vector<FolderName> names;
    if (const SystemError error = namesIn(path.parent_path(), names); error != 0)
        return isAbsence(error) ? 0 : error;
    SystemError problem = 0;
    for (const FolderName& name : names)
        if (!name.folder && utf8(name.name).starts_with(prefixFor(path))) {
            const fs::path left = path.parent_path() / name.name;
            // what is still open goes when the computer starts again
            if (::DeleteFileW(native(left).c_str()) == 0 && !isInUse(lastError()) &&
                lastError() != ERROR_ACCESS_DENIED)
                problem = lastError();
        }
    return problem;
}

SystemError flushFolder(const fs::path& folder) {
    const Handle opened = openEntry(folder, GENERIC_WRITE);
    if (!opened.open())
        return lastError();
    const SystemError error = outcomeOf(::FlushFileBuffers(opened.get()));
    // file systems that keep no folders of their own (shares)
    return error == ERROR_INVALID_FUNCTION || error == ERROR_NOT_SUPPORTED ? 0 : error;
}

} // namespace bes::host
