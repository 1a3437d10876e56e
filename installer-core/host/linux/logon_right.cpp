// SPDX-License-Identifier: Apache-2.0
#include "host/logon_right.hpp"

namespace bes::host {

Result<bool> logsOnAsService(const std::string& /*account*/) {
    return true;
}

Result<void> grantServiceLogon(const std::string& /*account*/) {
    return {};
}

Result<void> endServiceLogon(const std::string& /*account*/) {
    return {};
}

} // namespace bes::host
