// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "domino/probe_protocol.hpp"

namespace bes::domino {
namespace {

/// Blanks and apostrophes only ever part thousands.
std::string withoutBlanks(std::string_view text) {
    std::string kept;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "\xC2\xA0") // no-break space
            ++i;
        else if (text[i] != ' ' && text[i] != '\'')
            kept += text[i];
    }
    return kept;
}

/// "1,234": one to three digits that don't begin with 0, then three. It could be a fraction too; numbers of
/// servers are far more often counts.
bool looksLikeThousands(std::string_view text, std::size_t separator) {
    return separator >= 1 && separator <= 3 && text[0] != '0' && text.size() == separator + 4;
}

/// Which of "." and "," stands before the fraction; NUL where there is none.
char decimalSign(std::string_view text) {
    const auto last = text.find_last_of(".,");
    if (last == std::string_view::npos)
        return '\0';
    const char sign = text[last];
    const bool both = text.find(sign == '.' ? ',' : '.') != std::string_view::npos;
    const bool repeated = text.find(sign) != last;
    return repeated || (!both && looksLikeThousands(text, last)) ? '\0' : sign;
}

} // namespace

std::optional<double> statisticNumber(std::string_view text) {
    std::string number = withoutBlanks(text);
    const bool negative = number.starts_with('-');
    number.erase(0, negative ? 1 : 0);
    const char decimal = decimalSign(number);
    std::erase_if(number, [&](char c) { return (c == '.' || c == ',') && c != decimal; });
    std::ranges::replace(number, ',', '.');
    if (number.find_first_not_of("0123456789.") != std::string::npos) // from_chars knows "inf" too
        return std::nullopt;
    double value = 0;
    const char* const end = number.data() + number.size();
    const auto [stop, error] = std::from_chars(number.data(), end, value, std::chars_format::fixed);
    if (error != std::errc() || stop != end)
        return std::nullopt;
    return negative ? -value : value;
}

} // namespace bes::domino
