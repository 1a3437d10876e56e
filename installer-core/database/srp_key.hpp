// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/secret.hpp"

namespace bes::database {

/// First 16 hexadecimal digits of the key's SHA-256; empty without a key.
[[nodiscard]] std::string fingerprint(const Secret& key);

/// Ten groups of four digits with hyphens between them (documented for BES Express; that the digits are
/// hexadecimal is recalled only: bes.md §4.1).
[[nodiscard]] bool wellFormed(const Secret& key);

} // namespace bes::database
