// SPDX-License-Identifier: Apache-2.0
#include "host/event_log.hpp"

namespace bes::host {

void leaveEvent(EventKind /*kind*/, unsigned /*number*/, const std::string& /*text*/) {
}

} // namespace bes::host
