#pragma once

#include "database/connection.hpp"
#include "model/server.hpp"

namespace bes::database {

/// All of it from one moment, whatever other programs write meanwhile. Throws soci::soci_error.
[[nodiscard]] DatabaseContents readContents(Connection& connection);

} // namespace bes::database
