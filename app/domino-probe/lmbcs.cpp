#include "lmbcs.hpp"

#include <algorithm>
#include <array>

namespace bes::probe {
namespace {

using domino::notes::Functions;
using domino::notes::Translation;
using domino::notes::Word;

/// Lengths of the API are 16 bits wide; a byte can become three.
constexpr std::size_t chunkSize = 16'000;

/// Code page 850 from 0x80 on.
constexpr std::u16string_view upperHalf = u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└"
                                          u"┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙ"
                                          u"ýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0";
static_assert(upperHalf.size() == 128);

/// Plain text is the same in both; a byte below 0x20 may begin a character of another group.
bool isPlain(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return (c >= ' ' && c <= '~') || c == '\t' || c == '\n' || c == '\r'; });
}

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

/// Empty when the runtime translates nothing, as one that does not know the mode.
std::string translate(const Functions& api, Translation mode, std::string_view text) {
    std::array<char, 3 * chunkSize> out; // NOLINT: filled by the call
    const Word length = api.OSTranslate(static_cast<Word>(mode), text.data(), static_cast<Word>(text.size()),
                                        out.data(), static_cast<Word>(out.size()));
    return {out.data(), std::min<std::size_t>(length, out.size())};
}

/// The next part of a long text: up to a line's end, for no character goes across one.
std::string_view nextChunk(std::string_view text) {
    if (text.size() <= chunkSize)
        return text;
    const auto lineEnd = text.rfind('\n', chunkSize - 1);
    return text.substr(0, lineEnd == std::string_view::npos ? chunkSize : lineEnd + 1);
}

/// What code page 850 lacks stays as it is.
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

} // namespace

std::string fromCodePage850(std::string_view text) {
    std::string utf8;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        append(utf8, byte < 0x80 ? static_cast<char16_t>(byte) : upperHalf[byte - 0x80U]);
    }
    return utf8;
}

std::string toUtf8(const Functions& api, std::string_view lmbcs) {
    if (isPlain(lmbcs))
        return std::string(lmbcs);
    std::string utf8;
    while (!lmbcs.empty()) {
        const std::string_view chunk = nextChunk(lmbcs);
        const std::string translated = translate(api, Translation::lmbcsToUtf8, chunk);
        utf8 += translated.empty() ? fromCodePage850(chunk) : translated;
        lmbcs.remove_prefix(chunk.size());
    }
    return utf8;
}

std::string toLmbcs(const Functions& api, std::string_view utf8) {
    if (isPlain(utf8) || utf8.size() > chunkSize)
        return std::string(utf8);
    const std::string translated = translate(api, Translation::utf8ToLmbcs, utf8);
    return translated.empty() ? toCodePage850(utf8) : translated;
}

std::string upperCase(const Functions& api, std::string_view lmbcs) {
    const std::string upper = translate(api, Translation::toUpper, nextChunk(lmbcs));
    return upper.empty() ? std::string(lmbcs) : upper;
}

} // namespace bes::probe
