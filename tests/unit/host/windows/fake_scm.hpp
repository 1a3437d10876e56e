// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "host/windows/scm_api.hpp"

/// Stands for the service control manager, for what a test computer's own does not do or forgets. One at a
/// time: the functions that it gives are plain ones.
class FakeScm {
public:
    struct Service {
        std::wstring displayName, commandLine, account, description;
        std::vector<std::wstring> dependencies;
        DWORD start = SERVICE_DEMAND_START;
        bool delayed = false, restarts = false;
        DWORD restartDelay = 0;
        DWORD state = SERVICE_STOPPED, exitCode = ERROR_SERVICE_NEVER_STARTED, process = 0;
        bool markedForDelete = false;
        std::vector<DWORD> controls; ///< that it was told
        int starts = 0;
    };

    FakeScm();
    FakeScm(const FakeScm&) = delete;
    FakeScm& operator=(const FakeScm&) = delete;
    ~FakeScm();

    [[nodiscard]] bes::host::ScmApi api() const;

    std::map<std::wstring, Service> services;
    DWORD createFails = 0;         ///< with this error
    bool tellsRecovery = true;     ///< whether it restarts a service
    bool tellsDependencies = true; ///< by QueryServiceConfig; the registry has them always
    DWORD stateAfterStart = SERVICE_RUNNING;
    DWORD exitCodeAfterStart = NO_ERROR;
    DWORD processAfterStart = 0;
    bool obeysStop = true;
};
