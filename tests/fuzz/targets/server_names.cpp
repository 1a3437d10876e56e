// SPDX-License-Identifier: Apache-2.0
#include "domino/server_name.hpp"
#include "fuzz.hpp"

namespace bes::fuzz {

using namespace bes::domino;

/// Two names of Domino servers, and a list of further ones.
void tryInput(std::string_view input) {
    const auto [lines, rest] = linesAndRest(input, 2);
    for (const std::string& name : lines) {
        const std::string canonical = canonicalName(name);
        require(canonicalName(canonical) == canonical, "a canonical name stays one", name);
        require(sameServer(name, canonical), "a name and its canonical form mean the same server", name);
        require(sameServer(name, name) && sameIgnoringCase(name, name), "a name is the same as itself", name);
        require(abbreviatedName(canonical) == abbreviatedName(name), "both forms have one short form", name);
        require(commonName(canonical) == commonName(name), "both forms have one common name", name);
    }
    const std::string& a = lines.front();
    const std::string& b = lines.back();
    require(sameServer(a, b) == sameServer(b, a), "the same server both ways round", input);
    require(sameIgnoringCase(a, b) == sameIgnoringCase(b, a), "the same both ways round", input);

    std::vector<std::string> names = lines;
    names.emplace_back(rest);
    for (const std::string& wanted : names) {
        const auto found = findServer(names, wanted);
        require(found && sameServer(names[*found], wanted), "a name in a list is found", wanted);
    }
    if (const auto found = findServer({a}, b); found)
        require(sameServer(a, b) || sameIgnoringCase(commonName(a), commonName(b)), "what is found fits",
                input);
}

} // namespace bes::fuzz
