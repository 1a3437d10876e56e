// SPDX-License-Identifier: Apache-2.0
#include "unit/database/postgresql_server.hpp"

#include <csignal>
#include <fstream>
#include <stdexcept>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "host/process.hpp"

namespace {

namespace fs = std::filesystem;

/// The newest server that is installed.
fs::path programs() {
    fs::path newest;
    std::error_code none;
    for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", none))
        if (fs::exists(version.path() / "bin/initdb") && newest < version.path() / "bin")
            newest = version.path() / "bin";
    return newest;
}

/// A server refuses to be root.
std::vector<std::string> asOrdinaryAccount(std::vector<std::string> words) {
    std::vector<std::string> all{"setpriv", "--pdeathsig", "KILL"};
    if (geteuid() == 0)
        all.insert(all.end(), {"--reuid=nobody", "--regid=nogroup", "--clear-groups"});
    all.insert(all.end(), words.begin(), words.end());
    return all;
}

void must(const std::vector<std::string>& words) {
    const auto outcome = bes::host::run(words, std::chrono::seconds(100));
    if (!outcome)
        throw std::runtime_error(words.front() + ": " + outcome.error().why);
    if (outcome->exitCode != 0)
        throw std::runtime_error(words.front() + ": " + outcome->errors);
}

int freePort() {
    const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(descriptor, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error("no free port");
    close(descriptor);
    return ntohs(address.sin_port);
}

void makeCertificates(const fs::path& folder) {
    const auto path = [&](const std::string& name) { return (folder / name).string(); };
    for (const std::string name : {"ca", "stranger"})
        must({"openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout",
              path(name + ".key"), "-out", path(name + ".crt"), "-subj", "/CN=practice-" + name});
    must({"openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", path("server.key"), "-out",
          path("server.csr"), "-subj", "/CN=localhost"});
    std::ofstream(path("names")) << "subjectAltName=DNS:localhost\n";
    must({"openssl", "x509", "-req", "-in", path("server.csr"), "-CA", path("ca.crt"), "-CAkey",
          path("ca.key"), "-CAcreateserial", "-days", "2", "-extfile", path("names"), "-out",
          path("server.crt")});
    fs::permissions(folder / "server.key", fs::perms(0600));
}

} // namespace

RawPostgresql::RawPostgresql(const fs::path& socketFolder, int port, const std::string& database)
    // PQconnectdb is what setup gives SOCI its guarded connections with
    : connection_(PQsetdbLogin(socketFolder.c_str(), std::to_string(port).c_str(), nullptr, nullptr,
                               database.c_str(), "postgres", nullptr)) {
    if (PQstatus(connection_) != CONNECTION_OK) {
        const std::string why = PQerrorMessage(connection_);
        PQfinish(connection_); // no destructor follows
        throw std::runtime_error(why);
    }
    PQsetNoticeProcessor(
        connection_, [](void*, const char*) {}, nullptr);
}

/// The SQLSTATE of what was refused; empty: all went well.
std::string RawPostgresql::runAll(const std::string& sql, std::string& rows) {
    constexpr Oid boolean = 16;
    std::string state;
    PQsendQuery(connection_, sql.c_str());
    while (PGresult* result = PQgetResult(connection_)) {
        if (PQresultStatus(result) == PGRES_FATAL_ERROR) {
            const char* const code = PQresultErrorField(result, PG_DIAG_SQLSTATE);
            state = code ? code : "lost";
        }
        for (int row = 0; row < PQntuples(result); ++row)
            for (int column = 0; column < PQnfields(result); ++column) {
                const std::string value = PQgetvalue(result, row, column);
                rows += PQgetisnull(result, row, column) != 0 ? "NULL"
                        : PQftype(result, column) == boolean  ? (value == "t" ? "1" : "0")
                                                              : value;
                rows += column + 1 < PQnfields(result) ? "|" : "\n";
            }
        PQclear(result);
    }
    return state;
}

bool RawPostgresql::refuses(const std::string& sql) {
    std::string none;
    const std::string state = runAll(sql, none);
    if (state.empty() || state.starts_with("23") || state == "22P02")
        return !state.empty();
    throw std::runtime_error(PQerrorMessage(connection_) + (" in: " + sql));
}

void RawPostgresql::run(const std::string& sql) {
    rows(sql);
}

std::string RawPostgresql::rows(const std::string& sql) {
    std::string text;
    if (!runAll(sql, text).empty())
        throw std::runtime_error(PQerrorMessage(connection_) + (" in: " + sql));
    return text;
}

bool PostgresqlServer::available() {
    return !programs().empty();
}

PostgresqlServer& PostgresqlServer::shared() {
    static PostgresqlServer server;
    return server;
}

PostgresqlServer::PostgresqlServer() : port_(freePort()) {
    makeCertificates(folder());
    fs::copy_file(folder() / "ca.crt", authority());
    fs::copy_file(folder() / "stranger.crt", strangersAuthority());
    must({"chmod", "755", folder()});
    if (geteuid() == 0)
        must({"chown", "-R", "nobody:nogroup", folder()});
    const std::string data = folder() / "data";
    must(asOrdinaryAccount({programs() / "initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8",
                            "--locale=C.UTF-8", "--no-sync"}));
    std::ofstream(data + "/postgresql.conf", std::ios::app)
        << "listen_addresses = 'localhost'\nport = " << port_ << "\nunix_socket_directories = '"
        << folder().string() << "'\nfsync = off\nssl = on\nssl_cert_file = '"
        << (folder() / "server.crt").string() << "'\nssl_key_file = '" << (folder() / "server.key").string()
        << "'\n";
    std::ofstream(data + "/pg_hba.conf") << "local all postgres trust\n"
                                            "local all reader trust\n"
                                            "local all all scram-sha-256\n"
                                            "host all stranger all reject\n"
                                            "host all all all scram-sha-256\n";
    start();
    auto sql = raw();
    sql.run("CREATE ROLE besadmin LOGIN PASSWORD E'pass word\\'\\\\=1'; CREATE ROLE reader LOGIN; CREATE "
            "ROLE stranger "
            "LOGIN PASSWORD 'x'");
}

void PostgresqlServer::start() {
    std::vector<std::string> words = asOrdinaryAccount({programs() / "postgres", "-D", folder() / "data"});
    const std::string log = folder() / "log";
    id_ = fork();
    if (id_ == 0) {
        std::vector<char*> arguments;
        for (std::string& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const int output = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
        dup2(output, 1);
        dup2(output, 2);
        execvp(arguments[0], arguments.data());
        _exit(127);
    }
    for (int i = 0; i < 600; ++i) {
        try {
            raw().run("SELECT 1");
            return;
        } catch (const std::runtime_error&) {
            usleep(50000);
        }
    }
    throw std::runtime_error("the PostgreSQL server does not start: see " + log);
}

void PostgresqlServer::stop() {
    if (id_ <= 0)
        return;
    kill(id_, SIGCONT);
    kill(id_, SIGQUIT);
    waitpid(id_, nullptr, 0);
    id_ = 0;
}

void PostgresqlServer::signal(int number) const {
    kill(id_, number);
}

void PostgresqlServer::set(const std::string& setting) {
    auto sql = raw();
    sql.run("ALTER SYSTEM SET " + setting);
    sql.run("SELECT pg_reload_conf()");
    usleep(300000);
}
