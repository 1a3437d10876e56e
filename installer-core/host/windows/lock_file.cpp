// SPDX-License-Identifier: Apache-2.0
#include "host/lock_file.hpp"

#include <fcntl.h>
#include <io.h>

#include <vector>

#include "host/windows/command_line.hpp"
#include "host/windows/opened.hpp"
#include "host/windows/reading.hpp"
#include "host/windows/rights.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

/// One byte far behind what is written: a lock keeps others from reading what it covers.
OVERLAPPED lockedByte() {
    OVERLAPPED place{};
    place.OffsetHigh = 0x40000000;
    return place;
}

/// Who only looks whether the lock is held has it for a moment himself.
SystemError lock(HANDLE file) {
    return patiently([&] {
        OVERLAPPED place = lockedByte();
        return outcomeOf(
            ::LockFileEx(file, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &place));
    });
}

/// The holder removes the file when it is done: a lock on a file that is gone keeps nobody out.
bool stillThere(HANDLE opened, const std::filesystem::path& file) {
    const Handle named = openEntry(file, FILE_READ_ATTRIBUTES);
    const auto locked = informationOf(opened),
               there = named.open() ? informationOf(named.get()) : std::nullopt;
    return locked && there && locked->sameFileAs(*there);
}

} // namespace

Result<std::optional<int>> openLocked(const std::filesystem::path& file) {
    constexpr unsigned ownersOnly = 0600;
    while (true) {
        NewRights rights(ownersOnly, false);
        Handle opened(::CreateFileW(native(file).c_str(), GENERIC_READ | GENERIC_WRITE | WRITE_DAC,
                                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                    rights.attributes(), OPEN_ALWAYS, FILE_FLAG_OPEN_REPARSE_POINT, nullptr));
        SystemError error = opened.open() ? setRights(opened.get(), false, ownersOnly) : lastError();
        if (error != 0)
            return fail(fileFailure(error, Access::writing, "Can't create the lock " + utf8(file), file));
        error = lock(opened.get());
        if (error == ERROR_LOCK_VIOLATION)
            return std::nullopt;
        if (error != 0)
            return fail(fileFailure(error, Access::writing, "Can't get the lock " + utf8(file), file));
        if (stillThere(opened.get(), file))
            return ::_open_osfhandle(reinterpret_cast<std::intptr_t>(opened.release()), _O_BINARY); // NOLINT
    }
}

bool isLockedByAnother(const std::filesystem::path& file) {
    const Handle opened = openEntry(file, GENERIC_READ);
    OVERLAPPED place = lockedByte();
    return opened.open() && ::LockFileEx(opened.get(), LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &place) == 0 &&
           lastError() == ERROR_LOCK_VIOLATION;
}

void describeIn(int lockFile, std::string_view text) {
    HANDLE const file = reinterpret_cast<HANDLE>(::_get_osfhandle(lockFile)); // NOLINT: how it is kept
    if (::SetFilePointerEx(file, {}, nullptr, FILE_BEGIN) != 0 && ::SetEndOfFile(file) != 0)
        (void)writeAll(file, text);
}

void closeLocked(int lockFile) {
    ::_close(lockFile);
}

void removeLocked(const std::filesystem::path& file) {
    ::DeleteFileW(native(file).c_str());
}

std::string programAndCommand() {
    const std::vector<std::string> words = wordsOf(::GetCommandLineW());
    if (words.empty())
        return "unknown";
    return words.size() < 2 || words[1].starts_with('-') ? words[0] : words[0] + " " + words[1];
}

int ownNumber() {
    return static_cast<int>(::GetCurrentProcessId());
}

} // namespace bes::host
