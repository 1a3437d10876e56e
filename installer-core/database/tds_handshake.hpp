// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "host/tcp_connection.hpp"

namespace bes::database {

/// What a server's TLS is like, with its certificate as everybody may see it.
struct TlsLook {
    enum class Trust { verified, untrusted, expired, notYetValid, weak };

    /// How it came to no connection without a word of the server about TLS.
    enum class Broken { no, silence, closed };

    bool done = false; ///< a connection came about
    Broken broken = Broken::no;
    std::string problem{}; ///< why none did, in the words of TLS
    std::string version{}; ///< "TLSv1.2"
    bool isOld = false;    ///< older than TLS 1.2
    Trust trust = Trust::untrusted;
    std::string trustProblem{}; ///< in words
    bool hasName = false;       ///< the certificate is for the host
    std::string names{};        ///< those that it is for
    std::string validUntil{};
};

/// Shakes hands within TDS packets as the client library does it after setup. Everything that there is is
/// accepted, to be able to tell what there is; nothing else is sent.
[[nodiscard]] TlsLook lookAtTls(const host::TcpConnection& connection, const std::string& host,
                                const std::string& authorities);

} // namespace bes::database
