// SPDX-License-Identifier: Apache-2.0
#include "host/lock_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <sstream>
#include <thread>

#include "host/files.hpp"
#include "host/linux/descriptor.hpp"
#include "host/linux/system_failure.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

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

Result<std::optional<int>> openLocked(const std::filesystem::path& file) {
    constexpr mode_t ownersOnly = 0600;
    while (true) {
        Descriptor opened(
            ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, ownersOnly));
        if (!opened.open() || ::fchmod(opened.get(), ownersOnly) != 0)
            return fail(fileFailure(errno, Access::writing, "Can't create the lock " + utf8(file), file));
        if (!lock(opened.get())) {
            const int error = errno;
            if (error == EWOULDBLOCK)
                return std::nullopt;
            return fail(fileFailure(error, Access::writing, "Can't get the lock " + utf8(file), file));
        }
        if (stillThere(opened.get(), file))
            return opened.release();
    }
}

bool isLockedByAnother(const std::filesystem::path& file) {
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    return opened.open() && ::flock(opened.get(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

void describeIn(int lockFile, std::string_view text) {
    if (::ftruncate(lockFile, 0) == 0) [[maybe_unused]]
        const ssize_t written = ::pwrite(lockFile, text.data(), text.size(), 0);
}

void closeLocked(int lockFile) {
    ::close(lockFile);
}

void removeLocked(const std::filesystem::path& file) {
    ::unlink(file.c_str());
}

std::string programAndCommand() {
    const auto commandLine = readFile("/proc/self/cmdline");
    if (!commandLine)
        return "unknown";
    std::istringstream words(*commandLine);
    std::string program, command;
    std::getline(words, program, '\0');
    std::getline(words, command, '\0');
    return command.empty() || command.starts_with('-') ? program : program + " " + command;
}

int ownNumber() {
    return ::getpid();
}

} // namespace bes::host
