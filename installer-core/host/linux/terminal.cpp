// SPDX-License-Identifier: Apache-2.0
#include "host/terminal.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "host/linux/descriptor.hpp"
#include "host/linux/system_failure.hpp"

namespace bes::host {
namespace {

int descriptorOf(Stream stream) {
    switch (stream) {
    case Stream::input:
        return STDIN_FILENO;
    case Stream::output:
        return STDOUT_FILENO;
    case Stream::errors:
        break;
    }
    return STDERR_FILENO;
}

volatile std::sig_atomic_t signalled = 0;

void remember(int signal) {
    signalled = signal;
}

/// Signals that would end the process only interrupt a read meanwhile; those that came are sent again at the
/// end.
class HeldSignals {
public:
    HeldSignals() {
        signalled = 0;
        struct sigaction action = {};
        action.sa_handler = remember; // no SA_RESTART: read() must return
        for (std::size_t i = 0; i < signals.size(); ++i)
            sigaction(signals[i], &action, &before_[i]);
    }
    HeldSignals(const HeldSignals&) = delete;
    HeldSignals& operator=(const HeldSignals&) = delete;
    ~HeldSignals() {
        for (std::size_t i = 0; i < signals.size(); ++i)
            sigaction(signals[i], &before_[i], nullptr);
        if (signalled != 0)
            raise(signalled);
    }

private:
    static constexpr std::array signals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
    std::array<struct sigaction, signals.size()> before_ = {};
};

/// The terminal shows nothing of what is typed while this lives.
class SilentTerminal {
public:
    explicit SilentTerminal(int terminal)
        : terminal_(terminal), changed_(tcgetattr(terminal, &before_) == 0) {
        if (!changed_)
            return;
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(terminal_, TCSAFLUSH, &silent);
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;
    ~SilentTerminal() {
        if (changed_)
            tcsetattr(terminal_, TCSAFLUSH, &before_);
    }

private:
    int terminal_;
    termios before_ = {};
    bool changed_;
};

void show(int terminal, const std::string& text) {
    // a terminal that takes no text is no reason to stop
    [[maybe_unused]] const auto written = write(terminal, text.data(), text.size());
}

/// One line without its end. The terminal collects it, so that one read() brings all of it.
Result<Secret> readLine(int terminal) {
    std::string line(4096, '\0'); // more than a terminal's line buffer holds
    const ssize_t count = read(terminal, line.data(), line.size());
    const int reason = errno;
    line.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    const bool whole = line.ends_with('\n');
    if (whole)
        line.pop_back();
    Secret secret(std::move(line));
    if (whole)
        return secret;
    return fail(ExitCode::cancelled, "run.cancelled", "Nothing was entered",
                count < 0 && reason != EINTR ? systemReason(reason) : "the question was not answered",
                "Start again.");
}

int openTerminal() {
    return ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
}

} // namespace

bool isTerminal(Stream stream) {
    return isatty(descriptorOf(stream)) == 1;
}

unsigned terminalWidth(Stream stream) {
    winsize size = {};
    if (ioctl(descriptorOf(stream), TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return 80;
    return size.ws_col;
}

Result<Secret> askSecret(const std::string& prompt) {
    const Descriptor terminal(openTerminal());
    if (!terminal.open())
        return fail(ExitCode::usage, "terminal.none", "Setup can't ask for a secret",
                    "this process has no terminal: " + systemReason(errno),
                    "Provide it in a file or an environment variable.");
    const HeldSignals held;
    const SilentTerminal silent(terminal.get());
    show(terminal.get(), prompt);
    auto secret = readLine(terminal.get());
    show(terminal.get(), "\n");
    return secret;
}

Result<bool> askYes(const std::string& question) {
    const Descriptor terminal(openTerminal());
    if (!terminal.open())
        return fail(ExitCode::usage, "terminal.none", "Setup can't ask",
                    "this process has no terminal: " + systemReason(errno),
                    {"Confirm it on the command line.", {{"yes"}}});
    const HeldSignals held;
    show(terminal.get(), question + " [y/N] ");
    return readLine(terminal.get()).map([](const Secret& answer) {
        const std::string_view word = answer.reveal();
        return word == "y" || word == "Y" || word == "yes" || word == "Yes";
    });
}

} // namespace bes::host
