// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "unit/host/child_process.hpp"
#include "unit/temporary_folder.hpp"

/// The web servers of serve.py, each with real TLS. They end with this object. Their certificate authority is
/// trusted as long as it lives.
class WebServers {
public:
    WebServers();
    WebServers(const WebServers&) = delete;
    WebServers& operator=(const WebServers&) = delete;
    ~WebServers();

    /// "https://localhost:PORT/PATH" of a server of serve.py.
    [[nodiscard]] std::string url(const std::string& path, const std::string& server = "good") const;
    /// A line "SERVER PATH AUTHORIZATION" for each request since the beginning.
    [[nodiscard]] std::string requests() const;

private:
    TemporaryFolder folder_;
    ChildProcess process_;
    std::map<std::string, std::uint16_t> ports_;
};
