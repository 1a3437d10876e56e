// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

#include "model/request.hpp"
#include "model/secret.hpp"
#include "unit/temporary_folder.hpp"

/// Certificates for servers of the tests, made once for a process.
class ServerCertificates {
public:
    static const ServerCertificates& shared();

    /// "localhost": signed by the authority, for that name. "other": for another name. "expired", "weak":
    /// what they say. "self": signed by itself only.
    [[nodiscard]] std::filesystem::path certificate(const std::string& kind) const {
        return file(kind + ".crt");
    }
    [[nodiscard]] std::filesystem::path key(const std::string& kind) const { return file(kind + ".key"); }
    [[nodiscard]] std::filesystem::path authority() const { return file("authority.crt"); }

private:
    ServerCertificates();
    [[nodiscard]] std::filesystem::path file(const std::string& name) const { return folder_.path() / name; }
    TemporaryFolder folder_;
};

/// tests/lab/sqlserver/stand_in.py, a process of its own that ends with this object.
class SqlserverStandIn {
public:
    static constexpr auto account = "besadmin";
    static constexpr auto password = "pass;word}'\\=1 Łódź";

    /// `options` of the program; without --encryption or --certificate it is encrypted, by the certificate
    /// "localhost".
    explicit SqlserverStandIn(std::vector<std::string> options = {});
    SqlserverStandIn(const SqlserverStandIn&) = delete;
    SqlserverStandIn& operator=(const SqlserverStandIn&) = delete;
    ~SqlserverStandIn();

    [[nodiscard]] bes::DatabaseAddress address() const;
    [[nodiscard]] std::filesystem::path database() const { return folder_.path() / "behind.db"; }
    [[nodiscard]] int port() const { return port_; }
    /// What happens from now on: a JSON list of rules, as the program says.
    void follow(const std::string& script) const;
    /// Logins and statements that came, one in a line.
    [[nodiscard]] std::string log() const;

private:
    TemporaryFolder folder_;
    int port_ = 0;
    int input_ = -1;
    pid_t id_ = 0;
};
