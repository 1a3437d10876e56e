// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json.hpp"
#include "model/registry_value.hpp"

namespace bes {

[[nodiscard]] Json toJson(const RegistryKey& key);
[[nodiscard]] RegistryKey registryKeyFromJson(const Json& json);

[[nodiscard]] Json toJson(const std::vector<RegistryValue>& values);
[[nodiscard]] std::vector<RegistryValue> registryValuesFromJson(const Json& json);

[[nodiscard]] Json toJson(const CapturedRegistryValue& value);
[[nodiscard]] CapturedRegistryValue capturedRegistryValueFromJson(const Json& json);

} // namespace bes
