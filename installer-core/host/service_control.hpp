// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "host/root.hpp"
#include "model/facts.hpp"
#include "model/failure.hpp"
#include "model/service_definition.hpp"
#include "model/startable_service.hpp"

namespace bes::host {

enum class ServiceState {
    active,
    inactive,
    failed,
    changing,
    absent,
    notRunning, ///< no service manager runs
};

/// The service manager of the root. There is no way to start a service by its name: start() takes the type
/// that only services with the policy start-after-setup can become.
class ServiceControl {
public:
    /// The running systemd for "/"; unit files and links only for any other root, and for "/" without
    /// systemd.
    [[nodiscard]] static std::unique_ptr<ServiceControl> open(const Root& root);

    ServiceControl() = default;
    ServiceControl(const ServiceControl&) = delete;
    ServiceControl& operator=(const ServiceControl&) = delete;
    virtual ~ServiceControl() = default;

    [[nodiscard]] virtual ServiceManagerState managerState() const = 0;

    // For a manager that keeps itself what it is told (that of Windows). One that reads files (systemd) is
    // told by these, and does nothing here.

    /// What it has of that service, as a text that restore() takes. Empty: nothing. Failure service.read.
    [[nodiscard]] virtual Result<std::optional<std::string>> captured(const std::string& key);
    /// One that is there already becomes as it is wanted. Nothing is started. Failure service.install.
    [[nodiscard]] virtual Result<void> install(const ServiceDefinition& service);
    [[nodiscard]] virtual Result<void> restore(const std::string& key, const std::string& captured);
    /// Success when there is none. Failure service.remove.
    [[nodiscard]] virtual Result<void> remove(const std::string& key);
    /// How what it has differs, as half a sentence: "does not exist". Empty: not at all.
    [[nodiscard]] virtual Result<std::string> difference(const ServiceDefinition& service);

    /// Reads unit files again.
    [[nodiscard]] virtual Result<void> reload() = 0;
    /// Units whose [Install] section puts them into the boot. Never given a service, only bes-standby.target.
    [[nodiscard]] virtual Result<void> enable(const std::string& unit) = 0;
    [[nodiscard]] virtual Result<void> disable(const std::string& unit) = 0;
    /// Returns when the service is active; Failure service.start with the last log lines,
    /// service.start-timeout, run.cancelled after a stop: the service is stopped then.
    [[nodiscard]] virtual Result<void> start(const StartableService& service, std::chrono::milliseconds limit,
                                             std::stop_token stop = {}) = 0;
    /// bes-standby.target, whose services were started before: `systemctl status` then shows it as active.
    [[nodiscard]] virtual Result<void> reachStandbyTarget() = 0;
    /// A service or target; success when it is not running. What does not stop in time is killed. After a
    /// stop of the token it is not waited for: run.cancelled.
    [[nodiscard]] virtual Result<void> stop(const std::string& unit, std::chrono::milliseconds limit,
                                            std::stop_token cancel = {}) = 0;
    [[nodiscard]] virtual Result<ServiceState> state(const std::string& unit) = 0;
};

[[nodiscard]] std::string_view toString(ServiceState state);

// For people: what is typed into a shell.

[[nodiscard]] std::string commandToStart(const std::string& unit);
/// Shows what a service said.
[[nodiscard]] std::string commandForLog(const std::string& unit);

} // namespace bes::host
