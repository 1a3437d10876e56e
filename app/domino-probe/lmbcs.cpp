// SPDX-License-Identifier: Apache-2.0
#include "lmbcs.hpp"

#include <algorithm>
#include <array>

#include "domino/code_page.hpp"

namespace bes::probe {
namespace {

using domino::notes::Functions;
using domino::notes::Translation;
using domino::notes::Word;

/// Lengths of the API are 16 bits wide; a byte can become three.
constexpr std::size_t chunkSize = 16'000;

/// Plain text is the same in both; a byte below 0x20 may begin a character of another group.
bool isPlain(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return (c >= ' ' && c <= '~') || c == '\t' || c == '\n' || c == '\r'; });
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

} // namespace

std::string toUtf8(const Functions& api, std::string_view lmbcs) {
    if (isPlain(lmbcs))
        return std::string(lmbcs);
    std::string utf8;
    while (!lmbcs.empty()) {
        const std::string_view chunk = nextChunk(lmbcs);
        const std::string translated = translate(api, Translation::lmbcsToUtf8, chunk);
        utf8 += translated.empty() ? domino::toUtf8(chunk, domino::CodePage::dos850) : translated;
        lmbcs.remove_prefix(chunk.size());
    }
    return utf8;
}

std::string toLmbcs(const Functions& api, std::string_view utf8) {
    if (isPlain(utf8) || utf8.size() > chunkSize)
        return std::string(utf8);
    const std::string translated = translate(api, Translation::utf8ToLmbcs, utf8);
    return translated.empty() ? domino::toCodePage850(utf8) : translated;
}

std::string upperCase(const Functions& api, std::string_view lmbcs) {
    const std::string upper = translate(api, Translation::toUpper, nextChunk(lmbcs));
    return upper.empty() ? std::string(lmbcs) : upper;
}

} // namespace bes::probe
