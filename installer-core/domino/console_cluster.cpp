// SPDX-License-Identifier: Apache-2.0
#include "domino/console_cluster.hpp"

#include <algorithm>
#include <charconv>
#include <span>

#include "domino/notes_section.hpp"
#include "domino/server_name.hpp"
#include "model/server.hpp"

namespace bes::domino {
namespace {

using Lines = std::span<const ConsoleLine>;

/// How many lines there may be between the server's name and the members.
constexpr std::size_t mostSettings = 15;
constexpr std::size_t longestName = 256;

std::optional<std::uint32_t> numberIn(std::string_view text) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(number)
                                                                                     : std::nullopt;
}

bool canBeName(std::string_view text) {
    return text.size() < longestName && !numberIn(text) &&
           std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

/// "Cluster name: Acme, Server name: Mail01/Acme", "Server: Mail01/Acme, availability index: 97".
struct LabelledPair {
    Labelled first;
    Labelled second;
};

std::optional<LabelledPair> splitAt(std::string_view line, std::size_t comma) {
    if (comma == std::string_view::npos)
        return std::nullopt;
    const auto first = labelled(line.substr(0, comma));
    const auto second = labelled(line.substr(comma + 1));
    return first && second ? std::optional(LabelledPair{*first, *second}) : std::nullopt;
}

/// A name of a cluster may have a comma, a name of a server has none.
std::optional<LabelledPair> identityIn(std::string_view line) {
    const auto pair = splitAt(line, line.rfind(','));
    return pair && canBeName(pair->first.value) && canBeName(pair->second.value) ? pair : std::nullopt;
}

std::optional<LabelledPair> memberIn(std::string_view line) {
    const auto pair = splitAt(line, line.find(','));
    return pair && canBeName(pair->first.value) ? pair : std::nullopt;
}

bool isEnglish(const LabelledPair& identity) {
    return sameName(identity.first.label, "Cluster name") && sameName(identity.second.label, "Server name");
}

bool saysNoCluster(std::string_view line) {
    const auto begins = [&](std::string_view text) { return sameName(line.substr(0, text.size()), text); };
    return begins("This server is not configured for a cluster") ||
           begins("This server is not currently a member of a cluster");
}

/// "Cluster members (2):", "Cluster members (2)...".
std::optional<std::uint32_t> memberCountIn(std::string_view line) {
    const auto end = line.find_last_not_of(":. ");
    if (end == std::string_view::npos || line[end] != ')')
        return std::nullopt;
    const auto open = line.rfind('(', end);
    if (open == std::string_view::npos || open == 0)
        return std::nullopt;
    return numberIn(line.substr(open + 1, end - open - 1));
}

/// "Server availability index: 97 (state: AVAILABLE)".
struct State {
    std::uint32_t index = 0;
    std::string_view word;
};

std::optional<State> stateIn(std::string_view line) {
    const auto setting = labelled(line);
    if (!setting || !setting->value.ends_with(')'))
        return std::nullopt;
    const auto open = setting->value.find('(');
    if (open == std::string_view::npos)
        return std::nullopt;
    const auto index = numberIn(trimmed(setting->value.substr(0, open)));
    const auto state = labelled(setting->value.substr(open + 1, setting->value.size() - open - 2));
    return index && state ? std::optional(State{*index, state->value}) : std::nullopt;
}

/// A server's list of members gives an index for one that is available, else words. The word of the state may
/// be translated.
Availability availabilityOf(std::string_view state, bool hasIndex) {
    if (sameName(state, "RESTRICTED"))
        return Availability::restricted;
    if (sameName(state, "AVAILABLE"))
        return Availability::available;
    if (sameName(state, "BUSY") || sameName(state, "MAXUSERS"))
        return Availability::busy;
    return hasIndex ? Availability::available : Availability::busy;
}

struct Members {
    std::vector<std::string> names;
    bool guessed = false;
    bool ownHasIndex = false;
};

/// The lines of one kind that follow; empty where they are not as many as was said.
std::optional<Members> readMembers(Lines lines, std::uint32_t count, const LabelledPair& identity) {
    Members members;
    std::optional<std::string_view> label;
    if (isEnglish(identity))
        label = "Server";
    for (const ConsoleLine& line : lines) {
        const auto member = memberIn(line.text);
        if (!member || (label && !sameName(member->first.label, *label)))
            break;
        label = member->first.label;
        members.guessed |= line.guessed;
        members.ownHasIndex |= sameServer(member->first.value, identity.second.value) &&
                               numberIn(member->second.value).has_value();
        members.names.push_back(canonicalName(member->first.value));
    }
    if (members.names.empty() || members.names.size() != count)
        return std::nullopt;
    return members;
}

/// What follows the line with the names of cluster and server.
ShownCluster readShown(const LabelledPair& identity, Lines lines) {
    ShownCluster shown{std::string(identity.second.value), true, std::nullopt, lines.front().guessed};
    State state;
    const Lines settings = lines.subspan(1, std::min(mostSettings, lines.size() - 1));
    for (std::size_t i = 0; i < settings.size(); ++i) {
        if (const auto count = memberCountIn(settings[i].text)) {
            if (const auto members = readMembers(lines.subspan(i + 2), *count, identity)) {
                shown.guessed |= members->guessed;
                shown.cluster = LiveCluster{std::string(identity.first.value), members->names,
                                            availabilityOf(state.word, members->ownHasIndex), state.index};
            }
            break;
        }
        if (identityIn(settings[i].text))
            break;
        state = stateIn(settings[i].text).value_or(state);
    }
    return shown;
}

} // namespace

std::optional<Labelled> labelled(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    const Labelled found{trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))};
    return found.label.empty() || found.value.empty() ? std::nullopt : std::optional(found);
}

std::vector<ShownCluster> findShownClusters(const std::vector<ConsoleLine>& lines) {
    std::vector<ShownCluster> english;
    std::vector<ShownCluster> translated;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto identity = identityIn(lines[i].text);
        if (identity && isEnglish(*identity))
            english.push_back(readShown(*identity, Lines(lines).subspan(i)));
        else if (saysNoCluster(lines[i].text))
            english.push_back({"", false, std::nullopt, false});
        else if (identity && english.empty())
            if (ShownCluster shown = readShown(*identity, Lines(lines).subspan(i)); shown.cluster)
                translated.push_back(std::move(shown));
    }
    return english.empty() ? translated : english;
}

} // namespace bes::domino
