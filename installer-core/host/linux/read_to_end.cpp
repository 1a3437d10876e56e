// SPDX-License-Identifier: Apache-2.0
#include "host/linux/read_to_end.hpp"

#include <unistd.h>

#include <cerrno>
#include <vector>

#include "host/linux/system_failure.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {

Failure cannotRead(int error, const std::filesystem::path& path) {
    return fileFailure(error, Access::reading, "Can't read " + utf8(path), path);
}

Result<std::string> readToEnd(int file, const std::filesystem::path& path, std::uint64_t limit,
                              const BeforeRead& before) {
    std::string content;
    std::vector<char> buffer(65536); // not on the stack, where a secret would stay
    while (true) {                   // not by st_size: files in /proc have none
        if (before)
            TRY(before(content.size()));
        const ssize_t got = ::read(file, buffer.data(), buffer.size());
        if (got < 0 && (errno == EINTR || (errno == EAGAIN && before)))
            continue;
        if (got < 0)
            return fail(cannotRead(errno, path));
        if (got == 0)
            return content;
        content.append(buffer.data(), static_cast<std::size_t>(got));
        if (content.size() > limit)
            return fail(ExitCode::failed, "file.read", "Can't read " + utf8(path),
                        "It is longer than the " + std::to_string(limit) + " bytes that such a file may have",
                        "Check that this is the right file");
    }
}

} // namespace bes::host
