// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "database/connection.hpp"

/// The SQL Server that BES_TEST_SQLSERVER names, in a database that tests may empty:
/// "server=HOST,PORT;user=NAME;password=TEXT;database=NAME;tls=DEMAND;ca-file=FILE"
class NamedSqlserver {
public:
    static bool isNamed();

    [[nodiscard]] static bes::DatabaseAddress address();
    [[nodiscard]] static bes::Secret password();
};

/// Works on it as another program would.
class RawSqlserver {
public:
    RawSqlserver();

    /// A rule of the database forbids it; throws where something else is wrong.
    bool refuses(const std::string& sql);
    void run(const std::string& sql);
    /// All values of all results, with '|' between columns and a line break after each row.
    std::string rows(const std::string& sql);

private:
    bes::database::Connection connection_;
};
