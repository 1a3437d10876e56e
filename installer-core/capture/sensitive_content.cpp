// SPDX-License-Identifier: Apache-2.0
#include "capture/sensitive_content.hpp"

#include <algorithm>
#include <cstdint>

#include "text/letters.hpp"

namespace bes::capture {
namespace {

using namespace std::string_view_literals;

/// Takes tag and length of DER off, where it has the long form that keys and certificates need.
bool takeSequence(std::string_view& der) {
    if (!der.starts_with('\x30') || der.size() < 2)
        return false;
    const auto length = static_cast<std::uint8_t>(der[1]);
    const std::size_t digits = length < 0x80 ? 0 : length & 0x7FU;
    if (digits > 4 || der.size() < 2 + digits)
        return false;
    der.remove_prefix(2 + digits);
    return true;
}

bool isCertificate(std::string_view der) {
    return takeSequence(der) && takeSequence(der) && der.starts_with("\xA0\x03\x02\x01"sv);
}

/// PKCS #1, PKCS #8 and SEC 1 begin with a version, 0 or 1; PKCS #12 with 3. So do other things, but not what
/// then follows.
bool isKey(std::string_view der) {
    if (!takeSequence(der))
        return false;
    if (der.starts_with("\x02\x01\x03\x30"sv) || der.starts_with("\x02\x01\x01\x04"sv))
        return true;
    return der.starts_with("\x02\x01\x00\x02"sv) || der.starts_with("\x02\x01\x00\x30"sv);
}

bool isBase64(char c) {
    return isLetterOrDigit(c) || c == '+' || c == '/';
}

/// "-----BEGIN … PRIVATE KEY-----" with content behind it: programs have the line alone in them.
std::optional<std::string> pemWithin(std::string_view text) {
    constexpr auto beginning = "-----BEGIN "sv;
    constexpr std::size_t longestLabel = 40;
    constexpr std::size_t nearby = 400; // lines that say how a key is encrypted
    constexpr std::size_t enough = 40;  // characters of content
    for (std::size_t at = text.find(beginning); at != text.npos; at = text.find(beginning, at + 1)) {
        const std::string_view rest = text.substr(at + beginning.size());
        const std::string_view label = rest.substr(0, std::min(rest.find("-----"), longestLabel));
        const bool key = label.ends_with("PRIVATE KEY");
        if (!key && !label.ends_with("CERTIFICATE"))
            continue;
        std::size_t run = 0;
        for (const char c : rest.substr(label.size(), nearby))
            if (run = isBase64(c) ? run + 1 : 0; run == enough)
                return key ? "a private key" : "a certificate";
    }
    return std::nullopt;
}

/// Ten groups of four letters or digits with hyphens between them (bes.md §4.1), and nothing that goes on.
bool hasSrpKey(std::string_view text) {
    constexpr std::size_t group = 4;
    constexpr std::size_t length = 10 * (group + 1) - 1;
    const auto belongs = [](char c) { return isLetterOrDigit(c) || c == '-'; };
    std::size_t run = 0; // characters so far that a key may have
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && belongs(text[i])) {
            ++run;
            continue;
        }
        if (run == length) {
            const std::string_view key = text.substr(i - run, run);
            bool grouped = true;
            for (std::size_t at = 0; at < key.size(); ++at)
                grouped &= (key[at] == '-') == (at % (group + 1) == group);
            if (grouped)
                return true;
        }
        run = 0;
    }
    return false;
}

} // namespace

std::optional<std::string> keyFileBeginning(std::string_view begin) {
    if (begin.starts_with("\xFE\xED\xFE\xED"sv) || begin.starts_with("\xCE\xCE\xCE\xCE"sv))
        return "a Java keystore";
    if (isCertificate(begin))
        return "a certificate";
    if (isKey(begin))
        return "a private key";
    return std::nullopt;
}

std::optional<std::string> keyWithin(std::string_view piece) {
    std::string text(piece);
    std::erase(text, '\0');
    if (auto found = pemWithin(text))
        return found;
    if (hasSrpKey(text))
        return "an SRP authentication key";
    return std::nullopt;
}

} // namespace bes::capture
