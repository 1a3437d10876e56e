// SPDX-License-Identifier: Apache-2.0
#include "host/service_control.hpp"

#include "host/linux/offline_units.hpp"
#include "host/linux/systemd.hpp"

namespace bes::host {

std::unique_ptr<ServiceControl> ServiceControl::open(const Root& root) {
    if (root.isRunningSystem() && Systemd::runs())
        return std::make_unique<Systemd>();
    return std::make_unique<OfflineUnits>(root);
}

std::string commandToStart(const std::string& unit) {
    return "systemctl start " + unit;
}

std::string commandForLog(const std::string& unit) {
    return "journalctl --unit=" + unit;
}

} // namespace bes::host
