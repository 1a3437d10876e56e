// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>

#include "domino/code_page.hpp"
#include "fuzz.hpp"
#include "lmbcs.hpp"

namespace bes::fuzz {
namespace {

using namespace bes::domino;

/// A runtime that translates as the input says: not at all, into as much as there is room for, or in its own
/// way.
std::string_view whim; // NOLINT: libFuzzer has one thread
std::size_t calls;

notes::Word translate(notes::Word /*mode*/, const char* in, notes::Word inLength, char* out,
                      notes::Word outLength) {
    const unsigned char how = whim.empty() ? 0 : static_cast<unsigned char>(whim[calls++ % whim.size()]);
    if (how == 0)
        return 0;
    const std::size_t length = how < 200 ? std::min(inLength, outLength) : outLength;
    std::memset(out, 'x', length);
    std::memcpy(out, in, std::min<std::size_t>(inLength, length));
    return how < 250 ? static_cast<notes::Word>(length) : 0xFFFF; // one that says more than it wrote
}

} // namespace

/// The first line is the runtime's whim, the rest the text.
void tryInput(std::string_view input) {
    const auto [lines, text] = linesAndRest(input, 1);
    for (const CodePage page : {CodePage::dos850, CodePage::latin1})
        require(isUtf8(toUtf8(text, page)), "what was translated is UTF-8");
    require(toCodePage850(toUtf8(text, CodePage::dos850)) == text, "code page 850 comes back", text);
    notes::Functions api;
    api.OSTranslate = translate;
    whim = lines.front();
    calls = 0;
    (void)probe::toUtf8(api, text);
    (void)probe::toLmbcs(api, text);
    (void)probe::upperCase(api, text);
    whim = {};
    require(isUtf8(probe::toUtf8(api, text)), "what the runtime can't translate is translated all the same");
}

} // namespace bes::fuzz
