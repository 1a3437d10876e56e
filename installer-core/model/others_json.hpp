// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json.hpp"
#include "model/others.hpp"

namespace bes {

[[nodiscard]] EntryType entryTypeFromText(const std::string& text);
[[nodiscard]] Json toJson(const Appearance& appearance);
[[nodiscard]] Appearance appearanceFromJson(const Json& json);
[[nodiscard]] Json toJson(const std::vector<ThingOfOthers>& things);
[[nodiscard]] Json toJson(const std::vector<KeptThing>& things);
[[nodiscard]] std::vector<KeptThing> keptThingsFromJson(const Json& json);

} // namespace bes
