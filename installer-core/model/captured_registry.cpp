// SPDX-License-Identifier: Apache-2.0
#include "model/captured_registry.hpp"

#include <charconv>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

#include "text/acceptable.hpp"
#include "text/utf16.hpp"

namespace bes {
namespace {

// The types as winnt.h numbers them.
constexpr std::uint32_t expandable = 2;
constexpr std::uint32_t binary = 3;
constexpr std::uint32_t list = 7;
constexpr std::uint32_t longNumber = 11;

constexpr std::string_view otherType = "type ";

[[noreturn]] void refuse(const ExportedRegistryValue& value, const char* why) {
    throw std::invalid_argument("the value " + value.name + " of the registry " + why);
}

/// Keys, names and texts go into the registry of a computer: nothing that could break a line or end a text.
void expectLines(const ExportedRegistryValue& value) {
    bool bad = value.key.empty() || wrongLine(value.key) || wrongLine(value.name);
    for (const std::string& text : value.data)
        bad = bad || wrongLine(text);
    if (bad)
        refuse(value, "has characters that no value may have");
}

const std::string& onlyText(const ExportedRegistryValue& value) {
    if (value.data.size() != 1)
        refuse(value, "has no data, or more than its type has");
    return value.data.front();
}

template<class Number>
Number numberOf(const ExportedRegistryValue& value, std::string_view text, int base = 10) {
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (error != std::errc() || end != text.data() + text.size())
        refuse(value, "is no number of its type");
    return number;
}

template<class Number>
std::string littleEndian(Number number) {
    std::string bytes;
    for (std::size_t i = 0; i < sizeof number; ++i)
        bytes += static_cast<char>(static_cast<unsigned char>(number >> (8 * i)));
    return bytes;
}

/// With the zero at its end.
std::string wideBytes(const std::string& text) {
    std::string bytes;
    for (const char16_t unit : utf16Of(text) + u'\0')
        bytes += littleEndian(static_cast<std::uint16_t>(unit));
    return bytes;
}

std::string bytesOf(const ExportedRegistryValue& value) {
    const std::string_view hex = onlyText(value);
    if (hex.size() % 2 != 0)
        refuse(value, "has half a byte");
    std::string bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2)
        bytes += static_cast<char>(numberOf<std::uint8_t>(value, hex.substr(i, 2), 16));
    return bytes;
}

std::variant<std::string, std::uint32_t, RegistryData> dataOf(const ExportedRegistryValue& value) {
    if (value.type == "REG_SZ")
        return onlyText(value);
    if (value.type == "REG_DWORD")
        return numberOf<std::uint32_t>(value, onlyText(value));
    if (value.type == "REG_EXPAND_SZ")
        return textWithVariables(onlyText(value));
    if (value.type == "REG_QWORD")
        return RegistryData{longNumber, littleEndian(numberOf<std::uint64_t>(value, onlyText(value)))};
    if (value.type == "REG_BINARY")
        return RegistryData{binary, bytesOf(value)};
    if (value.type == "REG_MULTI_SZ") {
        RegistryData data{list, {}};
        for (const std::string& text : value.data)
            data.bytes += wideBytes(text);
        data.bytes += wideBytes("");
        return data;
    }
    if (value.type.starts_with(otherType))
        return RegistryData{numberOf<std::uint32_t>(value, value.type.substr(otherType.size())),
                            bytesOf(value)};
    refuse(value, "has a type that is not known");
}

} // namespace

RegistryData textWithVariables(const std::string& text) {
    return {expandable, wideBytes(text)};
}

RegistryValue registryValueOf(const ExportedRegistryValue& value) {
    expectLines(value);
    // Before anything else is made: g++ 12 frees the other members twice where one of an aggregate throws.
    auto data = dataOf(value);
    return {{RegistryView::bits32, "SOFTWARE\\" + value.key}, value.name, std::move(data)};
}

} // namespace bes
