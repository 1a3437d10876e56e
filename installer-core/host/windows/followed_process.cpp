// SPDX-License-Identifier: Apache-2.0
#include "host/process.hpp"

#include <algorithm>
#include <stdexcept>

#include "host/windows/child.hpp"

namespace bes::host {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t keptOutput = 16ull << 20; ///< bytes of each stream; what comes after is thrown away

struct Pipe {
    Handle reading, writing;
    Pipe() {
        SECURITY_ATTRIBUTES inherited{sizeof inherited, nullptr, TRUE};
        HANDLE ours = nullptr, theirs = nullptr;
        constexpr DWORD room = 1 << 16;
        if (::CreatePipe(&ours, &theirs, &inherited, room) == 0)
            return;
        reading = Handle(ours);
        writing = Handle(theirs);
        ::SetHandleInformation(ours, HANDLE_FLAG_INHERIT, 0);
    }
};

/// An input at whose end one is at once.
Handle nothing() {
    SECURITY_ATTRIBUTES inherited{sizeof inherited, nullptr, TRUE};
    return Handle(::CreateFileW(L"NUL", GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited,
                                OPEN_EXISTING, 0, nullptr));
}

/// Takes what is there now, but not for ever: a program that never stops writing must not keep us from
/// looking at the clock.
void drain(const Handle& from, std::string& into) {
    for (int reads = 0; reads < 64; ++reads) {
        DWORD there = 0;
        if (::PeekNamedPipe(from.get(), nullptr, 0, nullptr, &there, nullptr) == 0 || there == 0)
            return;
        std::string piece(std::min<std::size_t>(there, std::size_t{1} << 16), '\0');
        DWORD got = 0;
        if (::ReadFile(from.get(), piece.data(), static_cast<DWORD>(piece.size()), &got, nullptr) == 0)
            return;
        if (into.size() < keptOutput)
            into.append(piece.data(), got);
    }
}

/// Collects output until the process has ended. Whatever it left running may keep the pipes open: that is not
/// waited for. False when the limit passed or a stop was asked for.
bool follow(const ChildProcess& child, const Pipe& output, const Pipe& errors, Clock::time_point deadline,
            const std::stop_token& stop, ProcessOutcome& outcome) {
    constexpr DWORD pause = 10;
    while (true) {
        const bool ended = ::WaitForSingleObject(child.process.get(), pause) == WAIT_OBJECT_0;
        drain(output.reading, outcome.output);
        drain(errors.reading, outcome.errors);
        if (ended)
            return true;
        if (Clock::now() >= deadline || stop.stop_requested())
            return false;
    }
}

Failure cannotStart(const std::string& program, SystemError error) {
    if (error == ERROR_NOT_ENOUGH_MEMORY || error == ERROR_NO_SYSTEM_RESOURCES)
        return {ExitCode::noMemory, "process.start", "Can't run " + program, systemReason(error),
                "Close other programs, then run setup again"};
    return {ExitCode::failed, "process.start", "Can't run " + program, systemReason(error),
            "Install the program " + program + " or correct PATH, then run setup again"};
}

} // namespace

Result<FollowedProcess> runAndFollow(const std::vector<std::string>& words, std::chrono::milliseconds limit,
                                     std::stop_token stop, Child child) {
    if (words.empty())
        throw std::logic_error("run() without a program");
    const Clock::time_point deadline = Clock::now() + limit;
    Pipe output, errors;
    const Handle input = nothing();
    if (!output.reading.open() || !errors.reading.open() || !input.open())
        return fail(cannotStart(words.front(), lastError()));
    ChildProcess process;
    const SystemError error =
        begin({}, words, handedOn(child), {input.get(), output.writing.get(), errors.writing.get()}, process);
    if (error != 0)
        return fail(cannotStart(words.front(), error));
    output.writing.close();
    errors.writing.close();

    FollowedProcess outcome;
    if (follow(process, output, errors, deadline, stop, outcome)) {
        outcome.exitCode = exitCodeOf(process.process.get());
        // what it started and left behind goes on, as on other systems
        JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
        ::SetInformationJobObject(process.job.get(), JobObjectExtendedLimitInformation, &limits,
                                  sizeof limits);
        return outcome;
    }
    constexpr int killed = 128 + 9;
    ::TerminateJobObject(process.job.get(), killed);
    ::WaitForSingleObject(process.process.get(), INFINITE);
    outcome.exitCode = killed;
    outcome.stopped = stop.stop_requested();
    outcome.tookTooLong = !outcome.stopped;
    return outcome;
}

} // namespace bes::host
