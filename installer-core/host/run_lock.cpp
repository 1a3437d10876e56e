// SPDX-License-Identifier: Apache-2.0
#include "host/run_lock.hpp"

#include <mutex>
#include <set>
#include <sstream>
#include <string>
#include <utility>

#include "host/files.hpp"
#include "host/lock_file.hpp"
#include "host/own_process.hpp"
#include "host/run_note.hpp"
#include "model/try.hpp"
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

/// Four lines: process, start time, program, account. Only for the message of a second run: the lock holds
/// without them, so a full disk is no reason to stop here.
std::string introduction(const LockHolder& self) {
    return std::to_string(self.process) + "\n" + self.since + "\n" + self.program + "\n" + self.account +
           "\n";
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

} // namespace

std::string describe(const LockHolder& holder) {
    if (holder.program.empty())
        return "an unknown process";
    return "process " + std::to_string(holder.process) + " (" + holder.program + "), since " + holder.since +
           (holder.account.empty() ? "" : ", started by " + holder.account);
}

std::optional<LockHolder> RunLock::holder(const std::filesystem::path& file) {
    return isLockedByAnother(file) ? std::optional(introduced(file)) : std::nullopt;
}

Result<RunLock> RunLock::acquire(const std::filesystem::path& file, const std::filesystem::path& note) {
    TRY_ASSIGN(const std::optional<int> opened, openLocked(file));
    if (!opened)
        return fail(busy(file));
    RunLock lock(*opened, file, note);
    const LockHolder self{ownNumber(), utcNow(), programAndCommand(), personsAccount()};
    describeIn(*opened, introduction(self));
    if (!note.empty())
        noteRun(note, self);
    return lock;
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
        removeLocked(file);
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
    removeLocked(file_); // while it is still ours
    closeLocked(descriptor_);
}

} // namespace bes::host
