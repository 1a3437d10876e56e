// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include <libpq-fe.h>
#include <sys/types.h>

#include "unit/temporary_folder.hpp"

/// Works on a database as another program would, with all rights.
class RawPostgresql {
public:
    RawPostgresql(const std::filesystem::path& socketFolder, int port, const std::string& database);
    RawPostgresql(const RawPostgresql&) = delete;
    RawPostgresql& operator=(const RawPostgresql&) = delete;
    ~RawPostgresql() { PQfinish(connection_); }

    /// A rule of the database forbids it; throws where something else is wrong.
    bool refuses(const std::string& sql);
    void run(const std::string& sql);
    /// All values of all queries, with '|' between columns and a line break after each row; a boolean is 1 or
    /// 0.
    std::string rows(const std::string& sql);

private:
    std::string runAll(const std::string& sql, std::string& rows);

    PGconn* connection_;
};

/// A PostgreSQL server of its own, that speaks TLS on "localhost" and on a socket, with an account besadmin.
/// It is killed with this process at the latest.
class PostgresqlServer {
public:
    static constexpr auto account = "besadmin";
    static constexpr auto password = "pass word'\\=1";

    PostgresqlServer();
    PostgresqlServer(const PostgresqlServer&) = delete;
    PostgresqlServer& operator=(const PostgresqlServer&) = delete;
    ~PostgresqlServer() { stop(); }

    void start();
    /// At once, as in a power cut.
    void stop();
    /// Stands still, or goes on.
    void signal(int number) const;
    /// Makes a setting hold.
    void set(const std::string& setting);

    /// The server of this process.
    static PostgresqlServer& shared();
    static bool available();

    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
    [[nodiscard]] std::filesystem::path authority() const { return trusted_.path() / "ca.crt"; }
    [[nodiscard]] std::filesystem::path strangersAuthority() const {
        return trusted_.path() / "stranger.crt";
    }
    [[nodiscard]] RawPostgresql raw(const std::string& database = "postgres") const {
        return {folder(), port_, database};
    }

private:
    TemporaryFolder folder_;  // belongs to the server's account
    TemporaryFolder trusted_; // root believes no certificates that another account could change
    int port_ = 0;
    pid_t id_ = 0;
};
