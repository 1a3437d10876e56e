// SPDX-License-Identifier: Apache-2.0
#include "host/interruption.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include "host/linux/waiting_output.hpp"
#include "host/run_lock.hpp"

namespace bes::host {
namespace {

constexpr std::chrono::seconds patience{1};            ///< with a process that could react by itself
constexpr std::chrono::milliseconds lastPatience{500}; ///< with who reads the last words

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

/// Changes begin and the process ends one after the other, never at once.
struct Course {
    std::mutex mutex;
    std::optional<LastWords> lastWords;
    int changes = 0; ///< under way
    bool stopping = false;
};

/// For as long as the process lives: the thread below does not end.
Course& course() {
    static Course& course = *new Course;
    return course;
}

/// Whoever reads it may be the reason why the process hangs: this does not.
void say(int descriptor, const std::string& text) {
    if (!text.empty())
        WaitingOutput::of(descriptor).add(text);
}

void endUnlessChanging() {
    Course& now = course();
    const std::lock_guard lock(now.mutex);
    if (!now.lastWords)
        return;
    if (now.changes > 0) {
        if (!std::exchange(now.stopping, true))
            say(STDERR_FILENO, now.lastWords->whileChanging);
        return;
    }
    say(STDOUT_FILENO, now.lastWords->output);
    say(STDERR_FILENO, now.lastWords->errors);
    for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO})
        WaitingOutput::of(descriptor).waitUntilWritten(lastPatience);
    RunLock::removeFiles();
    ::_exit(now.lastWords->exitCode);
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

void listen(int fromHandler, std::stop_source source) {
    char byte = 0;
    ssize_t got = 0;
    while ((got = ::read(fromHandler, &byte, 1)) == 1 || errno == EINTR) {
        if (got != 1)
            continue;
        source.request_stop();
        std::this_thread::sleep_for(patience);
        endUnlessChanging();
    }
}

/// Of which the token is.
std::stop_source& wholeProcess() {
    static std::stop_source& source = *new std::stop_source;
    return source;
}

std::stop_token start() {
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe2");
    ::fcntl(ends[1], F_SETFL, O_NONBLOCK);
    toThread = ends[1];
    std::stop_source source = wholeProcess();
    std::stop_token token = source.get_token();
    {
        const WithoutSignals inherited;
        std::thread(listen, ends[0], std::move(source)).detach(); // for the rest of the process's life
    }
    for (const int signal : heardSignals)
        listenFor(signal);
    return token;
}

} // namespace

std::stop_token stopOnSignals() {
    static const std::stop_token token = start();
    return token;
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

std::stop_token stopOfProcess() {
    return wholeProcess().get_token();
}

void askToStop() {
    wholeProcess().request_stop();
}

void endSoonAfterSignals(LastWords words) {
    {
        const std::lock_guard lock(course().mutex);
        course().lastWords = std::move(words);
    }
    [[maybe_unused]] const std::stop_token listening = stopOnSignals();
}

void endByItself() {
    const std::lock_guard lock(course().mutex);
    course().lastWords.reset();
}

ChangesUnderWay::ChangesUnderWay() {
    const std::lock_guard lock(course().mutex);
    ++course().changes;
}

ChangesUnderWay::~ChangesUnderWay() {
    const std::lock_guard lock(course().mutex);
    --course().changes;
}

void ChangesUnderWay::stopping() {
    const std::lock_guard lock(course().mutex);
    course().stopping = true;
}

Failure cancelled() {
    return {ExitCode::cancelled, "run.cancelled", "The run was cancelled", "you or the system cancelled it",
            "Run the same command again when you want to continue."};
}

} // namespace bes::host
