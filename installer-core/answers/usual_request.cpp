// SPDX-License-Identifier: Apache-2.0
#include "answers/usual_request.hpp"

namespace bes::answers {

Request usualRequest(System system) {
    Request request;
    if (system == System::windows) {
        request.installFolder = "C:/Program Files/BES Standby";
        request.configurationFolder = "C:/Program Files/BES Standby Configuration";
        request.logFolder = "C:/Program Files/BES Standby Logs";
        request.serviceAccount = R"(NT AUTHORITY\LocalService)"; // with few rights, and without a password
    }
    return request;
}

} // namespace bes::answers
