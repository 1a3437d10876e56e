#include "host/interruption.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <thread>

namespace bes::host {
namespace {

/// A signal handler may hardly do anything: it writes into this pipe, and a thread does the rest.
int toThread = -1;

void onSignal(int /*signal*/) {
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

std::stop_token start() {
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe2");
    ::fcntl(ends[1], F_SETFL, O_NONBLOCK);
    toThread = ends[1];
    std::stop_source source;
    std::stop_token token = source.get_token();
    std::thread([source = std::move(source), fromHandler = ends[0]]() mutable {
        char byte = 0;
        ssize_t got = 0;
        while ((got = ::read(fromHandler, &byte, 1)) == 1 || errno == EINTR)
            if (got == 1)
                source.request_stop();
    }).detach(); // for the rest of the process's life
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        listenFor(signal);
    ::signal(SIGPIPE,
             SIG_IGN); // `setup | head` must not kill a run in the middle: writing then fails instead
    return token;
}

} // namespace

std::stop_token stopOnSignals() {
    static const std::stop_token token = start();
    return token;
}

} // namespace bes::host
