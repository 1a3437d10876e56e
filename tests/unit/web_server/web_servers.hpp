// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "unit/web_server/serving.hpp"

/// The web servers of serve.py, each with real TLS. Their certificate authority is trusted as long as this
/// object lives.
class WebServers {
public:
    WebServers();
    WebServers(const WebServers&) = delete;
    WebServers& operator=(const WebServers&) = delete;
    ~WebServers();

    /// "https://localhost:PORT/PATH" of a server of serve.py.
    [[nodiscard]] std::string url(const std::string& path, const std::string& server = "good") const;
    /// A line "SERVER PATH AUTHORIZATION" for each request since the beginning of this object.
    [[nodiscard]] std::string requests() const;
    /// The certificate of their authority.
    [[nodiscard]] std::filesystem::path authority() const;

private:
    Serving serving_;
    std::map<std::string, std::uint16_t> ports_;
    std::size_t earlier_ = 0; ///< bytes about requests of somebody before
};
