// SPDX-License-Identifier: Apache-2.0
#include "unit/web_server/web_servers.hpp"

#include <chrono>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "host/library_settings.hpp"
#include "text/path_text.hpp"
#include "unit/host/file_contents.hpp"

WebServers::WebServers() {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (!std::filesystem::exists(serving_.folder() / "ports")) {
        if (std::chrono::steady_clock::now() > deadline)
            throw std::runtime_error("the web servers did not start");
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    std::ifstream lines(serving_.folder() / "ports");
    std::string name;
    while (lines >> name)
        lines >> ports_[name];
    earlier_ = requests().size();
    bes::host::setVariable("SSL_CERT_FILE", bes::utf8(authority()));
}

WebServers::~WebServers() {
    bes::host::removeVariable("SSL_CERT_FILE");
}

std::string WebServers::url(const std::string& path, const std::string& server) const {
    return (server == "plain" ? "http" : "https") + std::string("://localhost:") +
           std::to_string(ports_.at(server)) + "/" + path;
}

std::string WebServers::requests() const {
    return contentOf(serving_.folder() / "requests").substr(earlier_);
}

std::filesystem::path WebServers::authority() const {
    return serving_.folder() / "authority.pem";
}
