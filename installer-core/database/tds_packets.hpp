// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "host/tcp_connection.hpp"

namespace bes::database {

// The little of SQL Server's protocol TDS that comes before a login: sqlserver.md §1.1.

enum class TdsPacket : std::uint8_t { answer = 0x04, prelogin = 0x12 };

/// What client and server say about encryption.
enum class TdsEncryption : std::uint8_t { loginOnly = 0, on = 1, none = 2, required = 3 };

struct TdsGreeting {
    unsigned major = 0; ///< 8: SQL Server 2000, 9: 2005 …
    unsigned minor = 0;
    unsigned build = 0;
    TdsEncryption encryption = TdsEncryption::none;
};

/// One packet with that content.
[[nodiscard]] std::string tdsPacket(TdsPacket type, std::string_view content);

/// The content of the next message; empty where none came in time, or something else than TDS.
[[nodiscard]] std::optional<std::string> receiveTds(const host::TcpConnection& connection);

/// The content of the first message of a client.
[[nodiscard]] std::string tdsPrelogin(TdsEncryption wanted);
/// What a server said to it; empty where that is no answer to it.
[[nodiscard]] std::optional<TdsGreeting> tdsGreeting(std::string_view content);

} // namespace bes::database
