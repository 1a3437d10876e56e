// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database/backend.hpp"

namespace bes::database {

/// SQLite, the embedded default: the database is one file, with a rollback journal beside it while it is
/// written (so that reading needs no right to write). Reading writes nothing, not even to take back what an
/// interrupted program left: see sqlite_layers.hpp.
class Sqlite final : public Backend {
public:
    [[nodiscard]] std::string place(const DatabaseAddress& address) const override;
    [[nodiscard]] Result<std::optional<host::OtherWriter>> stranger(const DatabaseAddress& address,
                                                                    Access access) const override;
    [[nodiscard]] Result<void> expectAllowed(const DatabaseAddress& address, Access access) const override;
    [[nodiscard]] Result<void> connect(soci::session& sql, const ConnectionParameters& parameters,
                                       Access access) const override;
    [[nodiscard]] Result<void> connectNew(soci::session& sql,
                                          const ConnectionParameters& parameters) const override;

    [[nodiscard]] std::optional<int> socket(soci::session& /*sql*/) const override { return std::nullopt; }
    void renewLimit(soci::session& sql, std::chrono::milliseconds time) const override;

    void beginWriting(soci::session& sql) const override;
    void runScript(soci::session& sql, std::string_view script) const override;
    [[nodiscard]] bool hasTable(soci::session& sql, const std::string& name) const override;
    [[nodiscard]] bool isEmpty(soci::session& sql) const override;
    [[nodiscard]] std::vector<std::string> missingRights(soci::session& /*sql*/) const override { return {}; }
    [[nodiscard]] std::span<const Migration> migrations() const override;

    [[nodiscard]] bool brokeRule(const soci::soci_error& error) const override;
    [[nodiscard]] Failure failure(const soci::soci_error& error, const ConnectionParameters& parameters,
                                  std::string what) const override;
};

} // namespace bes::database
