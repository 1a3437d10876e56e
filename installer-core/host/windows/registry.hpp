// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/registry_value.hpp"

namespace bes::host {

// Of HKEY_LOCAL_MACHINE.

/// Empty where there is no such key or value, or it is no text.
[[nodiscard]] std::optional<std::string> textValue(const std::wstring& key, const std::wstring& name,
                                                   RegistryView view);
/// A value that is a list of texts; empty where there is none.
[[nodiscard]] std::vector<std::string> textList(const std::wstring& key, const std::wstring& name,
                                                RegistryView view);
[[nodiscard]] std::vector<std::wstring> subkeysOf(const std::wstring& key, RegistryView view);

} // namespace bes::host
