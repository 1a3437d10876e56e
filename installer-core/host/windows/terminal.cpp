// SPDX-License-Identifier: Apache-2.0
#include "host/terminal.hpp"

#include <openssl/crypto.h>

#include <array>

#include "host/windows/handle.hpp"
#include "host/windows/system_failure.hpp"
#include "host/windows/wide_text.hpp"

namespace bes::host {
namespace {

HANDLE handleOf(Stream stream) {
    switch (stream) {
    case Stream::input:
        return ::GetStdHandle(STD_INPUT_HANDLE);
    case Stream::output:
        return ::GetStdHandle(STD_OUTPUT_HANDLE);
    case Stream::errors:
        break;
    }
    return ::GetStdHandle(STD_ERROR_HANDLE);
}

/// Colours and movements of the cursor are read as such from the first look on, where the console knows them.
bool understandsSequences(HANDLE console) {
    constexpr DWORD processSequences = 4; // ENABLE_VIRTUAL_TERMINAL_PROCESSING, from Windows 10 on
    DWORD mode = 0;
    return ::GetConsoleMode(console, &mode) != 0 &&
           ((mode & processSequences) != 0 || ::SetConsoleMode(console, mode | processSequences) != 0);
}

/// The console shows nothing of what is typed while this lives.
class SilentConsole {
public:
    explicit SilentConsole(HANDLE input) : input_(input), changed_(::GetConsoleMode(input, &before_) != 0) {
        if (changed_)
            ::SetConsoleMode(input_, (before_ | ENABLE_LINE_INPUT | ENABLE_PROCESSED_INPUT) &
                                         ~DWORD{ENABLE_ECHO_INPUT});
    }
    SilentConsole(const SilentConsole&) = delete;
    SilentConsole& operator=(const SilentConsole&) = delete;
    ~SilentConsole() {
        if (changed_)
            ::SetConsoleMode(input_, before_);
    }

private:
    HANDLE input_;
    DWORD before_ = 0;
    bool changed_;
};

Handle openConsole(const wchar_t* name) {
    return Handle(::CreateFileW(name, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                nullptr, OPEN_EXISTING, 0, nullptr));
}

void show(const Handle& console, const std::string& text) {
    const std::wstring wideText = wide(text);
    DWORD written = 0;
    ::WriteConsoleW(console.get(), wideText.data(), static_cast<DWORD>(wideText.size()), &written, nullptr);
}

/// One line without its end.
Result<Secret> readLine(const Handle& console) {
    std::array<wchar_t, 4096> line{}; // more than a console's line buffer holds
    DWORD count = 0;
    const bool read =
        ::ReadConsoleW(console.get(), line.data(), static_cast<DWORD>(line.size()), &count, nullptr) != 0;
    std::wstring_view text(line.data(), read ? count : 0);
    const bool whole = text.ends_with(L'\n');
    while (text.ends_with(L'\n') || text.ends_with(L'\r'))
        text.remove_suffix(1);
    Secret secret(narrow(text));
    OPENSSL_cleanse(line.data(), sizeof line);
    if (whole)
        return secret;
    return fail(ExitCode::cancelled, "run.cancelled", "Nothing was entered", "the question was not answered",
                "Start again.");
}

} // namespace

bool isTerminal(Stream stream) {
    DWORD mode = 0;
    HANDLE const handle = handleOf(stream);
    if (stream == Stream::input)
        return ::GetConsoleMode(handle, &mode) != 0;
    return understandsSequences(handle);
}

unsigned terminalWidth(Stream stream) {
    CONSOLE_SCREEN_BUFFER_INFO about{};
    if (::GetConsoleScreenBufferInfo(handleOf(stream), &about) == 0)
        return 80;
    const int columns = about.srWindow.Right - about.srWindow.Left + 1;
    return columns > 0 ? static_cast<unsigned>(columns) : 80;
}

Result<Secret> askSecret(const std::string& prompt) {
    const Handle input = openConsole(L"CONIN$"), output = openConsole(L"CONOUT$");
    if (!input.open() || !output.open())
        return fail(ExitCode::usage, "terminal.none", "Setup can't ask for a secret",
                    "this process has no console: " + systemReason(lastError()),
                    "Provide it in a file or an environment variable.");
    const SilentConsole silent(input.get());
    show(output, prompt);
    auto secret = readLine(input);
    show(output, "\r\n");
    return secret;
}

Result<bool> askYes(const std::string& question) {
    const Handle input = openConsole(L"CONIN$"), output = openConsole(L"CONOUT$");
    if (!input.open() || !output.open())
        return fail(ExitCode::usage, "terminal.none", "Setup can't ask",
                    "this process has no console: " + systemReason(lastError()),
                    {"Confirm it on the command line.", {{"yes"}}});
    show(output, question + " [y/N] ");
    return readLine(input).map([](const Secret& answer) {
        const std::string_view word = answer.reveal();
        return word == "y" || word == "Y" || word == "yes" || word == "Yes";
    });
}

} // namespace bes::host
