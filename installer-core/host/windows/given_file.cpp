// SPDX-License-Identifier: Apache-2.0
#include "host/given_file.hpp"

#include "host/files.hpp"
#include "host/process.hpp"
#include "host/time_limited.hpp"
#include "host/windows/handle.hpp"
#include "host/windows/reading.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::host {
namespace {

Failure tooSlow(const std::filesystem::path& path, std::chrono::milliseconds patience) {
    return {ExitCode::failed, "file.read", "Can't read " + utf8(path),
            "this pipe was still open after " + inSeconds(patience),
            "Check the program that writes to it, and that it closes it"};
}

/// As on other systems; here it has no name of its own.
bool isStandardInput(const std::filesystem::path& path) {
    return path == "/dev/stdin" || path == "CONIN$";
}

} // namespace

Result<std::string> readGivenFile(const std::filesystem::path& path, std::uint64_t limit,
                                  std::chrono::milliseconds patience) {
    HANDLE const input = ::GetStdHandle(STD_INPUT_HANDLE);
    const bool fromInput = isStandardInput(path);
    const bool isPipe =
        fromInput ? ::GetFileType(input) == FILE_TYPE_PIPE : native(path).starts_with(LR"(\\.\pipe\)");
    if (!fromInput && !isPipe)
        return readFile(path, limit);
    auto content = timeLimited(patience, "Can't read " + utf8(path), [=]() -> Result<std::string> {
        if (fromInput)
            return readToEnd(input, path, limit);
        const Handle pipe(
            ::CreateFileW(native(path).c_str(), GENERIC_READ, 0, nullptr, OPEN_EXISTING, 0, nullptr));
        return pipe.open() ? readToEnd(pipe.get(), path, limit) : fail(cannotRead(lastError(), path));
    });
    return !content && content.error().id == "file.timeout" ? fail(tooSlow(path, patience)) : content;
}

} // namespace bes::host
