// SPDX-License-Identifier: Apache-2.0
#include "host/own_process.hpp"

#include <fcntl.h>
#include <io.h>

#include <array>
#include <cstdio>

#include "host/interruption.hpp"
#include "host/windows/child.hpp"
#include "host/windows/reading.hpp"
#include "host/windows/sids.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

std::filesystem::path ownProgram() {
    std::wstring path(32768, L'\0');
    path.resize(::GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size())));
    return path;
}

Failure cannotRestart(SystemError error) {
    return {ExitCode::failed, "process.restart", "The program can't restart", systemReason(error),
            "Check that the program file is complete and executable"};
}

/// This system has no way to become another program: this one waits, and ends as that one did. What it
/// inherits are our own streams.
SystemError goOnAs(const std::filesystem::path& program, const std::vector<std::string>& words,
                   const Environment& environment) {
    ChildStreams streams{::GetStdHandle(STD_INPUT_HANDLE), ::GetStdHandle(STD_OUTPUT_HANDLE),
                         ::GetStdHandle(STD_ERROR_HANDLE)};
    for (HANDLE const stream : {streams.input, streams.output, streams.errors})
        ::SetHandleInformation(stream, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    ChildProcess child;
    if (const SystemError error = begin(program, words, environment, streams, child); error != 0)
        return error;
    ::WaitForSingleObject(child.process.get(), INFINITE);
    DWORD code = 0;
    ::GetExitCodeProcess(child.process.get(), &code);
    ::ExitProcess(code);
}

} // namespace

std::filesystem::path ownProgramFolder() {
    return ownProgram().parent_path();
}

std::string programFile(const std::string& name) {
    return name + ".exe";
}

std::uint32_t currentUser() {
    return numberOf(ownSid());
}

std::string accountName(std::uint32_t user) {
    const Sid sid = user == currentUser() ? ownSid() : sidOfNumber(user);
    return sid.empty() ? std::to_string(user) : nameOf(sid);
}

std::string personsAccount() {
    return nameOf(ownSid());
}

std::string homeOf(std::uint32_t user) {
    return user == currentUser() ? narrow(variable(L"USERPROFILE")) : std::string();
}

Environment ownEnvironment() {
    Environment variables;
    wchar_t* const block = ::GetEnvironmentStringsW();
    for (const wchar_t* entry = block; entry != nullptr && *entry != L'\0';) {
        const std::wstring_view text = entry;
        entry += text.size() + 1;
        const auto equals = text.find(L'=', 1); // "=C:=C:\x" is where the system keeps the folder of a drive
        if (equals != std::wstring_view::npos && text.front() != L'=')
            variables.emplace_back(narrow(text.substr(0, equals)), narrow(text.substr(equals + 1)));
    }
    ::FreeEnvironmentStringsW(block);
    return variables;
}

Failure restart(const Restart& with) {
    if (with.account && with.account->user != currentUser())
        return {ExitCode::privileges, "process.account",
                "Can't work as the account " + accountName(with.account->user),
                "this system gives the permissions of another account only to who has its password",
                "Run it as that account"};
    if (::SetCurrentDirectoryW(withoutPrefix(native(with.folder)).c_str()) == 0)
        return fileFailure(lastError(), Access::reading, "Can't change to the folder " + utf8(with.folder),
                           with.folder);
    return cannotRestart(
        goOnAs(with.program.empty() ? ownProgram() : with.program, with.words, with.environment));
}

Failure becomeProgram(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                      const Environment& environment) {
    std::vector<std::string> words{utf8(program)};
    words.insert(words.end(), arguments.begin(), arguments.end());
    if (stopHearingSignals())
        return cancelled();
    return {ExitCode::failed, "process.become", "The program " + utf8(program) + " can't be started",
            systemReason(goOnAs(program, words, environment)),
            "Check that its file is complete and executable"};
}

void workUnattended() {
    const int nothing = ::_wopen(L"NUL", _O_RDONLY | _O_BINARY); // NOLINT: variadic by design
    if (nothing < 0)
        return;
    ::_dup2(nothing, ::_fileno(stdin));
    ::_close(nothing);
}

void surviveClosedPipes() {
} // writing to a closed pipe is always an error of that write here

Result<PrivateOutput> PrivateOutput::take() {
    constexpr int output = 1, errors = 2;
    const int kept = ::_dup(output);
    if (kept < 0)
        return fail(ExitCode::failed, "process.output", "There is no standard output to write to",
                    "its descriptor is closed", "Run it with its standard output open");
    ::_setmode(kept, _O_BINARY);
    // not for children: who inherits it keeps its reader waiting
    ::SetHandleInformation(reinterpret_cast<HANDLE>(::_get_osfhandle(kept)), HANDLE_FLAG_INHERIT,
                           0); // NOLINT
    if (::_dup2(errors, output) < 0) {
        const int nothing = ::_wopen(L"NUL", _O_WRONLY); // NOLINT: variadic by design
        ::_dup2(nothing, output);
        ::_close(nothing);
    }
    return PrivateOutput(kept);
}

bool PrivateOutput::writeLine(std::string_view line) {
    return writeAll(reinterpret_cast<HANDLE>(::_get_osfhandle(descriptor_)), std::string(line) + '\n') ==
           0; // NOLINT
}

} // namespace bes::host
