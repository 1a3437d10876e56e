// SPDX-License-Identifier: Apache-2.0
#include "model/registry_value.hpp"

#include <algorithm>
#include <string_view>

namespace bes {
namespace {

constexpr std::string_view software = "SOFTWARE\\";

} // namespace

std::string shown(const RegistryKey& key) {
    if (key.view == RegistryView::bits32 && key.path.starts_with(software))
        return "HKLM\\SOFTWARE\\Wow6432Node\\" + key.path.substr(software.size());
    return "HKLM\\" + key.path;
}

std::string shown(const RegistryValue& value) {
    return shown(value.key) + "\\" + value.name;
}

std::string shown(const CapturedRegistryValue& value) {
    return shown(value.key) + "\\" + value.name;
}

std::vector<RegistryKey> wayTo(const RegistryKey& key) {
    std::vector<RegistryKey> keys;
    for (std::size_t end = 0; end != std::string::npos;) {
        end = key.path.find('\\', end == 0 ? 0 : end + 1);
        keys.push_back({key.view, key.path.substr(0, end)});
    }
    return keys;
}

} // namespace bes
