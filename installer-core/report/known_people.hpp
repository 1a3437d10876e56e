// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "model/facts.hpp"
#include "model/request.hpp"
#include "report/people.hpp"

namespace bes::report {

// Who and what is known by name before a report is put together. First all that stays, then people.

/// Servers, computers, and accounts that are no person's.
void keepServers(People& people, const Facts& facts);
void keepServers(People& people, const Receipt& receipt);
void keepAccounts(People& people, const Request& request);

/// Accounts with which people log in: of /etc/passwd, its text.
void knowAccounts(People& people, std::string_view passwd);
/// Accounts that facts and answers name and that may be a person's.
void knowAccounts(People& people, const Facts& facts);
void knowAccounts(People& people, const Request& request);

/// A user of the BlackBerry Configuration Database, with the short form of the mailbox's name and the name of
/// the state database.
void knowUser(People& people, std::string_view displayName, std::string_view address,
              std::string_view mailbox, std::string_view stateDatabase);

} // namespace bes::report
