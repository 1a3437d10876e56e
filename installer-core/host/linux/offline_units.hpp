// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "host/service_control.hpp"

namespace bes::host {

/// Unit files and links of a root in which no systemd runs.
class OfflineUnits final : public ServiceControl {
public:
    explicit OfflineUnits(Root root) : root_(std::move(root)) {}

    [[nodiscard]] ServiceManagerState managerState() const override { return ServiceManagerState::offline; }
    [[nodiscard]] Result<void> reload() override { return {}; }
    [[nodiscard]] Result<void> enable(const std::string& unit) override;
    [[nodiscard]] Result<void> disable(const std::string& unit) override;
    [[nodiscard]] Result<void> start(const StartableService& service, std::chrono::milliseconds limit,
                                     std::stop_token stop = {}) override;
    [[nodiscard]] Result<void> reachStandbyTarget() override;
    [[nodiscard]] Result<void> stop(const std::string& /*unit*/, std::chrono::milliseconds /*limit*/,
                                    std::stop_token /*cancel*/ = {}) override {
        return {};
    }
    [[nodiscard]] Result<ServiceState> state(const std::string& unit) override;

private:
    Root root_;
};

} // namespace bes::host
