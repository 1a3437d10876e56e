// SPDX-License-Identifier: Apache-2.0
#include "unit/database/sqlserver_stand_in.hpp"

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "host/process.hpp"
#include "places_of_tests.hpp"

namespace {

void must(const std::vector<std::string>& words) {
    const auto outcome = bes::host::run(words, std::chrono::seconds(100));
    if (!outcome || outcome->exitCode != 0)
        throw std::runtime_error(words.front() + ": " + (outcome ? outcome->errors : outcome.error().why));
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

bool has(const std::vector<std::string>& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
}

/// The number in the first line of what a program writes.
int firstNumber(int descriptor) {
    std::string line;
    for (char c = 0; read(descriptor, &c, 1) == 1 && c != '\n';)
        line += c;
    if (line.empty())
        throw std::runtime_error("the stand-in for SQL Server does not start");
    return std::stoi(line);
}

} // namespace

ServerCertificates::ServerCertificates() {
    const auto path = [&](const std::string& name) { return file(name).string(); };
    must({"openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout",
          path("authority.key"), "-out", path("authority.crt"), "-subj", "/CN=practice authority"});
    const auto sign = [&](const std::string& kind, const std::string& name, const std::string& bits,
                          const std::vector<std::string>& how) {
        must({"openssl", "req", "-newkey", "rsa:" + bits, "-nodes", "-keyout", path(kind + ".key"), "-out",
              path(kind + ".csr"), "-subj", "/CN=" + name});
        std::ofstream(path(kind + ".names")) << "subjectAltName=DNS:" << name << "\n";
        std::vector<std::string> words{"openssl",
                                       "x509",
                                       "-req",
                                       "-in",
                                       path(kind + ".csr"),
                                       "-extfile",
                                       path(kind + ".names"),
                                       "-out",
                                       path(kind + ".crt")};
        words.insert(words.end(), how.begin(), how.end());
        must(words);
    };
    const std::vector<std::string> byAuthority{"-CA", path("authority.crt"), "-CAkey", path("authority.key"),
                                               "-CAcreateserial"};
    const auto and_ = [&](std::vector<std::string> more) {
        more.insert(more.end(), byAuthority.begin(), byAuthority.end());
        return more;
    };
    sign("localhost", "localhost", "2048", and_({"-days", "2"}));
    sign("other", "other.example.org", "2048", and_({"-days", "2"}));
    sign("expired", "localhost", "2048", and_({"-days", "0"}));
    sign("weak", "localhost", "1024", and_({"-days", "2", "-sha1"}));
    sign("self", "SSL_Self_Signed_Fallback", "2048", {"-signkey", path("self.key"), "-days", "2"});
}

const ServerCertificates& ServerCertificates::shared() {
    static const ServerCertificates certificates;
    return certificates;
}

SqlserverStandIn::SqlserverStandIn(std::vector<std::string> options) {
    const auto& certificates = ServerCertificates::shared();
    if (!has(options, "--certificate"))
        options.insert(options.end(), {"--certificate", certificates.certificate("localhost"), "--key",
                                       certificates.key("localhost")});
    std::vector<std::string> words{
        "python3", BES_SQLSERVER_STAND_IN, "--user",   account,    "--password",
        password,  "--database",           database(), "--script", folder_.path() / "script",
        "--log",   folder_.path() / "log"};
    words.insert(words.end(), options.begin(), options.end());
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    int input[2];
    int output[2];
    if (pipe2(input, O_CLOEXEC) != 0 || pipe2(output, O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    id_ = fork();
    if (id_ == 0) {
        dup2(input[0], 0);
        dup2(output[1], 1);
        execvp(arguments[0], arguments.data());
        _exit(127);
    }
    close(input[0]);
    close(output[1]);
    input_ = input[1];
    port_ = firstNumber(output[0]);
    close(output[0]);
}

SqlserverStandIn::~SqlserverStandIn() {
    close(input_);
    kill(id_, SIGKILL);
    waitpid(id_, nullptr, 0);
}

bes::DatabaseAddress SqlserverStandIn::address() const {
    bes::DatabaseAddress address;
    address.backend = "sqlserver";
    address.server = "localhost," + std::to_string(port_);
    address.name = "BESMgmt";
    address.user = account;
    address.caFile = ServerCertificates::shared().authority().string();
    return address;
}

void SqlserverStandIn::follow(const std::string& script) const {
    const auto next = folder_.path() / "script.next";
    std::ofstream(next) << script;
    std::filesystem::rename(next, folder_.path() / "script");
}

std::string SqlserverStandIn::log() const {
    return contentOf(folder_.path() / "log");
}
