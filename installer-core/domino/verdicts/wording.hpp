// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <vector>

#include "model/domino/facts.hpp"
#include "model/remedy.hpp"

namespace bes::domino {

// What the verdicts share: how an answer is looked at, and how it is said.

inline constexpr std::array bothRoles{Role::primary, Role::standby};

[[nodiscard]] constexpr Role otherThan(Role role) {
    return role == Role::primary ? Role::standby : Role::primary;
}

/// What was seen. Null for a no and an unknown; a yes that tells nothing is none.
template<class T>
[[nodiscard]] const T* seen(const Reply<T>& answer) {
    return answer.verdict == Verdict::yes && answer.value ? &*answer.value : nullptr;
}

/// Also what a no has seen.
template<class T>
[[nodiscard]] const T* told(const Reply<T>& answer) {
    return answer.verdict != Verdict::unknown && answer.value ? &*answer.value : nullptr;
}

template<class T>
[[nodiscard]] bool isNo(const Reply<T>& answer) {
    return answer.verdict == Verdict::no;
}

template<class T>
[[nodiscard]] Reason reasonOf(const Reply<T>& answer) {
    return answer.reason.value_or(Reason{});
}

/// As the configuration database, notes.ini or the ID in use has it; empty where nobody says.
[[nodiscard]] std::string serverName(const DominoFacts& facts, Role role);

/// "Mail01/Acme", or "the primary's Domino server" where the name is not known.
[[nodiscard]] std::string shown(const DominoFacts& facts, Role role);

/// "Mail01/Acme, Mail11/Acme".
[[nodiscard]] std::string shown(const std::vector<std::string>& servers);

/// "The server does not respond (NSPingServer, code 0x807)".
[[nodiscard]] std::string because(const Reason& reason);

/// That a witness is weaker, and why, to be put behind what it says; empty for the Notes C API.
[[nodiscard]] std::string weakness(Witness witness);

/// What to do so that the server tells what it did not.
[[nodiscard]] std::string remedyFor(const DominoFacts& facts, Role role, const Reason& reason);

/// How to hand over what the consoles say: "provide the console output of … for show cluster and show tasks".
[[nodiscard]] Remedy handOver(const DominoFacts& facts, const std::vector<Role>& roles);

/// The texts that are not empty, each once.
[[nodiscard]] std::string joinedOnce(const std::vector<std::string>& texts,
                                     const std::string& separator = "; ");

/// With a capital letter: names of servers begin with one anyway, "the primary's …" does not.
[[nodiscard]] std::string sentence(std::string text);

/// Those that are not empty, each once and with a capital letter, parted by full stops.
[[nodiscard]] std::string sentences(const std::vector<std::string>& texts);

/// The reasons for which no server was asked at all: domino.asked says it once for all.
[[nodiscard]] bool wasNotAsked(const Reason& reason);

} // namespace bes::domino
