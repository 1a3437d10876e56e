// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.hpp"
#include "model/passwords.hpp"

namespace bes::app {

/// The passphrase of sealed secrets: from --passphrase-file, the environment, or asked on the terminal.
[[nodiscard]] Result<Secret> passphrase(const Invocation& invocation);

/// The password of the database; empty where none was given. `plain` are secrets that stood in the answers.
[[nodiscard]] Result<Secret> databasePassword(const Invocation& invocation, const DatabaseAddress& database,
                                              const answers::PlainSecrets& plain = {});

/// All passwords that the request refers to.
[[nodiscard]] Result<Passwords> passwordsOf(const Invocation& invocation, const Request& request,
                                            const answers::PlainSecrets& plain = {});

} // namespace bes::app
