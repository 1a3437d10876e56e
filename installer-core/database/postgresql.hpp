// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database/backend.hpp"

namespace bes::database {

/// PostgreSQL 12 and newer. The database on the server exists; its tables are made by setup.
class Postgresql final : public Backend {
public:
    [[nodiscard]] Result<void> connect(soci::session& sql, const ConnectionParameters& parameters,
                                       Access access) const override;
    [[nodiscard]] Result<void> connectNew(soci::session& sql,
                                          const ConnectionParameters& parameters) const override;
    [[nodiscard]] std::optional<int> socket(soci::session& sql) const override;

    void beginWriting(soci::session& sql) const override;
    void runScript(soci::session& sql, std::string_view script) const override;
    void renewLimit(soci::session& sql, std::chrono::milliseconds time) const override;
    void endGivenIds(soci::session& sql, const std::string& table) const override;
    [[nodiscard]] bool hasTable(soci::session& sql, const std::string& name) const override;
    [[nodiscard]] bool isEmpty(soci::session& sql) const override;
    [[nodiscard]] std::vector<std::string> missingRights(soci::session& sql) const override;
    [[nodiscard]] std::span<const Migration> migrations() const override;

    [[nodiscard]] bool brokeRule(const soci::soci_error& error) const override;
    [[nodiscard]] Failure failure(const soci::soci_error& error, const ConnectionParameters& parameters,
                                  std::string what) const override;
};

} // namespace bes::database
