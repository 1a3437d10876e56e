// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <thread>

#include "host/interruption.hpp"
#include "host/stop_wishes.hpp"

namespace bes::host {
namespace {

constexpr std::array heardSignals{SIGINT, SIGTERM, SIGHUP};

/// A signal handler may hardly do anything: it writes into this pipe, and a thread does the rest.
int toThread = -1;
volatile std::sig_atomic_t heard = 0;

void onSignal(int /*signal*/) {
    heard = 1;
    const int before = errno;
    const char byte = 0;
    // a full pipe says that the thread was told already
    [[maybe_unused]] const ssize_t written = ::write(toThread, &byte, 1);
    errno = before;
}

void listenFor(int signal) {
    struct sigaction before {};
    ::sigaction(signal, nullptr, &before);
    if (before.sa_handler == SIG_IGN)
        return; // started by nohup or in the background: whoever did that wants it so
    struct sigaction action {};
    action.sa_handler = &onSignal;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
}

/// Signals come to other threads, which they interrupt.
class WithoutSignals {
public:
    WithoutSignals() {
        sigset_t all;
        ::sigfillset(&all);
        ::pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    WithoutSignals(const WithoutSignals&) = delete;
    WithoutSignals& operator=(const WithoutSignals&) = delete;
    ~WithoutSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

private:
    sigset_t before_{};
};

void listen(int fromHandler) {
    char byte = 0;
    ssize_t got = 0;
    while ((got = ::read(fromHandler, &byte, 1)) == 1 || errno == EINTR)
        if (got == 1)
            askedToStop();
}

} // namespace

void listenForStops() {
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe2");
    ::fcntl(ends[1], F_SETFL, O_NONBLOCK);
    toThread = ends[1];
    {
        const WithoutSignals inherited;
        std::thread(listen, ends[0]).detach(); // for the rest of the process's life
    }
    for (const int signal : heardSignals)
        listenFor(signal);
}

bool stopHearingSignals() {
    for (const int signal : heardSignals) {
        struct sigaction now {};
        ::sigaction(signal, nullptr, &now);
        if (now.sa_handler == &onSignal)
            ::signal(signal, SIG_DFL);
    }
    return heard != 0;
}

void endAtOnce(int exitCode) {
    ::_exit(exitCode);
}

} // namespace bes::host
