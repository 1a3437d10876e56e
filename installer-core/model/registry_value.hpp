// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace bes {

// Of the part HKEY_LOCAL_MACHINE of Windows' registry.

/// A 64-bit Windows shows 32-bit programs a part of the registry as another one. The product is made of
/// 32-bit programs (bes.md §7.1).
enum class RegistryView { bits64, bits32 };

struct RegistryKey {
    RegistryView view = RegistryView::bits64;
    std::string path; ///< below HKEY_LOCAL_MACHINE: "SOFTWARE\Research In Motion"

    auto operator<=>(const RegistryKey&) const = default;
};

/// As the system has it.
struct RegistryData {
    std::uint32_t type = 0; ///< the system's number for it
    std::string bytes;

    bool operator==(const RegistryData&) const = default;
};

/// A value that setup writes: a text (REG_SZ), a number (REG_DWORD), or what media has of another type.
struct RegistryValue {
    RegistryKey key;
    std::string name;
    std::variant<std::string, std::uint32_t, RegistryData> data;

    bool operator==(const RegistryValue&) const = default;
};

/// What a value was before setup wrote it, of whatever type.
struct CapturedRegistryValue {
    RegistryKey key;
    std::string name;
    std::optional<RegistryData> data; ///< empty: there was none

    bool operator==(const CapturedRegistryValue&) const = default;
};

/// As the system's own editor shows it: "HKLM\SOFTWARE\Wow6432Node\Research In Motion".
[[nodiscard]] std::string shown(const RegistryKey& key);
/// The same with the value's name behind it.
[[nodiscard]] std::string shown(const RegistryValue& value);
[[nodiscard]] std::string shown(const CapturedRegistryValue& value);

/// "SOFTWARE", "SOFTWARE\Research In Motion", and so on to the key itself.
[[nodiscard]] std::vector<RegistryKey> wayTo(const RegistryKey& key);

} // namespace bes
