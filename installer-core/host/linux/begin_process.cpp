// SPDX-License-Identifier: Apache-2.0
#include "host/begin_process.hpp"

#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iostream>

#include "host/linux/descriptor.hpp"
#include "host/linux/system_failure.hpp"
#include "model/try.hpp"

namespace bes::host {
namespace {

constexpr rlim_t fewestDescriptors = 64; ///< that setup can work with: files, databases, pipes, sockets
constexpr rlim_t usualDescriptors = 1024;

/// The program must not be stronger than who starts it: nothing in it is made for that.
Result<void> expectNoRightsOfFile() {
    std::array<uid_t, 3> users{};
    std::array<gid_t, 3> groups{};
    ::getresuid(&users[0], &users[1], &users[2]);
    ::getresgid(&groups[0], &groups[1], &groups[2]);
    const auto same = [](const auto& ids) { return std::ranges::count(ids, ids.front()) == 3; };
    const bool capable = ::getxattr("/proc/self/exe", "security.capability", nullptr, 0) > 0;
    if (same(users) && same(groups) && !capable)
        return {};
    return fail(ExitCode::privileges, "process.rights",
                "The program does not run with the permissions of its file",
                capable ? "its file has capabilities" : "its file has a set-user-ID or set-group-ID bit",
                "Remove them from the file (chmod ug-s, setcap -r), and become root before you start it.");
}

/// What stands in the place of a descriptor of which the caller says that there is none: reading finds the
/// end, writing is refused as it was before. Otherwise the next file that is opened would stand there.
bool fill(int descriptor) {
    if (::open("/dev/null", O_RDONLY) == descriptor) // NOLINT: variadic; the lowest
        return true;
    std::array<int, 2> ends{-1, -1}; // where there is no /dev: a pipe without its other end
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return false;
    const Descriptor kept(::fcntl(ends[0], F_DUPFD_CLOEXEC, STDERR_FILENO + 1)); // NOLINT
    ::close(ends[0]);
    ::close(ends[1]);
    return kept.open() && ::dup2(kept.get(), descriptor) == descriptor;
}

Result<void> fillStandardDescriptors() {
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        const int flags = ::fcntl(descriptor, F_GETFL); // NOLINT: variadic by design
        if (flags < 0 && !fill(descriptor))
            return fail(ExitCode::failed, "process.descriptors", "The program can't start",
                        "descriptor " + std::to_string(descriptor) +
                            " is closed and can't be opened: " + systemReason(errno),
                        "Start it with standard input, output and error open.");
        // who set that is another process that has the same pipe or terminal; we wait for it
        if (flags >= 0 && (flags & O_NONBLOCK) != 0)
            ::fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK); // NOLINT: as above
    }
    return {};
}

/// Others stay open, for an answer file may be named by its descriptor. No program that is started gets them.
void keepOtherDescriptors() {
    constexpr unsigned first = STDERR_FILENO + 1;
    ::close_range(first, ~0u, CLOSE_RANGE_CLOEXEC);
}

bool mayStayIgnored(int signal) {
    return signal == SIGHUP || signal == SIGINT || signal == SIGQUIT;
}

void takeSignals() {
    for (int signal = 1; signal < NSIG; ++signal) {
        struct sigaction action {};
        if (::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN &&
            !mayStayIgnored(signal))
            ::signal(signal, SIG_DFL);
    }
    ::signal(SIGXFSZ, SIG_IGN); // a limit on the size of files is an error of that write, and no death
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    constexpr itimerval never{};
    for (const auto timer : {ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF})
        ::setitimer(timer, &never, nullptr);
}

void raise(int resource, rlim_t enough) {
    rlimit limit{};
    if (::getrlimit(static_cast<__rlimit_resource>(resource), &limit) != 0 || limit.rlim_cur >= enough)
        return;
    limit.rlim_cur = std::min(limit.rlim_max, enough);
    ::setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

Result<void> takeLimits() {
    // 1 and not 0: then a program that collects core files (core_pattern with a pipe) gets none either
    rlimit core{};
    ::getrlimit(RLIMIT_CORE, &core);
    const rlimit none{std::min<rlim_t>(core.rlim_max, 1), std::min<rlim_t>(core.rlim_max, 1)};
    ::setrlimit(RLIMIT_CORE, &none);
    for (const auto resource : {RLIMIT_FSIZE, RLIMIT_CPU, RLIMIT_AS, RLIMIT_DATA})
        raise(resource, RLIM_INFINITY);
    raise(RLIMIT_NOFILE, usualDescriptors); // not more: there are libraries that can't use more
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    if (files.rlim_cur >= fewestDescriptors)
        return {};
    return fail(ExitCode::failed, "process.limits", "The program can't start",
                "it can have " + std::to_string(files.rlim_cur) + " files open at the same time, and needs " +
                    std::to_string(fewestDescriptors),
                "Raise the limit of open files (ulimit -n), then start it again.");
}

/// Only we look into this process, and nothing of it comes into a core file. Not so for a window, into which
/// the desktop's services look, and not for the probe, which holds no secret and runs foreign code with
/// diagnostics of its own.
void hideMemory(Program program) {
    if (program == Program::setup)
        ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); // NOLINT: variadic by design
}

/// Otherwise each thread keeps what it freed for itself, and a large manifest is read in several.
void shareMemoryAmongThreads() {
    ::mallopt(M_ARENA_MAX, 1);
}

} // namespace

Result<void> orderProcess(Program program) {
    TRY(fillStandardDescriptors());
    TRY(expectNoRightsOfFile());
    keepOtherDescriptors();
    ::umask(022);
    takeSignals();
    hideMemory(program);
    if (program == Program::setup)
        shareMemoryAmongThreads();
    return takeLimits();
}

int tellNotBegun(const char* program, const Failure& failure) {
    std::cerr << program << ": " << failure.what << ": " << failure.why << "\n" << failure.remedy << '\n';
    return static_cast<int>(failure.code);
}

} // namespace bes::host
