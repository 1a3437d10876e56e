// SPDX-License-Identifier: Apache-2.0
#include "host/raw_output.hpp"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>

#include "host/linux/system_failure.hpp"

namespace bes::host {

void leaveSignalsToOthers() {
    sigset_t others;
    ::sigfillset(&others);
    ::sigdelset(&others, SIGPIPE);
    ::pthread_sigmask(SIG_SETMASK, &others, nullptr);
}

int writeWhole(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (written < 0 && errno == EAGAIN) { // another process has set that since we began
            pollfd room{descriptor, POLLOUT, 0};
            ::poll(&room, 1, -1);
        } else if (written < 0 && errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

bool nobodyReads(int error) {
    return error == EPIPE;
}

std::string whyNotWritten(int error) {
    return error == EBADF ? "it is closed, or open for reading only" : systemReason(error);
}

std::string remedyForOutput(int error) {
    switch (error) {
    case ENOSPC:
        return "Free space where the output goes, then run the command again.";
    case EDQUOT:
        return "Raise the quota of this account where the output goes, and run the command again.";
    case EFBIG:
        return "Raise the limit on the size of files (ulimit -f), and run the command again.";
    case EBADF:
        return "Send it to a file, a pipe or, if you don't need it, to /dev/null (>/dev/null).";
    default:
        return "Send the output elsewhere, then run the command again.";
    }
}

} // namespace bes::host
