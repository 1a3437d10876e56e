// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database/backend.hpp"

namespace bes::database {

/// Microsoft SQL Server 2005 and newer, through ODBC. The database on the server exists; its tables are made
/// by setup in the default schema of the account, or by a person with the script that setup prints.
class Sqlserver final : public Backend {
public:
    [[nodiscard]] Result<void> connect(soci::session& sql, const ConnectionParameters& parameters,
                                       Access access) const override;
    [[nodiscard]] Result<void> connectNew(soci::session& sql,
                                          const ConnectionParameters& parameters) const override;
    [[nodiscard]] std::optional<int> socket(soci::session& sql) const override;
    [[nodiscard]] std::string partner(soci::session& sql) const override;

    void beginReading(soci::session& sql) const override;
    void beginWriting(soci::session& sql) const override;
    void runScript(soci::session& sql, std::string_view script) const override;
    void beginGivenIds(soci::session& sql, const std::string& table) const override;
    void endGivenIds(soci::session& sql, const std::string& table) const override;
    [[nodiscard]] bool hasTable(soci::session& sql, const std::string& name) const override;
    [[nodiscard]] bool isEmpty(soci::session& sql) const override;
    /// By Microsoft's documents (visibility of metadata), 2005 and newer.
    [[nodiscard]] bool hidesForbidden() const override { return true; }
    [[nodiscard]] std::vector<std::string> missingRights(soci::session& sql) const override;
    [[nodiscard]] std::span<const Migration> migrations() const override;
    [[nodiscard]] std::string script(const std::string& schema) const override;

    [[nodiscard]] bool brokeRule(const soci::soci_error& error) const override;
    [[nodiscard]] Failure failure(const soci::soci_error& error, const ConnectionParameters& parameters,
                                  std::string what) const override;
};

} // namespace bes::database
