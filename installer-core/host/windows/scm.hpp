// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "host/service_control.hpp"
#include "host/windows/scm_api.hpp"

namespace bes::host {

/// The key of a service: units are called so with a suffix.
[[nodiscard]] std::string serviceKey(const std::string& unit);

/// The service control manager of this computer. Groups of services are no things of their own here: what
/// starts with the computer says so by its start type.
class Scm final : public ServiceControl {
public:
    explicit Scm(ScmApi api = {}) : api_(api) {}

    [[nodiscard]] ServiceManagerState managerState() const override { return ServiceManagerState::running; }
    [[nodiscard]] Result<std::optional<std::string>> captured(const std::string& key) override;
    [[nodiscard]] Result<void> install(const ServiceDefinition& service) override;
    [[nodiscard]] Result<void> restore(const std::string& key, const std::string& captured) override;
    [[nodiscard]] Result<void> remove(const std::string& key) override;
    [[nodiscard]] Result<std::string> difference(const ServiceDefinition& service) override;
    [[nodiscard]] Result<void> reload() override { return {}; }
    [[nodiscard]] Result<void> enable(const std::string& /*group*/) override { return {}; }
    [[nodiscard]] Result<void> disable(const std::string& /*group*/) override { return {}; }
    [[nodiscard]] Result<void> start(const StartableService& service, std::chrono::milliseconds limit,
                                     std::stop_token stop = {}) override;
    [[nodiscard]] Result<void> reachStandbyTarget() override { return {}; }
    [[nodiscard]] Result<void> stop(const std::string& unit, std::chrono::milliseconds limit,
                                    std::stop_token cancel = {}) override;
    [[nodiscard]] Result<ServiceState> state(const std::string& unit) override;

private:
    ScmApi api_;
};

/// Of an image: nothing runs there.
class OfflineServices final : public ServiceControl {
public:
    explicit OfflineServices(Root root) : root_(std::move(root)) {}

    [[nodiscard]] ServiceManagerState managerState() const override { return ServiceManagerState::offline; }
    [[nodiscard]] Result<void> reload() override { return {}; }
    [[nodiscard]] Result<void> enable(const std::string& /*group*/) override { return {}; }
    [[nodiscard]] Result<void> disable(const std::string& /*group*/) override { return {}; }
    [[nodiscard]] Result<void> start(const StartableService& service, std::chrono::milliseconds limit,
                                     std::stop_token stop = {}) override;
    [[nodiscard]] Result<void> reachStandbyTarget() override { return {}; }
    [[nodiscard]] Result<void> stop(const std::string& /*unit*/, std::chrono::milliseconds /*limit*/,
                                    std::stop_token /*cancel*/) override {
        return {};
    }
    [[nodiscard]] Result<ServiceState> state(const std::string& unit) override;

private:
    Root root_;
};

} // namespace bes::host
