// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

#include "database/configuration_database.hpp"

// The same tests hold for every system: which one PracticeDatabase is kept in is decided for the whole
// program.
#ifdef BES_PRACTICE_POSTGRESQL
#include "unit/database/practice_postgresql.hpp"
#elif defined(BES_PRACTICE_STAND_IN)
#include "unit/database/practice_stand_in.hpp"
#elif defined(BES_PRACTICE_SQLSERVER)
#include "unit/database/practice_sqlserver.hpp"
#else
#include "unit/database/practice_sqlite.hpp"
#endif

/// The standby that most tests install.
inline bes::ReservePair northPair() {
    return {.primary = "BES-NORTH", .standby = "BES-NORTH-standby", .computer = "bes-north2"};
}

inline bes::RegisterStandby northStandby() {
    return {.primary = "BES-NORTH",
            .standby = "BES-NORTH-standby",
            .computer = "bes-north2",
            .fullyQualifiedName = "bes-north2.example.org",
            .dominoServer = "CN=Mail11/O=Acme",
            .version = "5.0",
            .addresses = {"192.0.2.21", "2001:db8::21"},
            .components = {"router", "dispatcher"}};
}
