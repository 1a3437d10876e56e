// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "detect/looks.hpp"
#include "domino/ask_probe.hpp"
#include "domino/fallback.hpp"
#include "host/files.hpp"
#include "host/root.hpp"

namespace bes::detect {
namespace {

/// A directory that can be read at all is read in a few seconds.
constexpr std::chrono::milliseconds longestHttp{30'000};

domino::FallbackSources sourcesOf(const Request& request, const Secret& httpPassword,
                                  const domino::DominoFacts& servers) {
    return {.primary = servers.primary,
            .standby = servers.standby,
            .primaryConsole = request.domino.primaryConsole,
            .standbyConsole = request.domino.standbyConsole,
            .httpUrl = request.domino.httpUrl,
            .httpUser = request.domino.httpUser,
            .httpPassword = httpPassword,
            .limit = std::min(longestHttp,
                              std::chrono::milliseconds(std::chrono::seconds(request.domino.timeLimit)))};
}

/// Whoever owns the link decides with whose rights the probe runs, so a link to a file of another account
/// stays one.
std::filesystem::path notesIniFor(const host::Root& root, const std::filesystem::path& inside) {
    const std::filesystem::path named = root(inside);
    std::filesystem::path real = root.followed(inside);
    const auto link = host::status(named);
    const auto file = host::status(real);
    const bool sameOwner = link && *link && file && *file && (*link)->user == (*file)->user;
    return sameOwner ? real : named;
}

} // namespace

Fact<domino::DominoFacts> lookAtDomino(const Request& request, const Secret& httpPassword, const Facts& facts,
                                       std::stop_token stop) {
    using Found = Fact<domino::DominoFacts>;
    if (!facts.database.known())
        return Found::unknown("the primary's Domino server is unknown: " + facts.database.reason());
    const Server* primary = facts.database.value().findServer(request.primary);
    if (primary == nullptr)
        return Found::unknown("not checked: the primary is unknown");
    if (primary->dominoServer.empty())
        return Found::unknown("the database does not show which Domino server " + primary->name + " has");
    domino::DominoFacts found =
        askDomino(request, primary->dominoServer, facts.notesIni, domino::allTopics(), std::move(stop));
    fillUnknown(found.replies, sourcesOf(request, httpPassword, found));
    return found;
}

domino::DominoFacts askDomino(const Request& request, const std::string& primary,
                              const Fact<std::optional<NotesIni>>& notesIni,
                              const std::vector<domino::Topic>& topics, std::stop_token stop) {
    const host::Root root(request.root);
    domino::ProbeQuestions questions;
    questions.probe = domino::ownProbe();
    questions.primary = primary;
    questions.root = request.root;
    questions.topics = topics;
    questions.limit = std::chrono::seconds(request.domino.timeLimit);
    questions.stop = std::move(stop);
    if (!request.domino.programFolder.empty())
        questions.programFolder = root.followed(request.domino.programFolder);
    if (notesIni.known() && notesIni.value()) {
        questions.standby = notesIni.value()->serverName;
        questions.notesIni = notesIniFor(root, notesIni.value()->path);
    }
    return domino::askProbe(questions);
}

} // namespace bes::detect
