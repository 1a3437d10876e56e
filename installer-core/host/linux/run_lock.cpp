#include "host/run_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <ctime>
#include <sstream>
#include <string>
#include <utility>

#include "host/files.hpp"
#include "host/linux/descriptor.hpp"
#include "host/linux/system_failure.hpp"

namespace bes::host {
namespace {

std::string now() {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    ::gmtime_r(&seconds, &utc);
    std::string text(sizeof "2000-01-01T00:00:00Z", '\0');
    text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc));
    return text;
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

/// Three lines: process, start time, program.
void introduce(int file) {
    const std::string holder = std::to_string(::getpid()) + "\n" + now() + "\n" + thisProgram() + "\n";
    // only for the message of a second run: the lock holds without it, so a full disk is no reason to stop
    // here
    if (::ftruncate(file, 0) == 0) [[maybe_unused]]
        const ssize_t written = ::pwrite(file, holder.data(), holder.size(), 0);
}

Failure busy(const std::filesystem::path& file) {
    std::string process, since, program;
    if (const auto holder = readFile(file)) {
        std::istringstream lines(*holder);
        std::getline(lines, process);
        std::getline(lines, since);
        std::getline(lines, program);
    }
    std::string why = "Another run of setup is under way";
    if (!program.empty())
        why += ": process " + process + " (" + program + "), since " + since;
    return {ExitCode::busy, "run.busy", "Can't get the lock " + file.string(), why,
            "Wait until that run has ended, then run setup again"};
}

/// The holder removes the file when it is done: a lock on a file that is gone keeps nobody out.
bool stillThere(int opened, const std::filesystem::path& file) {
    struct stat locked {
    }, named{};
    return ::fstat(opened, &locked) == 0 && ::stat(file.c_str(), &named) == 0 &&
           locked.st_ino == named.st_ino && locked.st_dev == named.st_dev;
}

} // namespace

Result<RunLock> RunLock::acquire(const std::filesystem::path& file) {
    while (true) {
        Descriptor opened(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
        if (!opened.open())
            return fail(fileFailure(errno, Access::writing, "Can't make the lock " + file.string(), file));
        if (::flock(opened.get(), LOCK_EX | LOCK_NB) != 0) {
            const int error = errno;
            return fail(error == EWOULDBLOCK ? busy(file)
                                             : fileFailure(error, Access::writing,
                                                           "Can't get the lock " + file.string(), file));
        }
        if (!stillThere(opened.get(), file))
            continue;
        introduce(opened.get());
        return RunLock(opened.release(), file);
    }
}

RunLock::RunLock(int descriptor, std::filesystem::path file)
    : descriptor_(descriptor), file_(std::move(file)) {
}

RunLock::RunLock(RunLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), file_(std::move(other.file_)) {
}

RunLock::~RunLock() {
    if (descriptor_ < 0)
        return;
    ::unlink(file_.c_str()); // while it is still ours
    ::close(descriptor_);
}

} // namespace bes::host
