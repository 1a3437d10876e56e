// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/facts.hpp"
#include "model/failure.hpp"
#include "model/request.hpp"

namespace bes {

/// A fact that a person may set, to see what check and plan would say then.
struct SettableFact {
    std::string_view name;  ///< "primary.version"
    std::string_view value; ///< placeholder for it, "VERSION"
    std::string_view help;  ///< what it means, a sentence
};

/// In the order in which they are documented.
[[nodiscard]] const std::vector<SettableFact>& settableFacts();

/// Takes "primary.version=5.0.1": the fact is then known and has this value. The rest stays as it was seen.
/// Failure facts.set, which names the nearest known fact, says what the value has to be, or that it belongs
/// to something that is not known.
[[nodiscard]] Result<void> setFact(Facts& facts, const Request& request, const std::string& assignment);

} // namespace bes
