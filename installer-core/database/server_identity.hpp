// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "database/backend.hpp"

namespace bes::database {

// What the systems with a server have in common before one answers.

/// Failure database.connect where not all is given that a connection needs.
[[nodiscard]] Result<void> expectComplete(const DatabaseAddress& address);

/// The certificate of the server is verified.
[[nodiscard]] bool verifiesServer(const DatabaseAddress& address);

/// The file with the certificates of those who may sign the server's. Failure database.tls where nobody
/// trusts it, or it can't be read.
[[nodiscard]] Result<std::string> serverAuthorities(const DatabaseAddress& address);

/// Addresses of a server's computer. Failure database.connect.
[[nodiscard]] Result<std::vector<std::string>> serverAddresses(const std::string& name,
                                                               std::chrono::milliseconds limit);

/// The connection does not have the protection that is demanded.
[[nodiscard]] Failure notAsSecure(const DatabaseAddress& address, const std::string& words, Remedy remedy);
/// The certificate does not have the name under which the server was called.
[[nodiscard]] Remedy remedyOfWrongName();
/// Nobody who is trusted has signed the certificate; `show` lets a person see it.
[[nodiscard]] Remedy remedyOfUntrusted(std::string show);

} // namespace bes::database
