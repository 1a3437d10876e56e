// SPDX-License-Identifier: Apache-2.0
#include "host/run_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <mutex>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <utility>

#include "host/files.hpp"
#include "host/linux/descriptor.hpp"
#include "host/linux/system_failure.hpp"
#include "host/own_process.hpp"
#include "host/run_note.hpp"
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
    const auto commandLine = readFile("/proc/self/cmdline");
    if (!commandLine)
        return "unknown";
    std::istringstream words(*commandLine);
    std::string program, command;
    std::getline(words, program, '\0');
    std::getline(words, command, '\0');
    return command.empty() || command.starts_with('-') ? program : program + " " + command;
}

/// Four lines: process, start time, program, account.
void introduce(int file, const LockHolder& self) {
    const std::string holder =
        std::to_string(self.process) + "\n" + self.since + "\n" + self.program + "\n" + self.account + "\n";
    // only for the message of a second run: the lock holds without it, so a full disk is no reason to stop
    // here
    if (::ftruncate(file, 0) == 0) [[maybe_unused]]
        const ssize_t written = ::pwrite(file, holder.data(), holder.size(), 0);
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

/// Who only looks whether the lock is held has it for a moment himself.
bool lock(int file) {
    constexpr int tries = 20;
    for (int i = 0; i < tries; ++i) {
        if (::flock(file, LOCK_EX | LOCK_NB) == 0)
            return true;
        if (errno != EWOULDBLOCK)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    errno = EWOULDBLOCK;
    return false;
}

/// The holder removes the file when it is done: a lock on a file that is gone keeps nobody out.
bool stillThere(int opened, const std::filesystem::path& file) {
    struct stat locked {
    }, named{};
    return ::fstat(opened, &locked) == 0 && ::stat(file.c_str(), &named) == 0 &&
           locked.st_ino == named.st_ino && locked.st_dev == named.st_dev;
}

} // namespace

std::string describe(const LockHolder& holder) {
    if (holder.program.empty())
        return "an unknown process";
    return "process " + std::to_string(holder.process) + " (" + holder.program + "), since " + holder.since +
           (holder.account.empty() ? "" : ", started by " + holder.account);
}

std::optional<LockHolder> RunLock::holder(const std::filesystem::path& file) {
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!opened.open() || ::flock(opened.get(), LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK)
        return std::nullopt;
    return introduced(file);
}

Result<RunLock> RunLock::acquire(const std::filesystem::path& file, const std::filesystem::path& note) {
    constexpr mode_t ownersOnly = 0600; // who may read it may lock it
    while (true) {
        Descriptor opened(
            ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, ownersOnly));
        if (!opened.open() || ::fchmod(opened.get(), ownersOnly) != 0)
            return fail(fileFailure(errno, Access::writing, "Can't create the lock " + utf8(file), file));
        if (!lock(opened.get())) {
            const int error = errno;
            return fail(error == EWOULDBLOCK
                            ? busy(file)
                            : fileFailure(error, Access::writing, "Can't get the lock " + utf8(file), file));
        }
        if (!stillThere(opened.get(), file))
            continue;
        const LockHolder self{::getpid(), utcNow(), thisProgram(), personsAccount()};
        introduce(opened.get(), self);
        if (!note.empty())
            noteRun(note, self);
        return RunLock(opened.release(), file, note);
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
        ::unlink(file.c_str());
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
    ::unlink(file_.c_str()); // while it is still ours
    ::close(descriptor_);
}

} // namespace bes::host
