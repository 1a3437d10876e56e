// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <windows.h>

#include "host/windows/system_failure.hpp"
#include "model/registry_value.hpp"

namespace bes::host {

// Of HKEY_LOCAL_MACHINE.

[[nodiscard]] REGSAM viewOf(const RegistryKey& key);

/// Owns a key, for as long as it looks at or writes what is in it.
class OpenedKey {
public:
    OpenedKey(const RegistryKey& key, REGSAM access);
    OpenedKey(const OpenedKey&) = delete;
    OpenedKey& operator=(const OpenedKey&) = delete;
    ~OpenedKey();

    /// 0: it is open.
    [[nodiscard]] SystemError error() const { return error_; }
    [[nodiscard]] HKEY get() const { return key_; }

private:
    HKEY key_ = nullptr;
    SystemError error_;
};

/// Empty where there is no such key or value, or it is no text.
[[nodiscard]] std::optional<std::string> textValue(const RegistryKey& key, const std::string& name);
/// A value that is a list of texts; empty where there is none.
[[nodiscard]] std::vector<std::string> textList(const RegistryKey& key, const std::string& name);
/// Their names.
[[nodiscard]] std::vector<std::string> subkeysOf(const RegistryKey& key);

} // namespace bes::host
