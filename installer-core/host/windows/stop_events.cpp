// SPDX-License-Identifier: Apache-2.0
#include <atomic>

#include <windows.h>

#include "host/interruption.hpp"
#include "host/left_thread.hpp"
#include "host/stop_wishes.hpp"

namespace bes::host {
namespace {

std::atomic<bool> heard = false;

/// The system ends the process some seconds after the window of its console was closed, or the person logs
/// off, as soon as this function returns: it stays for as long as it may, and what was begun is undone
/// meanwhile.
void stayUntilEnded() {
    ::Sleep(INFINITE);
}

BOOL WINAPI onEvent(DWORD event) {
    heard = true;
    switch (event) {
    case CTRL_C_EVENT:
    case CTRL_BREAK_EVENT:
        leaveToThread(askedToStop);
        return TRUE;
    case CTRL_CLOSE_EVENT:
    case CTRL_LOGOFF_EVENT:
    case CTRL_SHUTDOWN_EVENT:
        askedToStop();
        stayUntilEnded();
        return TRUE;
    default:
        return FALSE;
    }
}

} // namespace

void listenForStops() {
    // told before other programs are, and given all the time that there is
    constexpr DWORD early = 0x3ff;
    ::SetProcessShutdownParameters(early, 0);
    ::SetConsoleCtrlHandler(&onEvent, TRUE);
}

bool stopHearingSignals() {
    ::SetConsoleCtrlHandler(&onEvent, FALSE);
    return heard;
}

void endAtOnce(int exitCode) {
    ::TerminateProcess(::GetCurrentProcess(), static_cast<UINT>(exitCode));
    ::Sleep(INFINITE);
    __builtin_unreachable();
}

} // namespace bes::host
