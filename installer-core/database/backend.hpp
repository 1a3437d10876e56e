// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "host/others_write.hpp"
#include "model/failure.hpp"
#include "model/request.hpp"
#include "model/secret.hpp"

namespace soci {
class session;
class soci_error;
} // namespace soci

namespace bes::database {

enum class Access { read, write };

/// What fails where no connection comes about.
inline constexpr auto cantBeOpened = "The BlackBerry Configuration Database can't be opened";

/// Where to connect and how long to wait for a server's greeting and for other programs that hold a lock.
struct ConnectionParameters {
    DatabaseAddress address;
    Secret password;
    std::chrono::milliseconds patience;
};

/// A script that brings a database from the schema before it to `version`; the first one starts with none.
struct Migration {
    int version;
    std::string_view script;
};

/// What differs between database systems. Functions that take a session throw soci::soci_error.
class Backend {
public:
    /// Failure database.connect for a name that this setup does not know.
    [[nodiscard]] static Result<const Backend*> find(const std::string& name);

    Backend() = default;
    Backend(const Backend&) = delete;
    Backend& operator=(const Backend&) = delete;
    virtual ~Backend() = default;

    /// What messages call the database, e.g. the path of its file.
    [[nodiscard]] virtual std::string place(const DatabaseAddress& address) const;

    /// Who besides root could put something in the place of what root is going to open, so that root opens it
    /// with his rights only; empty: nobody, or this process is not root's. Failure database.others-write
    /// where even that is not safe. A server's database is opened by the server.
    [[nodiscard]] virtual Result<std::optional<host::OtherWriter>> stranger(const DatabaseAddress& address,
                                                                            Access access) const;
    /// This account may do it, as far as that can be told without doing it. A server tells.
    [[nodiscard]] virtual Result<void> expectAllowed(const DatabaseAddress& address, Access access) const;

    /// Connects to an existing database.
    [[nodiscard]] virtual Result<void> connect(soci::session& sql, const ConnectionParameters& parameters,
                                               Access access) const = 0;
    /// Connects to a database without tables, making it first where the system lets a client do so. Failure
    /// database.exists.
    [[nodiscard]] virtual Result<void> connectNew(soci::session& sql,
                                                  const ConnectionParameters& parameters) const = 0;
    /// The socket on which a server's answers come; empty where there is no server.
    [[nodiscard]] virtual std::optional<int> socket(soci::session& sql) const = 0;
    /// The failover partner, written as in the answers, where that has answered in place of the server.
    [[nodiscard]] virtual std::string partner(soci::session& sql) const;

    /// A limit of time that the connection itself has begins anew.
    virtual void renewLimit(soci::session& sql, std::chrono::milliseconds time) const;

    /// Begins a transaction that sees the database as it is at one moment.
    virtual void beginReading(soci::session& sql) const;
    /// Begins a transaction beside which no other one writes.
    virtual void beginWriting(soci::session& sql) const = 0;
    /// Runs several statements.
    virtual void runScript(soci::session& sql, std::string_view script) const = 0;
    /// From now on rows come into that table with ids of their own, until endGivenIds(): then the database
    /// gives ids above them.
    virtual void beginGivenIds(soci::session& sql, const std::string& table) const;
    virtual void endGivenIds(soci::session& sql, const std::string& table) const;
    [[nodiscard]] virtual bool hasTable(soci::session& sql, const std::string& name) const = 0;
    [[nodiscard]] virtual bool isEmpty(soci::session& sql) const = 0;
    /// What an account has no right to is not there for it: then "empty" and "missing" may mean that.
    [[nodiscard]] virtual bool hidesForbidden() const { return false; }
    /// What installing needs and this account of a server may not, e.g. "INSERT on bespair". Of a file: none.
    [[nodiscard]] virtual std::vector<std::string> missingRights(soci::session& sql) const = 0;
    /// Oldest first; the last one makes the current schema.
    [[nodiscard]] virtual std::span<const Migration> migrations() const = 0;

    /// All that makes a new database, for a person to read and to run with the tools of the system. `schema`:
    /// where the tables are to stand, in systems that let setup choose; empty: the usual one.
    [[nodiscard]] virtual std::string script(const std::string& schema) const;

    /// A constraint or trigger refused the statement.
    [[nodiscard]] virtual bool brokeRule(const soci::soci_error& error) const = 0;
    /// One of the failures that ConfigurationDatabase names.
    [[nodiscard]] virtual Failure failure(const soci::soci_error& error,
                                          const ConnectionParameters& parameters, std::string what) const = 0;

protected:
    /// connectNew() of a system whose server has the database already: `has` says where tables are that are
    /// in the way.
    [[nodiscard]] Result<void> connectToEmpty(soci::session& sql, const ConnectionParameters& parameters,
                                              const std::string& has, Remedy remedy) const;
};

} // namespace bes::database
