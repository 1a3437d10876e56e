// SPDX-License-Identifier: Apache-2.0
#include "capture/registry_text.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "text/letters.hpp"
#include "text/utf16.hpp"

namespace bes::capture {
namespace {

constexpr std::string_view wideMark = "\xFF\xFE";
constexpr std::string_view wideMarkOfOthers = "\xFE\xFF";
constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view newHeader = "Windows Registry Editor Version 5.00";
constexpr std::string_view oldHeader = "REGEDIT4";

std::u16string unitsOf(std::string_view bytes) {
    std::u16string units;
    units.reserve(bytes.size() / 2);
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
        units += static_cast<char16_t>(static_cast<unsigned char>(bytes[i]) |
                                       static_cast<unsigned char>(bytes[i + 1]) << 8U);
    return units;
}

std::string latin1(std::string_view bytes) {
    if (isUtf8(bytes))
        return std::string(bytes);
    std::u16string units;
    for (const char c : bytes)
        units += static_cast<char16_t>(static_cast<unsigned char>(c));
    return utf8Of(units);
}

std::string decoded(std::string_view bytes) {
    if (bytes.starts_with(wideMarkOfOthers))
        throw std::invalid_argument("it is UTF-16 with the bytes in the wrong order");
    if (bytes.starts_with(utf8Mark))
        return latin1(bytes.substr(utf8Mark.size()));
    if (!bytes.starts_with(wideMark))
        return latin1(bytes);
    bytes.remove_prefix(wideMark.size());
    if (bytes.size() % 2 != 0)
        throw std::invalid_argument("it is cut off in the middle of a character");
    std::string text = utf8Of(unitsOf(bytes));
    if (!isUtf8(text))
        throw std::invalid_argument("it is not valid UTF-16");
    return text;
}

} // namespace

RegistryText registryText(std::string_view bytes) {
    std::string text = decoded(bytes);
    const auto end = std::ranges::find(text, '\n');
    std::string header(text.begin(), end);
    header.erase(header.find_last_not_of("\r \t") + 1);
    if (header != newHeader && header != oldHeader)
        throw std::invalid_argument("it does not begin with \"" + std::string(newHeader) + "\" or \"" +
                                    std::string(oldHeader) + "\"");
    text.erase(text.begin(), end == text.end() ? end : end + 1);
    return {std::move(text), header == newHeader};
}

std::string textOfBytes(std::string_view bytes, bool wide) {
    if (!wide)
        return latin1(bytes.substr(0, bytes.find('\0')));
    const std::u16string units = unitsOf(bytes);
    return utf8Of(units.substr(0, units.find(u'\0')));
}

} // namespace bes::capture
