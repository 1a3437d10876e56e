// SPDX-License-Identifier: Apache-2.0
#include "text/acceptable.hpp"

#include "text/letters.hpp"

namespace bes {
namespace {

template<class Allowed>
std::optional<std::string> wrong(std::string_view text, std::size_t longest, Allowed allowed) {
    if (text.size() > longest)
        return "has " + std::to_string(text.size()) + " bytes, and may have " + std::to_string(longest);
    while (!text.empty()) {
        const Letter letter = takeLetter(text);
        if (!letter.sound)
            return "is not UTF-8 text";
        if (isControl(letter.code) && !allowed(letter.code))
            return "contains a control character";
    }
    return std::nullopt;
}

} // namespace

bool hasControlCharacter(std::string_view text) {
    while (!text.empty())
        if (const Letter letter = takeLetter(text); letter.sound && isControl(letter.code))
            return true;
    return false;
}

std::optional<std::string> wrongLine(std::string_view text, std::size_t longest) {
    return wrong(text, longest, [](char32_t) { return false; });
}

std::optional<std::string> wrongLines(std::string_view text, std::size_t longest) {
    return wrong(text, longest, [](char32_t code) { return code == '\n' || code == '\t'; });
}

} // namespace bes
