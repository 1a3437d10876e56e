// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "host/service_control.hpp"

namespace bes::host {

std::string_view toString(ServiceState state) {
    switch (state) {
    case ServiceState::active:
        return "active";
    case ServiceState::inactive:
        return "inactive";
    case ServiceState::failed:
        return "failed";
    case ServiceState::changing:
        return "changing";
    case ServiceState::absent:
        return "absent";
    case ServiceState::notRunning:
        return "not-running";
    }
    throw std::logic_error("unknown service state");
}

Result<std::optional<std::string>> ServiceControl::captured(const std::string& /*key*/) {
    return std::nullopt;
}

Result<void> ServiceControl::install(const ServiceDefinition& /*service*/) {
    return {};
}

Result<void> ServiceControl::restore(const std::string& /*key*/, const std::string& /*captured*/) {
    return {};
}

Result<void> ServiceControl::remove(const std::string& /*key*/) {
    return {};
}

Result<std::string> ServiceControl::difference(const ServiceDefinition& /*service*/) {
    return std::string();
}

} // namespace bes::host
