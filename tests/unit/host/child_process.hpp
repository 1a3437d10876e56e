// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

/// A copy of the test program that runs `work` and ends with its result as exit code. Killed when the test
/// leaves it running. No assertions of Catch in `work`.
class ChildProcess {
public:
    template<class Work>
    explicit ChildProcess(Work work) : id_(::fork()) {
        if (id_ < 0)
            throw std::runtime_error("fork");
        if (id_ == 0)
            ::_exit(work());
    }
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    ~ChildProcess() {
        if (id_ > 0)
            kill(SIGKILL);
    }

    [[nodiscard]] pid_t id() const { return id_; }
    void send(int signal) const { ::kill(id_, signal); }
    void kill(int signal) {
        send(signal);
        [[maybe_unused]] const int code = wait();
    }
    /// 128 + signal where a signal ended it.
    [[nodiscard]] int wait() {
        int waitStatus = 0;
        ::waitpid(id_, &waitStatus, 0);
        id_ = -1;
        return WIFSIGNALED(waitStatus) ? 128 + WTERMSIG(waitStatus) : WEXITSTATUS(waitStatus);
    }

private:
    pid_t id_;
};
