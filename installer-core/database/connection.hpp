// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <utility>

#include <soci/soci.h>

#include "database/answer_limit.hpp"
#include "database/backend.hpp"

namespace bes::database {

/// How long setup waits for another program that holds a lock.
inline constexpr std::chrono::seconds usualPatience{15};
/// A server may take so many times the patience for everything that is asked on one connection.
inline constexpr int answerPatience = 4;

class Connection {
public:
    /// An existing database; its schema is not looked at.
    [[nodiscard]] static Result<Connection> open(ConnectionParameters parameters, Access access);
    /// A new database without tables. Failure database.exists.
    [[nodiscard]] static Result<Connection> openNew(ConnectionParameters parameters);

    [[nodiscard]] soci::session& sql() { return *session_; }
    [[nodiscard]] const Backend& backend() const { return *backend_; }
    [[nodiscard]] std::string place() const { return backend_->place(parameters_.address); }
    /// The failover partner, where that has answered in place of the server; otherwise empty.
    [[nodiscard]] std::string partner() { return backend_->partner(*session_); }
    [[nodiscard]] const ConnectionParameters& parameters() const { return parameters_; }

    [[nodiscard]] Failure failure(const soci::soci_error& error, std::string what) const;

    /// What has come until now no longer counts: for work of many parts, each with a limit of its own.
    void renewLimit();

    /// A commit was begun and has not ended.
    [[nodiscard]] bool isCommitting() const { return committing_; }
    void setCommitting(bool committing) { committing_ = committing; }

private:
    Connection(const Backend& backend, ConnectionParameters parameters);
    void limitAnswers();

    const Backend* backend_;
    ConnectionParameters parameters_;
    bool committing_ = false;
    std::unique_ptr<soci::session> session_;
    std::unique_ptr<AnswerLimit> limit_; ///< goes before the session whose socket it knows
};

/// What is read while it lives is of one moment.
class ReadTransaction {
public:
    explicit ReadTransaction(Connection& connection);
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;
    ~ReadTransaction();

private:
    Connection& connection_;
};

/// A transaction that writes, taken back unless it is committed.
class WriteTransaction {
public:
    explicit WriteTransaction(Connection& connection);
    WriteTransaction(const WriteTransaction&) = delete;
    WriteTransaction& operator=(const WriteTransaction&) = delete;
    ~WriteTransaction() { takeBack(); }

    void commit();
    void takeBack() noexcept;

private:
    Connection& connection_;
    bool open_ = true;
};

/// Runs `work`; an error of the database system becomes a Failure that says `what` could not be done.
template<class Work>
auto guarded(const Connection& connection, const std::string& what, Work work) -> decltype(work()) {
    try {
        return work();
    } catch (const soci::soci_error& error) {
        return fail(connection.failure(error, what));
    }
}

} // namespace bes::database
