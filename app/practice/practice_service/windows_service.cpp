// SPDX-License-Identifier: Apache-2.0
/// The program of every component in the practice media for Windows: opens its ports on 127.0.0.1, tells the
/// service control manager that it runs, leaves a line in the log folder, and stops when it is told to.

#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include <winsock2.h>

#include <windows.h>

#include <winsvc.h>

#include "configuration.hpp"

namespace practice {
namespace {

constexpr DWORD ownError = 1; ///< the code of a service that was told to fail

struct Service {
    std::filesystem::path program, standbyIni;
    SERVICE_STATUS_HANDLE status = nullptr;
    HANDLE stop = nullptr; ///< an event
};

/// The functions that the manager calls take no argument of ours.
Service& service() {
    static Service one;
    return one;
}

void tellManager(DWORD state, DWORD failure = 0) {
    SERVICE_STATUS told{};
    told.dwServiceType = SERVICE_WIN32_OWN_PROCESS;
    told.dwCurrentState = state;
    told.dwControlsAccepted = state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_SHUTDOWN : 0;
    told.dwWin32ExitCode = failure == 0 ? NO_ERROR : ERROR_SERVICE_SPECIFIC_ERROR;
    told.dwServiceSpecificExitCode = failure;
    told.dwWaitHint = state == SERVICE_START_PENDING || state == SERVICE_STOP_PENDING ? 10000 : 0;
    ::SetServiceStatus(service().status, &told);
}

DWORD WINAPI hear(DWORD control, DWORD /*event*/, void* /*data*/, void* /*context*/) {
    if (control == SERVICE_CONTROL_STOP || control == SERVICE_CONTROL_SHUTDOWN) {
        tellManager(SERVICE_STOP_PENDING);
        ::SetEvent(service().stop);
        return NO_ERROR;
    }
    return control == SERVICE_CONTROL_INTERROGATE ? NO_ERROR : ERROR_CALL_NOT_IMPLEMENTED;
}

SOCKET openPort(const Port& port) {
    const std::string label = (port.udp ? "udp " : "tcp ") + std::to_string(port.number);
    const SOCKET opened = ::socket(AF_INET, port.udp ? SOCK_DGRAM : SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = ::htons(port.number);
    address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    const BOOL alone = TRUE;
    if (opened == INVALID_SOCKET ||
        ::setsockopt(opened, SOL_SOCKET, SO_EXCLUSIVEADDRUSE, reinterpret_cast<const char*>(&alone),
                     sizeof alone) != 0 ||
        ::bind(opened, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        (!port.udp && ::listen(opened, SOMAXCONN) != 0))
        throw std::runtime_error(label + ": " + std::to_string(::WSAGetLastError()));
    return opened;
}

/// Evidence of a start that does not depend on what the manager says.
void recordStart(const Configuration& configuration) {
    if (configuration.logFolder.empty())
        return;
    const auto path = configuration.logFolder / (configuration.name + ".started");
    std::ofstream file(path, std::ios::app);
    file << "started as process " << ::GetCurrentProcessId() << '\n' << std::flush;
    if (!file)
        throw std::runtime_error("cannot write " + path.string());
}

void run() {
    const Configuration configuration = readConfiguration(service().program, service().standbyIni);
    recordStart(configuration);
    if (configuration.behaviour == Behaviour::failAtStart)
        throw std::runtime_error(configuration.name + " was told to fail at its start");
    std::vector<SOCKET> ports;
    for (const Port& port : configuration.ports)
        ports.push_back(openPort(port));
    if (configuration.behaviour != Behaviour::hangBeforeReady)
        tellManager(SERVICE_RUNNING);
    if (configuration.behaviour == Behaviour::endWhenReady)
        throw std::runtime_error(configuration.name + " was told to end as soon as it is ready");
    ::WaitForSingleObject(service().stop, INFINITE); // who connects is left in the queue
    for (const SOCKET port : ports)
        ::closesocket(port);
}

void WINAPI begin(DWORD /*count*/, wchar_t** arguments) {
    service().stop = ::CreateEventW(nullptr, TRUE, FALSE, nullptr);
    service().status = ::RegisterServiceCtrlHandlerExW(arguments[0], &hear, nullptr);
    tellManager(SERVICE_START_PENDING);
    WSADATA sockets{};
    ::WSAStartup(MAKEWORD(2, 2), &sockets);
    try {
        run();
        tellManager(SERVICE_STOPPED);
    } catch (const std::exception& error) {
        std::cerr << error.what() << std::endl;
        tellManager(SERVICE_STOPPED, ownError);
    }
}

std::filesystem::path ownProgram() {
    std::wstring path(32768, L'\0');
    path.resize(::GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size())));
    return path;
}

} // namespace
} // namespace practice

int wmain(int argc, wchar_t** argv) {
    if (argc != 3 || std::wstring(argv[1]) != L"--configuration") {
        std::cerr << "usage: PROGRAM --configuration FILE, by the service control manager" << std::endl;
        return 2;
    }
    practice::service().program = practice::ownProgram();
    practice::service().standbyIni = argv[2];
    std::wstring anyName; // in a process with one service
    const SERVICE_TABLE_ENTRYW services[] = {{anyName.data(), &practice::begin}, {nullptr, nullptr}};
    if (::StartServiceCtrlDispatcherW(services) != 0)
        return 0;
    std::cerr << "the service control manager has to start this program: error " << ::GetLastError()
              << std::endl;
    return 1;
}
