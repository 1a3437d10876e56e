// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "model/json.hpp"
#include "report/people.hpp"

namespace bes::report {

// Without people's names, and without the content of sealed secrets: who has it can try passphrases.

[[nodiscard]] std::string fitToSend(std::string_view text, People& people);

/// Of a document, its texts, and those names of members that are paths. It stays a document of its schema.
[[nodiscard]] Json documentFitToSend(const Json& json, People& people);

} // namespace bes::report
