// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace bes::report {

/// Of the libraries that this program uses, a line each: "SQLite 3.40.1".
[[nodiscard]] std::string libraryVersions();

} // namespace bes::report
