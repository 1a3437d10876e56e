// SPDX-License-Identifier: Apache-2.0
#include "unit/host/windows/fake_scm.hpp"

#include <cstring>

#include "host/windows/wide_text.hpp"

namespace {

FakeScm* now = nullptr;

/// A handle is the place of the service's name, or of the manager.
SC_HANDLE handleOf(const void* place) {
    return reinterpret_cast<SC_HANDLE>(const_cast<void*>(place)); // NOLINT: handles are opaque
}

FakeScm::Service& serviceOf(SC_HANDLE handle) {
    return *reinterpret_cast<FakeScm::Service*>(handle); // NOLINT: as given above
}

BOOL fails(DWORD error) {
    ::SetLastError(error);
    return FALSE;
}

std::vector<std::wstring> listIn(const wchar_t* list) {
    std::vector<std::wstring> names;
    for (; list != nullptr && *list != L'\0'; list += names.back().size() + 1)
        names.emplace_back(list);
    return names;
}

SC_HANDLE WINAPI openManager(LPCWSTR /*machine*/, LPCWSTR /*database*/, DWORD /*access*/) {
    return handleOf(now);
}

BOOL WINAPI closeHandle(SC_HANDLE /*handle*/) {
    return TRUE;
}

SC_HANDLE WINAPI create(SC_HANDLE /*manager*/, LPCWSTR name, LPCWSTR displayName, DWORD /*access*/,
                        DWORD /*type*/, DWORD start, DWORD /*error*/, LPCWSTR commandLine, LPCWSTR /*group*/,
                        LPDWORD /*tag*/, LPCWSTR dependencies, LPCWSTR account, LPCWSTR /*password*/) {
    if (now->createFails != 0 || now->services.contains(name)) {
        fails(now->createFails != 0 ? now->createFails : ERROR_SERVICE_EXISTS);
        return nullptr;
    }
    FakeScm::Service& made = now->services[name];
    made.displayName = displayName;
    made.commandLine = commandLine;
    made.account = account;
    made.start = start;
    made.dependencies = listIn(dependencies);
    return handleOf(&made);
}

SC_HANDLE WINAPI openService(SC_HANDLE /*manager*/, LPCWSTR name, DWORD /*access*/) {
    const auto found = now->services.find(name);
    if (found != now->services.end())
        return handleOf(&found->second);
    fails(ERROR_SERVICE_DOES_NOT_EXIST);
    return nullptr;
}

BOOL WINAPI removeService(SC_HANDLE service) {
    for (auto entry = now->services.begin(); entry != now->services.end(); ++entry)
        if (&entry->second == &serviceOf(service)) {
            now->services.erase(entry);
            return TRUE;
        }
    return fails(ERROR_INVALID_HANDLE);
}

/// Texts that the answer points to live as long as the fake's service, and one list longer.
BOOL WINAPI config(SC_HANDLE service, LPQUERY_SERVICE_CONFIGW into, DWORD /*size*/, LPDWORD /*needed*/) {
    static std::wstring list;
    FakeScm::Service& found = serviceOf(service);
    list.clear();
    for (const std::wstring& name : found.dependencies)
        list += name + L'\0';
    list += L'\0';
    *into = {};
    into->dwStartType = found.start;
    into->lpBinaryPathName = found.commandLine.data();
    into->lpDisplayName = found.displayName.data();
    into->lpServiceStartName = found.account.data();
    into->lpDependencies = now->tellsDependencies ? list.data() : nullptr;
    return TRUE;
}

BOOL WINAPI config2(SC_HANDLE service, DWORD level, LPBYTE buffer, DWORD /*size*/, LPDWORD /*needed*/) {
    FakeScm::Service& found = serviceOf(service);
    if (level == SERVICE_CONFIG_DESCRIPTION) {
        const SERVICE_DESCRIPTIONW answer{found.description.data()};
        std::memcpy(buffer, &answer, sizeof answer);
        return TRUE;
    }
    if (level == SERVICE_CONFIG_DELAYED_AUTO_START_INFO) {
        const SERVICE_DELAYED_AUTO_START_INFO answer{found.delayed};
        std::memcpy(buffer, &answer, sizeof answer);
        return TRUE;
    }
    if (level != SERVICE_CONFIG_FAILURE_ACTIONS || !now->tellsRecovery)
        return fails(ERROR_INVALID_LEVEL);
    SERVICE_FAILURE_ACTIONSW answer{};
    auto* const action =
        reinterpret_cast<SC_ACTION*>(buffer + sizeof answer); // NOLINT: behind it, as Windows does
    *action = {found.restarts ? SC_ACTION_RESTART : SC_ACTION_NONE, found.restartDelay};
    answer.cActions = 1;
    answer.lpsaActions = action;
    std::memcpy(buffer, &answer, sizeof answer);
    return TRUE;
}

BOOL WINAPI change(SC_HANDLE service, DWORD /*type*/, DWORD start, DWORD /*error*/, LPCWSTR commandLine,
                   LPCWSTR /*group*/, LPDWORD /*tag*/, LPCWSTR dependencies, LPCWSTR account,
                   LPCWSTR /*password*/, LPCWSTR displayName) {
    FakeScm::Service& found = serviceOf(service);
    if (found.markedForDelete)
        return fails(ERROR_SERVICE_MARKED_FOR_DELETE);
    found.start = start;
    found.commandLine = commandLine;
    found.dependencies = listIn(dependencies);
    found.account = account;
    found.displayName = displayName;
    return TRUE;
}

BOOL WINAPI change2(SC_HANDLE service, DWORD level, LPVOID value) {
    FakeScm::Service& found = serviceOf(service);
    if (level == SERVICE_CONFIG_DESCRIPTION)
        found.description = static_cast<SERVICE_DESCRIPTIONW*>(value)->lpDescription;
    else if (level == SERVICE_CONFIG_DELAYED_AUTO_START_INFO)
        found.delayed = static_cast<SERVICE_DELAYED_AUTO_START_INFO*>(value)->fDelayedAutostart != FALSE;
    else if (level == SERVICE_CONFIG_FAILURE_ACTIONS) {
        const auto& actions = *static_cast<SERVICE_FAILURE_ACTIONSW*>(value);
        found.restarts = actions.cActions > 0 && actions.lpsaActions->Type == SC_ACTION_RESTART;
        found.restartDelay = found.restarts ? actions.lpsaActions->Delay : 0;
    } else if (level != SERVICE_CONFIG_FAILURE_ACTIONS_FLAG)
        return fails(ERROR_INVALID_LEVEL);
    return TRUE;
}

BOOL WINAPI status(SC_HANDLE service, SC_STATUS_TYPE /*type*/, LPBYTE buffer, DWORD /*size*/,
                   LPDWORD /*needed*/) {
    const FakeScm::Service& found = serviceOf(service);
    SERVICE_STATUS_PROCESS answer{};
    answer.dwCurrentState = found.state;
    answer.dwWin32ExitCode = found.exitCode;
    answer.dwProcessId = found.process;
    std::memcpy(buffer, &answer, sizeof answer);
    return TRUE;
}

BOOL WINAPI start(SC_HANDLE service, DWORD /*count*/, LPCWSTR* /*words*/) {
    FakeScm::Service& found = serviceOf(service);
    ++found.starts;
    found.state = now->stateAfterStart;
    found.exitCode = now->exitCodeAfterStart;
    found.process = now->processAfterStart;
    return TRUE;
}

BOOL WINAPI control(SC_HANDLE service, DWORD what, LPSERVICE_STATUS /*told*/) {
    FakeScm::Service& found = serviceOf(service);
    found.controls.push_back(what);
    if (now->obeysStop)
        found.state = SERVICE_STOPPED;
    return TRUE;
}

std::vector<std::string> inRegistry(const std::string& name) {
    std::vector<std::string> names;
    for (const std::wstring& one : now->services[bes::host::wide(name)].dependencies)
        names.push_back(bes::host::narrow(one));
    return names;
}

} // namespace

FakeScm::FakeScm() : processAfterStart(::GetCurrentProcessId()) {
    now = this;
}

FakeScm::~FakeScm() {
    now = nullptr;
}

bes::host::ScmApi FakeScm::api() const {
    bes::host::ScmApi api;
    api.openManager = &openManager;
    api.close = &closeHandle;
    api.create = &create;
    api.open = &openService;
    api.remove = &removeService;
    api.config = &config;
    api.config2 = &config2;
    api.change = &change;
    api.change2 = &change2;
    api.status = &status;
    api.start = &start;
    api.control = &control;
    api.storedDependencies = &inRegistry;
    return api;
}
