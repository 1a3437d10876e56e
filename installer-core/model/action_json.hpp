// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json.hpp"

namespace bes {

[[nodiscard]] Json toJson(const Action& action);
/// A service to start is looked up in the catalogue; one that is not start-after-setup throws.
[[nodiscard]] Action actionFromJson(const Json& json, const Catalog& catalog);

[[nodiscard]] StartServices startServicesFromJson(const Json& json, const Catalog& catalog);

[[nodiscard]] Json toJson(const Undo& undo);
[[nodiscard]] Undo undoFromJson(const Json& json, const Catalog& catalog);

} // namespace bes
