// SPDX-License-Identifier: Apache-2.0
#define CATCH_CONFIG_RUNNER
#include <iostream>

#include <catch2/catch.hpp>

#include "database/sqlserver_client.hpp"
#include "unit/database/sqlserver_named.hpp"

int main(int argc, char** argv) {
    bes::database::beginSqlserverClient(); // as programs do, before there are threads
    if (!NamedSqlserver::isNamed()) {
        // on a build machine too: nobody can have one there
        std::cout
            << "SKIPPED: no server named. BES_TEST_SQLSERVER=\"server=HOST,PORT;user=NAME;password=TEXT;"
               "database=NAME;tls=DEMAND\" names one, whose database is emptied\n";
        return 77;
    }
    return Catch::Session().run(argc, argv);
}
