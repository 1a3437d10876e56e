// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "model/failure.hpp"
#include "model/secret.hpp"

namespace bes::host {

struct HttpRequest {
    std::string url;
    std::string user; ///< for basic authentication; empty: none
    Secret password;
    std::chrono::milliseconds limit{30000}; ///< for all, with what it is redirected to
    std::uint64_t longest = 8ull << 20;     ///< bytes that the answer may have
};

struct HttpAnswer {
    int status = 0;
    std::string contentType; ///< in lower case, without parameters
    std::string body;
};

/// Reads one page. TLS is always verified, with the certificate authorities of the system or, where the
/// environment has SSL_CERT_FILE, those of that file. Redirects are followed only to https on the same host,
/// and no proxy is used. An HTTP error is an answer. Failures, none of which shows user or password: http.url
/// (also http:// where a password would cross the network, and user or password within the URL),
/// http.connect, http.tls, http.timeout, http.too-long, http.redirect.
[[nodiscard]] Result<HttpAnswer> fetch(const HttpRequest& request);

/// File with the certificates of the authorities that fetch() trusts; empty where it is not known.
[[nodiscard]] std::string trustedAuthorities();

} // namespace bes::host
