// SPDX-License-Identifier: Apache-2.0
#include "host/given_file.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>

#include "host/linux/descriptor.hpp"
#include "host/linux/read_to_end.hpp"
#include "host/process.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::host {
namespace {

using Clock = std::chrono::steady_clock;

/// N of /dev/fd/N and its like.
std::optional<int> descriptorIn(const std::filesystem::path& path) {
    if (path == "/dev/stdin")
        return STDIN_FILENO;
    const std::string folder = path.parent_path(), number = path.filename();
    int descriptor = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), descriptor);
    const bool isNumber = error == std::errc() && end == number.data() + number.size();
    return isNumber && (folder == "/dev/fd" || folder == "/proc/self/fd") ? std::optional(descriptor)
                                                                          : std::nullopt;
}

/// Without waiting for who writes into a FIFO: that is done with a limit.
Descriptor openGiven(const std::filesystem::path& path) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)); // NOLINT: variadic
    if (file.open() || errno != ENXIO)
        return file;
    if (const auto descriptor = descriptorIn(path)) // a socket has no file that could be opened
        return Descriptor(::fcntl(*descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)); // NOLINT: variadic
    errno = ENXIO;
    return file;
}

Failure tooSlow(const std::filesystem::path& path, std::chrono::milliseconds patience, bool nothing) {
    return {ExitCode::failed, "file.read", "Can't read " + utf8(path),
            (nothing ? "this pipe delivered nothing within " : "this pipe was still open after ") +
                inSeconds(patience),
            "Check the program that writes to it, and that it closes it"};
}

/// False when the time has passed.
bool waitForBytes(int file, Clock::time_point deadline) {
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        pollfd waiting{file, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(std::max<std::int64_t>(left, 0)));
        if (ready > 0)
            return true;
        if (ready == 0 && left <= 0)
            return false;
    }
}

} // namespace

Result<std::string> readGivenFile(const std::filesystem::path& path, std::uint64_t limit,
                                  std::chrono::milliseconds patience) {
    const Clock::time_point deadline = Clock::now() + patience;
    const Descriptor file = openGiven(path);
    if (!file.open())
        return fail(cannotRead(errno, path));
    return readToEnd(file.get(), path, limit, [&](std::size_t size) -> Result<void> {
        if (waitForBytes(file.get(), deadline))
            return {};
        return fail(tooSlow(path, patience, size == 0));
    });
}

} // namespace bes::host
