// SPDX-License-Identifier: Apache-2.0
#include "host/registry_values.hpp"

#include <stdexcept>

namespace bes::host {
namespace {

[[noreturn]] void noRegistry() {
    throw std::logic_error("this system has no registry");
}

} // namespace

Result<CapturedRegistryValue> captured(const RegistryKey& key, const std::string& name) {
    return CapturedRegistryValue{key, name, {}};
}

Result<std::string> registryDifference(const RegistryValue& /*value*/) {
    return "is missing";
}

Result<bool> isThere(const RegistryKey& /*key*/) {
    return false;
}

Result<void> writeRegistry(const RegistryValue& /*value*/) {
    noRegistry();
}

Result<void> restoreRegistry(const CapturedRegistryValue& /*value*/) {
    noRegistry();
}

Result<void> removeEmptyKey(const RegistryKey& /*key*/) {
    noRegistry();
}

} // namespace bes::host
