// SPDX-License-Identifier: Apache-2.0
#include "host/raw_output.hpp"

#include <algorithm>

#include "host/windows/reading.hpp"
#include "host/windows/wide_text.hpp"

namespace bes::host {
namespace {

HANDLE handleOf(int descriptor) {
    return ::GetStdHandle(descriptor == standardOutputNumber ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
}

/// Bytes at the end that are the begin of a letter.
std::size_t cutLetter(std::string_view text) {
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
        const auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if ((byte & 0xc0U) == 0x80U)
            continue;
        const std::size_t length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

/// A console takes UTF-16; its code page is the person's.
SystemError writeToConsole(HANDLE console, std::string_view bytes) {
    static std::string left; // one thread writes to a console at a time, and all of one letter comes soon
    const std::string text = left + std::string(bytes);
    const std::size_t whole = text.size() - cutLetter(text);
    left = text.substr(whole);
    std::wstring_view rest = {};
    const std::wstring all = wide(std::string_view(text).substr(0, whole));
    for (rest = all; !rest.empty();) {
        constexpr std::size_t most = 8192; // a console refuses too much at once
        DWORD written = 0;
        if (::WriteConsoleW(console, rest.data(), static_cast<DWORD>(std::min(rest.size(), most)), &written,
                            nullptr) == 0)
            return lastError();
        rest.remove_prefix(written);
    }
    return 0;
}

} // namespace

void leaveSignalsToOthers() {
}

int writeWhole(int descriptor, std::string_view bytes) {
    HANDLE const output = handleOf(descriptor);
    if (output == nullptr ||
        output == INVALID_HANDLE_VALUE) // a program without a window or console: nobody listens
        return 0;
    DWORD mode = 0;
    return static_cast<int>(::GetConsoleMode(output, &mode) != 0 ? writeToConsole(output, bytes)
                                                                 : writeAll(output, bytes));
}

bool nobodyReads(int error) {
    return error == ERROR_BROKEN_PIPE || error == ERROR_NO_DATA || error == ERROR_PIPE_NOT_CONNECTED;
}

std::string whyNotWritten(int error) {
    return error == ERROR_INVALID_HANDLE ? "it is closed, or open for reading only"
                                         : systemReason(static_cast<SystemError>(error));
}

std::string remedyForOutput(int error) {
    if (error == ERROR_DISK_FULL || error == ERROR_HANDLE_DISK_FULL)
        return "Free space where the output goes, then run the command again.";
    if (error == ERROR_INVALID_HANDLE)
        return "Send it to a file, a pipe or, if you don't need it, to NUL (>NUL).";
    return "Send the output elsewhere, then run the command again.";
}

} // namespace bes::host
