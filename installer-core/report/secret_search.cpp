// SPDX-License-Identifier: Apache-2.0
#include "report/secret_search.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "text/letters.hpp"

namespace bes::report {
namespace {

// What is made of a secret is handed on by moves into a Secret, which overwrites it.

std::string changed(std::string_view text, char (*change)(char)) {
    std::string all(text);
    std::ranges::transform(all, all.begin(), change);
    return all;
}

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

char capital(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string without(std::string_view text, char left) {
    std::string all(text);
    std::erase(all, left);
    return all;
}

/// Of each byte its digits, behind `before`; with `plain`, letters and digits as they are (RFC 3986, 2.3).
std::string hexadecimal(std::string_view text, std::string_view digits, std::string_view before, bool plain) {
    std::string all;
    all.reserve(text.size() * 3);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (plain && (isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '~')) {
            all += c;
            continue;
        }
        all.append(before);
        all += digits[byte / 16U];
        all += digits[byte % 16U];
    }
    return all;
}

/// What base64 always has of the text, where `shift` bytes of something else stand before it: the characters
/// at its ends depend on its neighbours.
std::string base64(std::string_view text, std::size_t shift, std::string_view alphabet) {
    std::string all;
    all.reserve(text.size() * 2);
    for (std::size_t bit = (shift * 8 + 5) / 6 * 6; bit + 6 <= (shift + text.size()) * 8; bit += 6) {
        unsigned value = 0;
        for (std::size_t each = bit; each < bit + 6; ++each) {
            const auto byte = static_cast<unsigned char>(text[each / 8 - shift]);
            value = value * 2 + (byte >> (7 - each % 8) & 1U);
        }
        all += alphabet[value];
    }
    return all;
}

/// Secrets are ASCII as a rule; of others, bytes stand for characters of Latin-1.
std::string utf16(std::string_view text, bool bigEndian) {
    std::string all;
    all.reserve(text.size() * 2);
    for (const char c : text)
        bigEndian ? all.append({'\0', c}) : all.append({c, '\0'});
    return all;
}

std::string escaped(std::string_view text, std::string_view characters, char with) {
    std::string all;
    all.reserve(text.size() * 2);
    for (const char c : text) {
        if (characters.find(c) != std::string_view::npos)
            all += with;
        all += c;
    }
    return all;
}

/// Shorter ones are in many words by chance.
constexpr std::size_t shortestSecret = 4;

} // namespace

bool SecretSearch::add(std::string name, const Secret& secret) {
    if (secret.reveal().size() < shortestSecret)
        return secret.empty();
    const std::size_t number = names_.size();
    names_.push_back(std::move(name));
    const std::string_view text = secret.reveal();
    for (auto&& form : {std::string(text), without(text, '-')})
        for (auto&& writing : {std::string(form), changed(form, small), changed(form, capital)})
            addWritings(Secret(writing), number);
    return true;
}

void SecretSearch::addWritings(const Secret& secret, std::size_t number) {
    const std::string_view text = secret.reveal();
    addText(std::string(text), number);
    for (const std::string_view digits : {"0123456789abcdef", "0123456789ABCDEF"}) {
        addText(hexadecimal(text, digits, "%", true), number);
        addText(hexadecimal(text, digits, "%", false), number);
        addText(hexadecimal(text, digits, "", false), number);
    }
    for (const std::string_view alphabet :
         {"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"})
        for (std::size_t shift = 0; shift < 3; ++shift) {
            addText(base64(text, shift, alphabet), number);
            addText(base64(utf16(text, false), shift, alphabet), number);
        }
    addText(utf16(text, false), number);
    addText(utf16(text, true), number);
    addText(escaped(text, "'", '\''), number);
    addText(escaped(text, "'\\", '\\'), number);
    addText(escaped(text, "\"\\", '\\'), number);
}

void SecretSearch::addText(std::string&& text, std::size_t number) {
    texts_.emplace_back(std::move(text));
    set_.add(texts_.back().reveal(), number);
}

std::vector<std::string> SecretSearch::foundIn(std::string_view text) const {
    std::set<std::string> found;
    for (std::size_t place = 0; place + TextSet::shortest <= text.size(); ++place)
        if (const auto match = set_.at(text, place); match.length > 0)
            found.insert(names_[match.number]);
    return {found.begin(), found.end()};
}

} // namespace bes::report
