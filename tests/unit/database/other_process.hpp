// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

/// Another process of this program that does `work` and ends with the result as its exit code, without
/// running any clean-up of the test. Waited for at the end at the latest.
class OtherProcess {
public:
    explicit OtherProcess(const std::function<int()>& work) : id_(fork()) {
        if (id_ < 0)
            throw std::runtime_error("no process could be started");
        if (id_ == 0) {
            int result = 99;
            try {
                result = work();
            } catch (...) { // NOLINT(bugprone-empty-catch): 99 tells it to the test
            }
            _exit(result);
        }
    }
    OtherProcess(const OtherProcess&) = delete;
    OtherProcess& operator=(const OtherProcess&) = delete;
    ~OtherProcess() {
        if (id_ > 0)
            exitCode();
    }

    int exitCode() {
        int status = 0;
        waitpid(id_, &status, 0);
        id_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }

private:
    pid_t id_;
};

/// Gives up all rights but those of an ordinary account. For the other process only; false where it can't be
/// done.
inline bool becomeOrdinaryAccount() {
    constexpr unsigned nobody = 65534;
    return setgid(nobody) == 0 && setuid(nobody) == 0;
}
