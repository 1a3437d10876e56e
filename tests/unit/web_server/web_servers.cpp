// SPDX-License-Identifier: Apache-2.0
#include "unit/web_server/web_servers.hpp"

#include <sys/prctl.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "places_of_tests.hpp"

namespace {

/// Ends with the test program, even where that crashes.
int serve(const std::filesystem::path& folder) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::execlp("python3", "python3", BES_SOURCE_DIR "/tests/unit/web_server/serve.py", folder.c_str(),
             static_cast<char*>(nullptr));
    return 127;
}

} // namespace

WebServers::WebServers() : process_([this] { return serve(folder_.path()); }) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (!std::filesystem::exists(folder_.path() / "ports")) {
        if (std::chrono::steady_clock::now() > deadline)
            throw std::runtime_error("the web servers did not start");
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    std::ifstream lines(folder_.path() / "ports");
    std::string name;
    while (lines >> name)
        lines >> ports_[name];
    ::setenv("SSL_CERT_FILE", (folder_.path() / "authority.pem").c_str(), 1);
}

WebServers::~WebServers() {
    ::unsetenv("SSL_CERT_FILE");
}

std::string WebServers::url(const std::string& path, const std::string& server) const {
    return (server == "plain" ? "http" : "https") + std::string("://localhost:") +
           std::to_string(ports_.at(server)) + "/" + path;
}

std::string WebServers::requests() const {
    std::ostringstream text;
    text << std::ifstream(folder_.path() / "requests").rdbuf();
    return text.str();
}
