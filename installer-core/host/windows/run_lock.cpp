// SPDX-License-Identifier: Apache-2.0
#include "host/run_lock.hpp"

#include <fcntl.h>
#include <io.h>

#include <mutex>
#include <set>
#include <sstream>
#include <string>
#include <utility>

#include "host/files.hpp"
#include "host/own_process.hpp"
#include "host/run_note.hpp"
#include "host/windows/command_line.hpp"
#include "host/windows/opened.hpp"
#include "host/windows/reading.hpp"
#include "host/windows/rights.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"
#include "text/utc.hpp"

namespace bes::host {
namespace {

struct HeldLocks {
    std::mutex mutex;
    std::set<std::filesystem::path> files;
};

HeldLocks& held() {
    static HeldLocks& locks = *new HeldLocks; // a process that ends in another thread needs it to its end
    return locks;
}

/// The program and its command: no word after an option, which might be a secret.
std::string thisProgram() {
    const std::vector<std::string> words = wordsOf(::GetCommandLineW());
    if (words.empty())
        return "unknown";
    return words.size() < 2 || words[1].starts_with('-') ? words[0] : words[0] + " " + words[1];
}

/// Four lines: process, start time, program, account.
void introduce(HANDLE file, const LockHolder& self) {
    const std::string holder =
        std::to_string(self.process) + "\n" + self.since + "\n" + self.program + "\n" + self.account + "\n";
    // only for the message of a second run: the lock holds without it, so a full disk is no reason to stop
    // here
    if (::SetEndOfFile(file) != 0)
        (void)writeAll(file, holder);
}

LockHolder introduced(const std::filesystem::path& file) {
    LockHolder holder;
    if (const auto content = readFile(file)) {
        std::istringstream lines(*content);
        lines >> holder.process >> std::ws;
        std::getline(lines, holder.since);
        std::getline(lines, holder.program);
        std::getline(lines, holder.account);
    }
    return holder;
}

Failure busy(const std::filesystem::path& file) {
    return {ExitCode::busy, "run.busy", "Can't get the lock " + utf8(file),
            "Another run of setup is in progress: " + describe(introduced(file)),
            "Wait until that run has ended, then run setup again"};
}

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

void removeLock(const std::filesystem::path& file) {
    ::DeleteFileW(native(file).c_str());
}

} // namespace

std::string describe(const LockHolder& holder) {
    if (holder.program.empty())
        return "an unknown process";
    return "process " + std::to_string(holder.process) + " (" + holder.program + "), since " + holder.since +
           (holder.account.empty() ? "" : ", started by " + holder.account);
}

std::optional<LockHolder> RunLock::holder(const std::filesystem::path& file) {
    const Handle opened = openEntry(file, GENERIC_READ);
    OVERLAPPED place = lockedByte();
    if (!opened.open() || ::LockFileEx(opened.get(), LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &place) != 0 ||
        lastError() != ERROR_LOCK_VIOLATION)
        return std::nullopt;
    return introduced(file);
}

Result<RunLock> RunLock::acquire(const std::filesystem::path& file, const std::filesystem::path& note) {
    constexpr unsigned ownersOnly = 0600; // who may read it may lock it
    while (true) {
        NewRights rights(ownersOnly, false);
        Handle opened(::CreateFileW(native(file).c_str(), GENERIC_READ | GENERIC_WRITE | WRITE_DAC,
                                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                    rights.attributes(), OPEN_ALWAYS, FILE_FLAG_OPEN_REPARSE_POINT, nullptr));
        SystemError error = opened.open() ? setRights(opened.get(), false, ownersOnly) : lastError();
        if (error != 0)
            return fail(fileFailure(error, Access::writing, "Can't create the lock " + utf8(file), file));
        error = lock(opened.get());
        if (error != 0)
            return fail(error == ERROR_LOCK_VIOLATION
                            ? busy(file)
                            : fileFailure(error, Access::writing, "Can't get the lock " + utf8(file), file));
        if (!stillThere(opened.get(), file))
            continue;
        const LockHolder self{static_cast<int>(::GetCurrentProcessId()), utcNow(), thisProgram(),
                              personsAccount()};
        introduce(opened.get(), self);
        if (!note.empty())
            noteRun(note, self);
        const int descriptor =
            ::_open_osfhandle(reinterpret_cast<std::intptr_t>(opened.release()), _O_BINARY); // NOLINT
        return RunLock(descriptor, file, note);
    }
}

RunLock::RunLock(int descriptor, std::filesystem::path file, std::filesystem::path note)
    : descriptor_(descriptor), file_(std::move(file)), note_(std::move(note)) {
    const std::lock_guard lock(held().mutex);
    held().files.insert(file_);
    if (!note_.empty())
        held().files.insert(note_);
}

bool RunLock::isHeldHere(const std::filesystem::path& file) {
    const std::lock_guard lock(held().mutex);
    return held().files.contains(file);
}

void RunLock::removeFiles() {
    const std::lock_guard lock(held().mutex);
    for (const std::filesystem::path& file : held().files)
        removeLock(file);
}

RunLock::RunLock(RunLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), file_(std::move(other.file_)),
      note_(std::move(other.note_)) {
}

RunLock::~RunLock() {
    if (descriptor_ < 0)
        return;
    const std::lock_guard lock(held().mutex);
    held().files.erase(file_);
    held().files.erase(note_);
    if (!note_.empty())
        removeNote(note_);
    removeLock(file_); // while it is still ours
    ::_close(descriptor_);
}

} // namespace bes::host
