// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "model/secret.hpp"

namespace bes {

/// The words of a server that was told a secret, fit to be shown: "***" stands for the secret wherever they
/// repeat it, as it is or in the writing of a URL, of SQL or of JSON.
[[nodiscard]] std::string redacted(std::string_view words, const Secret& secret);

} // namespace bes
