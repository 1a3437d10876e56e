// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "host/service_control.hpp"

namespace bes::host {

/// systemd as it runs on this computer.
class Systemd final : public ServiceControl {
public:
    /// As sd_booted(3) has it.
    [[nodiscard]] static bool runs();

    [[nodiscard]] ServiceManagerState managerState() const override { return ServiceManagerState::running; }
    [[nodiscard]] Result<void> reload() override;
    [[nodiscard]] Result<void> enable(const std::string& unit) override;
    [[nodiscard]] Result<void> disable(const std::string& unit) override;
    [[nodiscard]] Result<void> start(const StartableService& service, std::chrono::milliseconds limit,
                                     std::stop_token stop = {}) override;
    [[nodiscard]] Result<void> reachStandbyTarget() override;
    [[nodiscard]] Result<void> stop(const std::string& unit, std::chrono::milliseconds limit,
                                    std::stop_token cancel = {}) override;
    [[nodiscard]] Result<ServiceState> state(const std::string& unit) override;

private:
    [[nodiscard]] Result<void> cancelledStart(const std::string& unit);
};

/// What systemd says about a unit.
struct UnitProperties {
    ServiceState state = ServiceState::absent;
    std::string type;   ///< of a service: notify, exec, simple, …
    std::string result; ///< of a service's last run: success, exit-code, timeout, …
};

[[nodiscard]] Result<UnitProperties> readUnitProperties(const std::string& unit);

/// In the lines "Name=value" that `systemctl show` writes.
[[nodiscard]] UnitProperties unitPropertiesIn(const std::string& shown);

} // namespace bes::host
