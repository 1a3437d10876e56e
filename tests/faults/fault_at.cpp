// SPDX-License-Identifier: Apache-2.0
// fault-at CALLS [FAULT@N[+]...] -- COMMAND...
//
// Runs a command and counts its state-changing system calls, over all its threads and child processes:
// opening a file for writing, writing to files, names, folders, modes, owners, times, syncing. (strace can
// inject faults too, but counts for each thread by itself, so that it can't reach every call of a program
// with several.) At the N-th call comes a FAULT:
//
//   kill   SIGKILL for the command and all its children, as when the power goes; the call is not executed
//   orphan SIGKILL for the command alone; the call is not executed, its children go on
//   int, term   SIGINT, SIGTERM for the command
//   do     the shell runs what FAULT_DO in the environment says, while the command waits
//   ENOSPC, EIO, EACCES   the call fails so; with N+ this and every later one that needs room (ENOSPC) or any
//   (others)
//
// The file CALLS gets one line per counted call: number, "own" or "child", name, path. The exit code is the
// command's, 128 + signal where it was killed.

#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "traced_calls.hpp"

namespace {

constexpr int writingFlags = O_WRONLY | O_CREAT | O_TRUNC;

struct Fault {
    std::string kind;
    long at = 0;
    bool onwards = false;
};

[[noreturn]] void usage() {
    std::cerr << "fault-at CALLS [FAULT@N[+]...] -- COMMAND...\n";
    std::exit(2);
}

int errorOf(const std::string& kind) {
    static const std::map<std::string, int> errors{{"ENOSPC", ENOSPC}, {"EIO", EIO}, {"EACCES", EACCES}};
    const auto found = errors.find(kind);
    return found == errors.end() ? 0 : found->second;
}

Fault parseFault(const std::string& word) {
    const std::size_t at = word.find('@');
    if (at == std::string::npos)
        usage();
    Fault fault{word.substr(0, at), std::strtol(word.c_str() + at + 1, nullptr, 10), word.ends_with('+')};
    static const std::set<std::string> others{"kill", "orphan", "int", "term", "do"};
    if (fault.at < 1 || (errorOf(fault.kind) == 0 && !others.contains(fault.kind)))
        usage();
    return fault;
}

/// From here on the kernel stops this process, and all that come of it, at the calls of the table.
void trapCalls() {
    std::vector<sock_filter> filter{
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
    };
    for (const auto& [number, call] : calls()) {
        if (call.counts == Counts::opensForWriting) {
            const unsigned flags =
                offsetof(seccomp_data, args) + (number == SYS_open ? 1 : 2) * sizeof(__u64);
            filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(number), 0, 4));
            filter.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, flags));
            filter.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, writingFlags, 0, 1));
            filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE));
            filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
        } else {
            filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(number), 0, 1));
            filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE));
        }
    }
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) {
        std::perror("fault-at: seccomp");
        ::_exit(126);
    }
}

[[noreturn]] void become(char** command) {
    ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    ::raise(SIGSTOP); // until the tracer is ready
    trapCalls();
    ::execvp(command[0], command);
    std::perror(command[0]);
    ::_exit(127);
}

/// A process or thread that is stopped at a call.
class Stopped {
public:
    explicit Stopped(pid_t thread) : thread_(thread) {
        ::ptrace(PTRACE_GETREGS, thread, nullptr, &registers_);
    }

    [[nodiscard]] long number() const { return static_cast<long>(registers_.orig_rax); }

    [[nodiscard]] bool counts(const Call& call) const {
        if (call.counts != Counts::namesFile)
            return true;
        struct stat entry {};
        return ::stat(descriptor(argument(0)).c_str(), &entry) == 0 && S_ISREG(entry.st_mode);
    }

    [[nodiscard]] std::string path(const Call& call) const {
        if (call.path < 0)
            return linkTarget(descriptor(argument(0)));
        std::string path = text(argument(call.path));
        if (path.starts_with('/') || call.path == 0)
            return path;
        const int folder = static_cast<int>(argument(call.path - 1));
        return (folder == AT_FDCWD ? "" : linkTarget(descriptor(argument(call.path - 1))) + "/") + path;
    }

