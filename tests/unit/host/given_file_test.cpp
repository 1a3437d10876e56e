// SPDX-License-Identifier: Apache-2.0
#include "host/given_file.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <array>
#include <fstream>
#include <thread>

#include "unit/temporary_folder.hpp"

using namespace bes;
using namespace std::chrono_literals;
using host::readGivenFile;

namespace {

constexpr std::uint64_t limit = 1000;

std::string deviceOf(int descriptor) {
    return "/dev/fd/" + std::to_string(descriptor);
}

/// Writes the words into a descriptor, each after a while, and closes it.
std::jthread writer(int descriptor, std::vector<std::string> words) {
    return std::jthread([descriptor, words = std::move(words)] {
        for (const std::string& word : words) {
            std::this_thread::sleep_for(100ms);
            [[maybe_unused]] const auto written = ::write(descriptor, word.data(), word.size());
        }
        ::close(descriptor);
    });
}

} // namespace

TEST_CASE("What a slow program writes into a pipe is read to its end") {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    const auto slow = writer(ends[1], {"one ", "two ", "three"});
    CHECK(readGivenFile(deviceOf(ends[0]), limit, 10s) == "one two three");
    ::close(ends[0]);
}

TEST_CASE("A FIFO is waited for until somebody writes into it") {
    const TemporaryFolder folder;
    const auto fifo = folder.path() / "fifo";
    REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
    const std::jthread later([&] {
        std::this_thread::sleep_for(300ms);
        std::ofstream(fifo) << "late";
    });
    CHECK(readGivenFile(fifo, limit, 10s) == "late");
}

TEST_CASE("A FIFO into which nobody writes is given up when the time has passed") {
    const TemporaryFolder folder;
    const auto fifo = folder.path() / "fifo";
    REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
    const auto content = readGivenFile(fifo, limit, 300ms);
    REQUIRE_FALSE(content);
    CHECK(content.error().id == "file.read");
    CHECK(content.error().why == "this pipe delivered nothing within 0.3 seconds");
}

TEST_CASE("A pipe that nobody closes has no end") {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    REQUIRE(::write(ends[1], "some", 4) == 4);
    const auto content = readGivenFile(deviceOf(ends[0]), limit, 300ms);
    REQUIRE_FALSE(content);
    CHECK(content.error().why == "this pipe was still open after 0.3 seconds");
    ::close(ends[0]);
    ::close(ends[1]);
}

TEST_CASE("A pipe that was closed before anything was written is empty") {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    ::close(ends[1]);
    CHECK(readGivenFile(deviceOf(ends[0]), limit, 10s) == "");
    ::close(ends[0]);
}

TEST_CASE("A descriptor may be a socket, as under ssh") {
    std::array<int, 2> ends{};
    REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0);
    const auto slow = writer(ends[1], {"through ", "ssh"});
    CHECK(readGivenFile(deviceOf(ends[0]), limit, 10s) == "through ssh");
    ::close(ends[0]);
}

TEST_CASE("A file is read at once, up to a limit") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "file";
    std::ofstream(file) << std::string(1000, 'x');
    CHECK(readGivenFile(file, limit, 0ms) == std::string(1000, 'x'));
    CHECK(readGivenFile(file, limit - 1).error().id == "file.read");
    CHECK(readGivenFile(folder.path() / "none", limit).error().why == "No such file or directory");
    CHECK(readGivenFile(folder.path(), limit).error().why == "Is a directory");
}
