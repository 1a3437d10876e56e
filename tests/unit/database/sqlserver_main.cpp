// SPDX-License-Identifier: Apache-2.0
#define CATCH_CONFIG_RUNNER
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include <catch2/catch.hpp>

#include "database/sqlserver_client.hpp"

int main(int argc, char** argv) {
    bes::database::beginSqlserverClient(); // as programs do, before there are threads
    if (!bes::database::sqlserverDriverIsInstalled()) {
        std::cout << "SKIPPED: no ODBC driver for SQL Server is installed (package tdsodbc)\n";
        return std::getenv("BES_NO_SKIP") != nullptr ? 1 : 77;
    }
    return Catch::Session().run(argc, argv);
}
