// SPDX-License-Identifier: Apache-2.0
#include "text/visible.hpp"

#include "text/letters.hpp"

namespace bes {
namespace {

constexpr std::string_view cutOff = "...";

std::string_view shape(const Letter& letter) {
    return letter.sound && !isControl(letter.code) ? letter.bytes : std::string_view("?");
}

} // namespace

std::string visible(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty())
        result += shape(takeLetter(text));
    return result;
}

std::string visibleLines(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const Letter letter = takeLetter(text);
        result += letter.bytes == "\n" ? letter.bytes : shape(letter);
    }
    return result;
}

std::string shownText(std::string_view text, std::size_t longest) {
    std::string result;
    std::size_t room = 0; // where the mark would go
    while (!text.empty() && result.size() <= longest) {
        result += shape(takeLetter(text));
        if (result.size() + cutOff.size() <= longest)
            room = result.size();
    }
    if (result.size() <= longest && text.empty())
        return result;
    result.resize(room);
    return result.append(cutOff);
}

} // namespace bes
