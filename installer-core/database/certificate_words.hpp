// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <openssl/x509.h>

namespace bes::database {

/// The names that a server's certificate is for, with commas between them; as it says, so others must not
/// believe them.
[[nodiscard]] std::string namesOf(X509& certificate);
/// It is for that name or address.
[[nodiscard]] bool isFor(X509& certificate, const std::string& host);
/// Until when it is valid, in UTC.
[[nodiscard]] std::string endOf(const X509& certificate);

} // namespace bes::database
