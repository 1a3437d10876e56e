// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/failure.hpp"
#include "model/plan.hpp"
#include "model/secret.hpp"
#include "model/server.hpp"

namespace bes::database {

struct Confidential; // confidential.hpp

/// Version of the schema that this setup writes. An older one is upgraded by `database upgrade`, a newer one
/// refused.
inline constexpr int currentSchemaVersion = 3;

enum class Purpose {
    look,   ///< what an interrupted program left in the database stays: then it can't be read
    change, ///< what it left is taken back first
};

/// How many rows of a table were copied.
struct CopiedRows {
    std::string table;
    long long count = 0;

    bool operator==(const CopiedRows&) const = default;
};

/// The BlackBerry Configuration Database. The vendor never published its schema: table and column names that
/// public scripts show are used (bes.md §5.1), everything else is this project's own design. Each call
/// connects by itself, so nothing is held or locked between calls. Reading needs no right to write and writes
/// nothing. Where others than root can write the file or its folder, root does what it does with their rights
/// only (failure database.others-write where that is not enough to be safe). Failures
/// of every call: database.connect, database.schema (unknown, too old, too new), database.busy (locked by
/// another program, or a server does not answer, for longer than setup waits), database.interrupted-write,
/// database.damaged, database.full, database.query, database.text (a row that can't be taken),
/// database.too-long; of servers in addition database.tls, database.login, database.rights,
/// database.read-only, database.lost (in the middle of the work), database.conflict (with another program,
/// several times in a row).
class ConfigurationDatabase {
public:
    /// Makes the database with the current schema. Failure database.exists where there is one already.
    [[nodiscard]] static Result<void> create(const DatabaseAddress& address, const Secret& password);
    /// What create() would run, for a person to run with the tools of the database system: makes tables,
    /// rules and, where the system has them, roles. Asks no server.
    [[nodiscard]] static Result<std::string> script(const DatabaseAddress& address,
                                                    const std::string& schema);
    /// Brings the schema to the current version in one transaction; says from which version.
    [[nodiscard]] static Result<int> upgrade(const DatabaseAddress& address, const Secret& password);
    /// Copies everything into a database without tables, whatever each of them is kept in, in one
    /// transaction; every row is compared before its end. Failures database.exists, database.copy where rows
    /// differ, run.cancelled.
    [[nodiscard]] static Result<std::vector<CopiedRows>> copy(const DatabaseAddress& address,
                                                              const Secret& password,
                                                              const DatabaseAddress& to,
                                                              const Secret& passwordOfTo);
    /// Fails where the schema is not the current one. Never creates a database.
    [[nodiscard]] static Result<ConfigurationDatabase>
    open(const DatabaseAddress& address, const Secret& password, Purpose purpose = Purpose::look);
    /// This account may change it, as far as that can be told without a change.
    [[nodiscard]] static Result<void> expectChangeable(const DatabaseAddress& address);

    ConfigurationDatabase(ConfigurationDatabase&&) noexcept;
    ConfigurationDatabase& operator=(ConfigurationDatabase&&) noexcept;
    ~ConfigurationDatabase();

    /// The failover partner, where that has answered open() in place of the server; otherwise empty.
    [[nodiscard]] const std::string& partner() const;

    /// Servers with components, number of users and the fingerprint of the SRP authentication key, and pairs.
    [[nodiscard]] Result<DatabaseContents> read();
    /// What must not leave the computer in a report.
    [[nodiscard]] Result<Confidential> readConfidential();
    /// What installing needs and this account of a server may not, e.g. "INSERT on bespair". Writes nothing.
    /// Of a file: none, see expectChangeable().
    [[nodiscard]] Result<std::vector<std::string>> missingRights();

    /// A row that claims the primary for this run before files are touched. Exactly one of several computers
    /// wins: Failure pair.standby-exists (exit code standbyExists), pair.computer-taken (isStandbyOfAnother),
    /// pair.computer-is-primary (isPrimary), pair.same-computer (sameComputer), pair.name-taken (blocked),
    /// primary.unknown (primaryUnknown). Doing it again for the same run succeeds. The reservation of the run
    /// that the pair replaces ends in the same transaction, if that run still holds one.
    [[nodiscard]] Result<void> reserve(const ReservePair& pair, std::string_view run);
    /// `mayBeThere` becomes true before the commit begins: a failure before that has reserved nothing.
    [[nodiscard]] Result<void> reserve(const ReservePair& pair, std::string_view run, bool& mayBeThere);
    /// Takes back a reservation or pair of that run, with the standby's row; what another run holds stays.
    /// Success when there is none.
    [[nodiscard]] Result<void> release(std::string_view primary, std::string_view run);
    /// For a person who knows that the run which holds the reservation is dead. Success when there is none.
    /// Failure pair.final where the standby is installed, primary.unknown.
    [[nodiscard]] Result<void> releaseReservation(std::string_view primary);

    /// One transaction: the standby's row with SRP credentials copied from the primary's inside the database,
    /// its addresses and components, and the pair becomes final. Failure pair.not-reserved without the
    /// reservation of that run. Doing it again for the same run succeeds.
    [[nodiscard]] Result<void> registerStandby(const RegisterStandby& standby, std::string_view run);
    /// Takes registerStandby back: the pair is reserved again. Success when it is not registered, or by
    /// another run.
    [[nodiscard]] Result<void> unregisterStandby(std::string_view standby, std::string_view run);

    /// The rows of a registered standby become as given, with the primary's SRP credentials as they are now.
    /// False where it is not registered as the standby of that primary on that computer.
    [[nodiscard]] Result<bool> refreshStandby(const RegisterStandby& standby);
    /// Takes an installed standby out, in one transaction: its row with all that hangs on it, and the pair,
    /// so that the primary can get another standby. Success when there is none of that name for that primary.
    /// Failure standby.users where users are assigned to it.
    [[nodiscard]] Result<void> removePair(std::string_view primary, std::string_view standby);

private:
    struct State;
    explicit ConfigurationDatabase(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace bes::database
