// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "host/service_control.hpp"

namespace bes::host {

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
