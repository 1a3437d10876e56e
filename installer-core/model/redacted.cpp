// SPDX-License-Identifier: Apache-2.0
#include "model/redacted.hpp"

#include <utility>
#include <vector>

#include "text/letters.hpp"

namespace bes {
namespace {

/// Of each byte of the secret what `write` makes of it. The text never moves to other memory while it grows.
template<class Write>
Secret written(const Secret& secret, Write write) {
    constexpr std::size_t longestByte = 3;
    std::string text;
    text.reserve(secret.reveal().size() * longestByte);
    for (const char c : secret.reveal())
        write(text, c);
    return Secret(std::move(text));
}

/// RFC 3986, 2.3: these need not be written in hexadecimal digits.
bool isUnreserved(char c) {
    return isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

Secret inUrl(const Secret& secret, std::string_view digits, std::string_view blank) {
    return written(secret, [digits, blank](std::string& text, char c) {
        constexpr unsigned hexadecimal = 16;
        const auto byte = static_cast<unsigned char>(c);
        if (isUnreserved(c))
            text += c;
        else if (c == ' ')
            text += blank;
        else
            text.append({'%', digits[byte / hexadecimal], digits[byte % hexadecimal]});
    });
}

/// Before each of the characters another one.
Secret escaped(const Secret& secret, std::string_view characters, char with) {
    return written(secret, [characters, with](std::string& text, char c) {
        if (characters.find(c) != std::string_view::npos)
            text += with;
        text += c;
    });
}

std::vector<Secret> writings(const Secret& secret) {
    constexpr std::string_view upper = "0123456789ABCDEF";
    constexpr std::string_view lower = "0123456789abcdef";
    std::vector<Secret> forms;
    forms.push_back(inUrl(secret, upper, "%20"));
    forms.push_back(inUrl(secret, lower, "%20"));
    forms.push_back(inUrl(secret, upper, "+"));
    forms.push_back(inUrl(secret, lower, "+"));
    forms.push_back(escaped(secret, "'", '\''));
    forms.push_back(escaped(secret, "\"", '"'));
    forms.push_back(escaped(secret, "'\\", '\\'));
    forms.push_back(escaped(secret, "\"\\", '\\'));
    forms.push_back(secret);
    return forms;
}

} // namespace

std::string redacted(std::string_view words, const Secret& secret) {
    std::string shown(words);
    if (secret.empty())
        return shown;
    constexpr std::string_view instead = "***";
    for (const Secret& form : writings(secret))
        for (auto found = shown.find(form.reveal()); found != std::string::npos;
             found = shown.find(form.reveal(), found + instead.size()))
            shown.replace(found, form.reveal().size(), instead);
    return shown;
}

} // namespace bes
