// SPDX-License-Identifier: Apache-2.0
#include "console.hpp"

#include <algorithm>

#include "host/standard_output.hpp"
#include "host/terminal.hpp"

namespace bes::app {
namespace {

// lines longer than this are hard to read
constexpr std::size_t widest = 110;
// in a pipe or file, where text is searched, lines are not broken
constexpr std::size_t unbroken = 10000;

bool wantsColours(const answers::Environment& environment) {
    const auto noColour = environment.find("NO_COLOR");
    const auto terminal = environment.find("TERM");
    return (noColour == environment.end() || noColour->second.empty()) && terminal != environment.end() &&
           terminal->second.reveal() != "dumb";
}

Page pageOn(std::ostream& out, host::Stream stream, bool isTerminal, bool colours) {
    const std::size_t width =
        isTerminal ? std::min<std::size_t>(host::terminalWidth(stream), widest) : unbroken;
    return {out, width, isTerminal && colours};
}

} // namespace

Console systemConsole(const answers::Environment& environment) {
    const bool colours = wantsColours(environment);
    const bool out = host::isTerminal(host::Stream::output);
    const bool errors = host::isTerminal(host::Stream::errors);
    return {pageOn(host::standardOutput(), host::Stream::output, out, colours),
            pageOn(host::standardErrors(), host::Stream::errors, errors, colours), out, errors,
            host::deliverOutput};
}

} // namespace bes::app
