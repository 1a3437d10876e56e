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

} // namespace bes::host
