// SPDX-License-Identifier: Apache-2.0
#include "host/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <stdexcept>

#include "host/linux/descriptor.hpp"
#include "host/linux/system_failure.hpp"

namespace bes::host {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t keptOutput = 16ull << 20; ///< bytes of each stream; what comes after is thrown away

/// Both ends stay closed when the system has no more descriptors (errno tells).
struct Pipe {
    Descriptor reading, writing;
    Pipe() {
        std::array<int, 2> ends{-1, -1};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            return;
        reading = Descriptor(ends[0]);
        writing = Descriptor(ends[1]);
        ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    }
};

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// What the new process gets: no standard input, our pipes, no other descriptor, its own process group, and
/// signals as a fresh program expects them (setup ignores some).
class SpawnOrders {
public:
    SpawnOrders(int output, int errors) {
        ::posix_spawn_file_actions_init(&files_);
        ::posix_spawn_file_actions_addopen(&files_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_adddup2(&files_, output, STDOUT_FILENO);
        ::posix_spawn_file_actions_adddup2(&files_, errors, STDERR_FILENO);
        ::posix_spawn_file_actions_addclosefrom_np(&files_, STDERR_FILENO + 1);
        ::posix_spawnattr_init(&attributes_);
        ::posix_spawnattr_setflags(&attributes_,
                                   POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
        ::posix_spawnattr_setpgroup(&attributes_, 0);
        sigset_t signals;
        ::sigemptyset(&signals);
        ::posix_spawnattr_setsigmask(&attributes_, &signals);
        ::sigfillset(&signals);
        ::posix_spawnattr_setsigdefault(&attributes_, &signals);
    }
    SpawnOrders(const SpawnOrders&) = delete;
    SpawnOrders& operator=(const SpawnOrders&) = delete;
    ~SpawnOrders() {
        ::posix_spawn_file_actions_destroy(&files_);
        ::posix_spawnattr_destroy(&attributes_);
    }

    /// An errno.
    [[nodiscard]] int spawn(std::vector<std::string> words, const Environment& environment,
                            pid_t& process) const {
        std::vector<std::string> variables;
        variables.reserve(environment.size());
        for (const auto& [name, value] : environment)
            variables.push_back(name + "=" + value);
        return ::posix_spawnp(&process, words.front().c_str(), &files_, &attributes_,
                              pointersTo(words).data(), pointersTo(variables).data());
    }

private:
    posix_spawn_file_actions_t files_{};
    posix_spawnattr_t attributes_{};
};

/// Takes what is there now, but not more than a pipe can hold many times over: a program that never stops
/// writing must not keep us from looking at the clock. False when nothing can come any more.
bool drain(const Descriptor& from, std::string& into) {
    std::array<char, 16384> buffer{};
    for (int reads = 0; reads < 64; ++reads) {
        const ssize_t got = ::read(from.get(), buffer.data(), buffer.size());
        if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN))
            return false;
        if (got < 0 && errno == EAGAIN)
            return true;
        if (got > 0 && into.size() < keptOutput)
            into.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return true;
}

/// The wait status, once the process has ended.
std::optional<int> ended(pid_t process) {
    int waitStatus = 0;
    return ::waitpid(process, &waitStatus, WNOHANG) == process ? std::optional(waitStatus) : std::nullopt;
}

/// Collects output until the process has ended. Whatever it left running may keep the pipes open: that is not
/// waited for. Empty when the limit passed or a stop was asked for.
std::optional<int> follow(pid_t process, Pipe& output, Pipe& errors, Clock::time_point deadline,
                          const std::stop_token& stop, ProcessOutcome& outcome) {
    // Between looks; output wakes us at once, and programs end a moment after they close their pipes.
    constexpr int pauseWhileTalking = 20;
    constexpr int pauseWhenSilent = 2;
    while (true) {
        const std::optional<int> waitStatus = ended(process);
        if (output.reading.open() && !drain(output.reading, outcome.output))
            output.reading.close();
        if (errors.reading.open() && !drain(errors.reading, outcome.errors))
            errors.reading.close();
        if (waitStatus)
            return waitStatus;
        if (Clock::now() >= deadline || stop.stop_requested())
            return std::nullopt;
        const bool talking = output.reading.open() || errors.reading.open();
        std::array<pollfd, 2> pipes{pollfd{output.reading.get(), POLLIN, 0},
                                    pollfd{errors.reading.get(), POLLIN, 0}};
        ::poll(pipes.data(), pipes.size(), talking ? pauseWhileTalking : pauseWhenSilent);
    }
}

void killGroup(pid_t leader) {
    ::kill(-leader, SIGKILL);
    int waitStatus = 0;
    while (::waitpid(leader, &waitStatus, 0) < 0 && errno == EINTR)
        continue;
}

} // namespace

Result<FollowedProcess> runAndFollow(const std::vector<std::string>& words, std::chrono::milliseconds limit,
                                     std::stop_token stop, Child child) {
    if (words.empty())
        throw std::logic_error("run() without a program");
    const Clock::time_point deadline = Clock::now() + limit;
    Pipe output, errors;
    int error = output.reading.open() && errors.reading.open() ? 0 : errno;
    pid_t process = 0;
    if (error == 0)
        error =
            SpawnOrders(output.writing.get(), errors.writing.get()).spawn(words, handedOn(child), process);
    if (error != 0)
        return fail(
            error == EAGAIN || error == ENOMEM
                ? Failure{ExitCode::noMemory, "process.start", "Can't run " + words.front(),
                          systemReason(error),
                          "Stop programs or raise the limits (ulimit -u, ulimit -v), then run setup again"}
                : Failure{ExitCode::failed, "process.start", "Can't run " + words.front(),
                          systemReason(error),
                          "Install the program " + words.front() + " or correct PATH, then run setup again"});
    output.writing.close();
    errors.writing.close();

    FollowedProcess outcome;
    const std::optional<int> waitStatus = follow(process, output, errors, deadline, stop, outcome);
    if (waitStatus) {
        outcome.exitCode = WIFSIGNALED(*waitStatus) ? 128 + WTERMSIG(*waitStatus) : WEXITSTATUS(*waitStatus);
        return outcome;
    }
    killGroup(process);
    outcome.exitCode = 128 + SIGKILL;
    outcome.stopped = stop.stop_requested();
    outcome.tookTooLong = !outcome.stopped;
    return outcome;
}

} // namespace bes::host
