// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <soci/soci.h>

#include "database/backend.hpp"

namespace bes::database {

/// "23505"; blank where no server said anything.
[[nodiscard]] std::string sqlState(const soci::soci_error& error);

/// The first one in words of libpq with all that it knows ("FATAL:  28P01: password authentication failed
/// …").
[[nodiscard]] std::optional<std::string> sqlStateIn(std::string_view text);
/// The server's sentence in them, without severity, SQLSTATE and all that follows it, and without the
/// password.
[[nodiscard]] std::string serverWords(std::string_view text, const Secret& password);

/// What a server's refusal means, and what to do. `words` are the server's.
[[nodiscard]] Failure sqlStateFailure(const std::string& state, const std::string& words,
                                      const ConnectionParameters& parameters, std::string what);
[[nodiscard]] Failure postgresqlFailure(const soci::soci_error& error, const ConnectionParameters& parameters,
                                        std::string what);

} // namespace bes::database
