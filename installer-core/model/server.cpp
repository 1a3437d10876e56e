// SPDX-License-Identifier: Apache-2.0
#include "model/server.hpp"

#include <algorithm>

namespace bes {
namespace {

char fold(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

bool sameName(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, fold, fold);
}

bool namesTask(std::string_view entry, std::string_view task) {
    return sameName(entry.substr(0, entry.find_first_of(" \t")), task);
}

const Server* DatabaseContents::findServer(std::string_view name) const {
    const auto found = std::ranges::find_if(servers, [&](const Server& s) { return sameName(s.name, name); });
    return found == servers.end() ? nullptr : &*found;
}

const Pair* DatabaseContents::findPairOfPrimary(std::string_view primary) const {
    const auto found =
        std::ranges::find_if(pairs, [&](const Pair& p) { return sameName(p.primary, primary); });
    return found == pairs.end() ? nullptr : &*found;
}

std::string_view toString(Role role) {
    return role == Role::primary ? "primary" : "standby";
}

std::string_view toString(PairState state) {
    return state == PairState::reserved ? "reserved" : "final";
}

} // namespace bes
