// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/secret.hpp"

namespace bes::database {

class Connection;

struct User {
    std::string displayName, address, mailbox, stateDatabase;
};

/// What of the database must not leave the computer in a report: read to be searched for, shown nowhere.
struct Confidential {
    std::vector<Secret> srpKeys;
    std::vector<User> users;
};

/// All of it from one moment. Throws soci::soci_error.
[[nodiscard]] Confidential readConfidential(Connection& connection);

} // namespace bes::database
