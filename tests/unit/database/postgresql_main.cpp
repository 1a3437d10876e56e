// SPDX-License-Identifier: Apache-2.0
#define CATCH_CONFIG_RUNNER
#include <cstdlib>
#include <iostream>

#include <catch2/catch.hpp>

#include "unit/database/postgresql_server.hpp"

int main(int argc, char** argv) {
    if (!PostgresqlServer::available()) {
        std::cout << "SKIPPED: no PostgreSQL server is installed (package postgresql)\n";
        return std::getenv("BES_NO_SKIP") != nullptr ? 1 : 77;
    }
    return Catch::Session().run(argc, argv);
}
