// SPDX-License-Identifier: Apache-2.0
#include "domino/code_page.hpp"

#include <algorithm>

#include "model/json.hpp"

namespace bes::domino {
namespace {

/// Code page 850 from 0x80 on.
constexpr std::u16string_view upperHalf = u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└"
                                          u"┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙ"
                                          u"ýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0";
static_assert(upperHalf.size() == 128);

void append(std::string& utf8, char16_t unit) {
    if (unit < 0x80) {
        utf8 += static_cast<char>(unit);
    } else if (unit < 0x800) {
        utf8 += static_cast<char>(0xC0 | (unit >> 6));
        utf8 += static_cast<char>(0x80 | (unit & 0x3F));
    } else {
        utf8 += static_cast<char>(0xE0 | (unit >> 12));
        utf8 += static_cast<char>(0x80 | ((unit >> 6) & 0x3F));
        utf8 += static_cast<char>(0x80 | (unit & 0x3F));
    }
}

} // namespace

bool isUtf8(std::string_view text) {
    std::string literal = "\""; // a reader of JSON knows what UTF-8 is
    for (const char c : text)
        literal += (static_cast<unsigned char>(c) & 0x80) != 0 ? c : 'x';
    return Json::accept(literal + "\"");
}

std::string toUtf8(std::string_view text, CodePage codePage) {
    std::string utf8;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        append(utf8, byte < 0x80 || codePage == CodePage::latin1 ? byte : upperHalf[byte - 0x80U]);
    }
    return utf8;
}

std::string toCodePage850(std::string_view utf8) {
    std::string result;
    while (!utf8.empty()) {
        std::string character(1, utf8.front());
        const auto unit = std::ranges::find_if(upperHalf, [&](char16_t candidate) {
            std::string bytes;
            append(bytes, candidate);
            return utf8.starts_with(bytes);
        });
        if (unit == upperHalf.end()) {
            result += character;
        } else {
            result += static_cast<char>(0x80 + (unit - upperHalf.begin()));
            character.clear();
            append(character, *unit);
        }
        utf8.remove_prefix(character.size());
    }
    return result;
}

} // namespace bes::domino