    void failWith(int error) {
        registers_.orig_rax = static_cast<unsigned long long>(-1); // no call at all
        registers_.rax = static_cast<unsigned long long>(-error);
        ::ptrace(PTRACE_SETREGS, thread_, nullptr, &registers_);
    }

private:
    [[nodiscard]] unsigned long long argument(int number) const {
        const std::array all{registers_.rdi, registers_.rsi, registers_.rdx,
                             registers_.r10, registers_.r8,  registers_.r9};
        return all.at(static_cast<std::size_t>(number));
    }
    [[nodiscard]] std::string descriptor(unsigned long long number) const {
        return "/proc/" + std::to_string(thread_) + "/fd/" + std::to_string(static_cast<int>(number));
    }
    [[nodiscard]] static std::string linkTarget(const std::string& link) {
        std::array<char, 4096> target{};
        const ssize_t length = ::readlink(link.c_str(), target.data(), target.size());
        return length < 0 ? "?" : std::string(target.data(), static_cast<std::size_t>(length));
    }
    [[nodiscard]] std::string text(unsigned long long address) const {
        std::string all;
        while (all.size() < PATH_MAX) {
            std::array<char, 4096> buffer{};
            // to the end of a page: a read that would cross into one that is not there reads less
            const iovec here{buffer.data(), buffer.size() - address % buffer.size()};
            // NOLINTNEXTLINE(performance-no-int-to-ptr): an address of the other process
            std::array<iovec, 1> there{iovec{reinterpret_cast<void*>(address), here.iov_len}};
            if (::process_vm_readv(thread_, &here, 1, there.data(), 1, 0) < 0)
                return all + "?";
            const std::size_t length = ::strnlen(buffer.data(), here.iov_len);
            all.append(buffer.data(), length);
            if (length < here.iov_len)
                break;
            address += here.iov_len;
        }
        return all;
    }

    pid_t thread_;
    user_regs_struct registers_{};
};

pid_t processOf(pid_t thread) {
    std::ifstream status("/proc/" + std::to_string(thread) + "/status");
    for (std::string word; status >> word;)
        if (word == "Tgid:" && status >> word)
            return static_cast<pid_t>(std::strtol(word.c_str(), nullptr, 10));
    return thread;
}

class Tracer {
public:
    Tracer(pid_t command, std::vector<Fault> faults, const char* calls)
        : command_(command), faults_(std::move(faults)), log_(calls), processes_{command} {}

    /// Until the command and all its children have ended. Returns the command's wait status.
    int follow() {
        int status = 0;
        ::waitpid(command_, &status, 0);
        ::ptrace(PTRACE_SETOPTIONS, command_, nullptr,
                 PTRACE_O_TRACESECCOMP | PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK |
                     PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL);
        ::ptrace(PTRACE_CONT, command_, nullptr, nullptr);
        int end = 0;
        for (pid_t thread = 0; (thread = ::waitpid(-1, &status, __WALL)) > 0;) {
            if (WIFSTOPPED(status))
                onStop(thread, status);
            else if (thread == command_)
                end = status;
        }
        return end;
    }

private:
    void onStop(pid_t thread, int status) {
        const int event = status >> 16;
        int signal = 0;
        if (event == PTRACE_EVENT_SECCOMP)
            onCall(thread);
        else if (event == PTRACE_EVENT_FORK || event == PTRACE_EVENT_VFORK)
            processes_.insert(processBegunBy(thread));
        else if (event == 0 && WSTOPSIG(status) != SIGSTOP) // a new thread begins with SIGSTOP
            signal = WSTOPSIG(status);
        ::ptrace(PTRACE_CONT, thread, nullptr, signal);
    }

    static pid_t processBegunBy(pid_t thread) {
        unsigned long process = 0;
        ::ptrace(PTRACE_GETEVENTMSG, thread, nullptr, &process);
        return static_cast<pid_t>(process);
    }

    void onCall(pid_t thread) {
        Stopped stopped(thread);
        const auto found = calls().find(stopped.number());
        if (found == calls().end() || !stopped.counts(found->second))
            return;
        ++count_;
        log_ << count_ << ' ' << (processOf(thread) == command_ ? "own" : "child") << ' '
             << found->second.name << ' ' << stopped.path(found->second) << std::endl;
        for (const Fault& fault : faults_)
            if (applies(fault, found->second))
                inject(fault, stopped);
    }

    [[nodiscard]] bool applies(const Fault& fault, const Call& call) const {
        if (!fault.onwards)
            return fault.at == count_;
        return fault.at <= count_ && (fault.kind != "ENOSPC" || call.needsRoom);
    }

    void inject(const Fault& fault, Stopped& stopped) {
        if (const int error = errorOf(fault.kind))
            stopped.failWith(error);
        else if (fault.kind == "kill")
            for (const pid_t process : processes_)
                ::kill(process, SIGKILL);
        else if (fault.kind == "do")
            doCommand();
        else if (fault.kind == "orphan")
            ::kill(command_, SIGKILL);
        else
            ::kill(command_, fault.kind == "int" ? SIGINT : SIGTERM);
    }

    static void doCommand() {
        const char* command = std::getenv("FAULT_DO");
        if (command == nullptr || std::system(command) != 0) {
            std::cerr << "fault-at: FAULT_DO failed\n";
            std::_Exit(126); // which kills the command
        }
    }

    pid_t command_;
    std::vector<Fault> faults_;
    std::ofstream log_;
    std::set<pid_t> processes_;
    long count_ = 0;
};

} // namespace

int main(int count, char** words) {
    int next = 2;
    std::vector<Fault> faults;
    for (; next < count && std::string(words[next]) != "--"; ++next)
        faults.push_back(parseFault(words[next]));
    if (next + 1 >= count)
        usage();
    const pid_t command = ::fork();
    if (command == 0)
        become(words + next + 1);
    const int status = Tracer(command, std::move(faults), words[1]).follow();
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
