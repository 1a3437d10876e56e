// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <windows.h>

#include <winsvc.h>

namespace bes::host {

/// As the registry has them: keys of the services that one needs.
[[nodiscard]] std::vector<std::string> storedDependencies(const std::string& name);

/// The functions of the system's service control manager that setup calls, so that a test can stand in their
/// place for what a test computer does not do.
struct ScmApi {
    decltype(&::OpenSCManagerW) openManager = &::OpenSCManagerW;
    decltype(&::CloseServiceHandle) close = &::CloseServiceHandle;
    decltype(&::CreateServiceW) create = &::CreateServiceW;
    decltype(&::OpenServiceW) open = &::OpenServiceW;
    decltype(&::DeleteService) remove = &::DeleteService;
    decltype(&::QueryServiceConfigW) config = &::QueryServiceConfigW;
    decltype(&::QueryServiceConfig2W) config2 = &::QueryServiceConfig2W;
    decltype(&::ChangeServiceConfigW) change = &::ChangeServiceConfigW;
    decltype(&::ChangeServiceConfig2W) change2 = &::ChangeServiceConfig2W;
    decltype(&::QueryServiceStatusEx) status = &::QueryServiceStatusEx;
    decltype(&::StartServiceW) start = &::StartServiceW;
    decltype(&::ControlService) control = &::ControlService;
    decltype(&::EnumDependentServicesW) dependents = &::EnumDependentServicesW;
    decltype(&host::storedDependencies) storedDependencies = &host::storedDependencies;
};

/// Owns what the manager gave to see it or a service by.
class ScmHandle {
public:
    ScmHandle(const ScmApi& api, SC_HANDLE handle) : api_(&api), handle_(handle) {}
    ScmHandle(ScmHandle&& other) noexcept : api_(other.api_), handle_(other.handle_) {
        other.handle_ = nullptr;
    }
    ScmHandle& operator=(ScmHandle&&) = delete;
    ScmHandle(const ScmHandle&) = delete;
    ScmHandle& operator=(const ScmHandle&) = delete;
    ~ScmHandle() {
        if (handle_ != nullptr)
            api_->close(handle_);
    }
    [[nodiscard]] bool open() const { return handle_ != nullptr; }
    [[nodiscard]] SC_HANDLE get() const { return handle_; }

private:
    const ScmApi* api_;
    SC_HANDLE handle_;
};

} // namespace bes::host
