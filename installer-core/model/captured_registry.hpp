// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/captured_server.hpp"
#include "model/registry_value.hpp"

namespace bes {

/// A value of captured media as it is written on another computer, where 32-bit programs see it: they are the
/// product's. Throws std::invalid_argument where its data is not what its type has.
[[nodiscard]] RegistryValue registryValueOf(const ExportedRegistryValue& value);

/// A text in which the system puts variables in: "%SystemRoot%\\System32".
[[nodiscard]] RegistryData textWithVariables(const std::string& text);

} // namespace bes
