// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "model/captured_server.hpp"

namespace bes::capture {

/// Sets type and data of a value from its bytes; `wide`: its texts are UTF-16. Throws std::invalid_argument
/// for a number with another size than its type has.
void interpret(ExportedRegistryValue& value, std::uint32_t type, const std::string& bytes, bool wide);

} // namespace bes::capture
