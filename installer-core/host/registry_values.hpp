// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "model/failure.hpp"
#include "model/registry_value.hpp"

namespace bes::host {

// The registry of Windows. On other systems there is none: nothing is in it, and writing is a logic error.

/// As it is now. Failure registry.read.
[[nodiscard]] Result<CapturedRegistryValue> captured(const RegistryKey& key, const std::string& name);
/// "is missing", "is "D:\BES", originally "C:\BES""; empty: it is as it was written. Failure registry.read.
[[nodiscard]] Result<std::string> registryDifference(const RegistryValue& value);
[[nodiscard]] Result<bool> isThere(const RegistryKey& key);

/// With the keys on the way to it, on the disk when it returns. Failure registry.write, also below.
[[nodiscard]] Result<void> writeRegistry(const RegistryValue& value);
/// Where there was none it is removed. Success where its key is gone.
[[nodiscard]] Result<void> restoreRegistry(const CapturedRegistryValue& value);
/// Success where it is gone, or others have something in it.
[[nodiscard]] Result<void> removeEmptyKey(const RegistryKey& key);

} // namespace bes::host
