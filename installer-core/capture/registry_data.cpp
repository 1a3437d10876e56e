// SPDX-License-Identifier: Apache-2.0
#include "capture/registry_data.hpp"

#include <stdexcept>
#include <string_view>

#include "capture/registry_text.hpp"

namespace bes::capture {
namespace {

std::vector<std::string> texts(std::string_view bytes, bool wide) {
    std::vector<std::string> all;
    const std::size_t unit = wide ? 2 : 1;
    std::size_t begin = 0;
    for (std::size_t end = 0; end + unit <= bytes.size(); end += unit) {
        if (bytes.substr(end, unit).find_first_not_of('\0') != std::string_view::npos)
            continue;
        if (end == begin) // the empty text at the end of the list
            break;
        all.push_back(textOfBytes(bytes.substr(begin, end - begin), wide));
        begin = end + unit;
    }
    return all;
}

std::string littleEndian(std::string_view bytes, std::size_t size) {
    if (bytes.size() != size)
        throw std::invalid_argument("a number has " + std::to_string(bytes.size()) + " bytes, not " +
                                    std::to_string(size));
    std::uint64_t number = 0;
    for (std::size_t i = size; i > 0; --i)
        number = number << 8U | static_cast<unsigned char>(bytes[i - 1]);
    return std::to_string(number);
}

std::string hexadecimal(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        text += digits[static_cast<unsigned char>(c) / 16U];
        text += digits[static_cast<unsigned char>(c) % 16U];
    }
    return text;
}

// The types as winnt.h numbers them.
constexpr std::uint32_t text = 1;
constexpr std::uint32_t expandable = 2;
constexpr std::uint32_t binary = 3;
constexpr std::uint32_t number = 4;
constexpr std::uint32_t list = 7;
constexpr std::uint32_t longNumber = 11;

} // namespace

void interpret(ExportedRegistryValue& value, std::uint32_t type, const std::string& bytes, bool wide) {
    switch (type) {
    case text:
    case expandable:
        value.type = type == text ? "REG_SZ" : "REG_EXPAND_SZ";
        value.data = {textOfBytes(bytes, wide)};
        return;
    case number:
    case longNumber:
        value.type = type == number ? "REG_DWORD" : "REG_QWORD";
        value.data = {littleEndian(bytes, type == number ? 4 : 8)};
        return;
    case list:
        value.type = "REG_MULTI_SZ";
        value.data = texts(bytes, wide);
        return;
    default:
        value.type = type == binary ? "REG_BINARY" : "type " + std::to_string(type);
        value.data = {hexadecimal(bytes)};
        return;
    }
}

} // namespace bes::capture
