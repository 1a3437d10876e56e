// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/socket.h>

#include <chrono>
#include <string>
#include <vector>

namespace bes::host {

struct NameAnswer {
    std::vector<std::string> addresses; ///< textual, without duplicates
    std::string canonicalName;          ///< empty for a numeric address
    std::string problem;                ///< why there is no answer; empty: there is one
};

/// The name service's answer, or the lack of one when the limit has passed.
[[nodiscard]] NameAnswer askNameService(const std::string& name, std::chrono::milliseconds limit);

/// "192.0.2.7", "2001:db8::7"; empty for what is no IP address.
[[nodiscard]] std::string textual(const sockaddr& address, unsigned length);

} // namespace bes::host
