// SPDX-License-Identifier: Apache-2.0
#include "host/standard_output.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <array>
#include <chrono>
#include <string>
#include <thread>

#include "host/interruption.hpp"
#include "host/own_process.hpp"
#include "unit/host/child_process.hpp"

using namespace std::chrono_literals;
using namespace bes::host;

namespace {

/// A pipe as standard output of a process; `full`: it takes nothing until somebody reads.
class Pipe {
public:
    explicit Pipe(bool full) {
        if (::pipe2(ends_.data(), O_CLOEXEC) != 0)
            throw std::runtime_error("pipe2");
        if (!full)
            return;
        ::fcntl(ends_[1], F_SETFL, O_NONBLOCK);
        const std::string much(4096, 'x');
        while (::write(ends_[1], much.data(), much.size()) > 0)
            ;
        ::fcntl(ends_[1], F_SETFL, 0);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        closeReader();
        ::close(ends_[1]);
    }
    void becomeOutput() const { ::dup2(ends_[1], STDOUT_FILENO); }
    void closeReader() {
        ::close(ends_[0]);
        ends_[0] = -1;
    }
    std::string readSome() const {
        std::string text(1 << 16, '\0');
        const ssize_t got = ::read(ends_[0], text.data(), text.size());
        text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return text;
    }

private:
    std::array<int, 2> ends_{-1, -1};
};

std::string idOf(const bes::Result<void>& delivered) {
    return delivered ? "" : delivered.error().id;
}

bool soonAfter(std::chrono::steady_clock::time_point begin) {
    return std::chrono::steady_clock::now() - begin < 3s;
}

} // namespace

TEST_CASE("What is written arrives, and both streams keep their order") {
    const Pipe pipe(false);
    ChildProcess child([&] {
        pipe.becomeOutput();
        ::dup2(STDOUT_FILENO, STDERR_FILENO);
        for (int i = 0; i < 50; ++i) {
            standardOutput() << "o" << i << ' ' << std::flush;
            standardErrors() << "e" << i << ' ';
        }
        return deliverOutput() ? 0 : 1;
    });
    CHECK(child.wait() == 0);
    std::string expected;
    for (int i = 0; i < 50; ++i)
        expected += "o" + std::to_string(i) + " e" + std::to_string(i) + " ";
    CHECK(pipe.readSome() == expected);
}

TEST_CASE("Work goes on while nobody reads, and its end waits for the reader") {
    const Pipe pipe(true);
    ChildProcess child([&] {
        pipe.becomeOutput();
        const auto begin = std::chrono::steady_clock::now();
        standardOutput() << std::string(100'000, 'y') << std::flush;
        if (!soonAfter(begin))
            return 1;
        return deliverOutput() ? 42 : 2;
    });
    std::this_thread::sleep_for(300ms);
    CHECK(::waitpid(child.id(), nullptr, WNOHANG) == 0);
    std::size_t got = 0;
    while (got < 65536 + 100'000)
        got += pipe.readSome().size();
    CHECK(child.wait() == 42);
}

TEST_CASE("A signal ends the wait for a reader") {
    const int size = GENERATE(10, 3'000'000); // more than may wait
    const Pipe pipe(true);
    const auto begin = std::chrono::steady_clock::now();
    ChildProcess child([&] {
        pipe.becomeOutput();
        std::thread([] {
            std::this_thread::sleep_for(300ms);
            ::kill(::getpid(), SIGTERM);
        }).detach();
        [[maybe_unused]] const auto listening = stopOnSignals();
        standardOutput() << std::string(static_cast<std::size_t>(size), 'y') << std::flush;
        return idOf(deliverOutput()) == "run.cancelled" ? 42 : 1;
    });
    CHECK(child.wait() == 42);
    CHECK(soonAfter(begin));
}

TEST_CASE("Last words that nobody reads do not keep a process") {
    const Pipe pipe(true);
    const auto begin = std::chrono::steady_clock::now();
    ChildProcess child([&] {
        pipe.becomeOutput();
        ::dup2(STDOUT_FILENO, STDERR_FILENO);
        endSoonAfterSignals({21, "output", "errors", "changing"});
        ::kill(::getpid(), SIGTERM);
        std::this_thread::sleep_for(20s);
        return 1;
    });
    CHECK(child.wait() == 21);
    CHECK(soonAfter(begin));
}

TEST_CASE("Who changes something hears of a signal although nobody reads what it says") {
    const Pipe pipe(true);
    ChildProcess child([&] {
        pipe.becomeOutput();
        ::dup2(STDOUT_FILENO, STDERR_FILENO);
        endSoonAfterSignals({21, "output", "errors", "changing"});
        const auto stop = stopOnSignals();
        {
            const ChangesUnderWay changes;
            standardOutput() << "begun"
                             << std::endl; // something waits for the reader whenever the signal comes
            ::kill(::getpid(), SIGTERM);
            for (int i = 0; !stop.stop_requested(); ++i)
                standardOutput() << "step " << i << std::endl;
            std::this_thread::sleep_for(1200ms);
        }
        return idOf(deliverOutput()) == "run.cancelled" ? 42 : 1;
    });
    CHECK(child.wait() == 42);
}

TEST_CASE("Output that could not be written is noticed at the end") {
    const std::string where = GENERATE("/dev/full", "closed", "pipe");
    ChildProcess child([&] {
        surviveClosedPipes();
        if (where == "pipe") {
            Pipe pipe(false);
            pipe.closeReader();
            pipe.becomeOutput();
        } else {
            ::dup2(::open(where == "closed" ? "/dev/null" : "/dev/full",
                          where == "closed" ? O_RDONLY : O_WRONLY),
                   STDOUT_FILENO);
        }
        standardOutput() << "text" << std::flush;
        return idOf(deliverOutput()) == (where == "pipe" ? "output.closed" : "output.write") ? 42 : 1;
    });
    CHECK(child.wait() == 42);
}

TEST_CASE("A reader that stops reading ends who only shows, as other programs") {
    ChildProcess child([] {
        ::signal(SIGPIPE, SIG_DFL);
        Pipe pipe(false);
        pipe.closeReader();
        pipe.becomeOutput();
        standardOutput() << "text" << std::flush;
        return deliverOutput() ? 1 : 2;
    });
    CHECK(child.wait() == 128 + SIGPIPE);
}
