// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/rules.hpp"
#include "check/windows_places.hpp"
#include "model/places.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"

namespace bes::check {
namespace {

constexpr auto id = "computer.restart";

/// Of the files that the restart removes or replaces, those that a run makes or relies on.
std::vector<std::string> filesOfOurs(const Situation& situation, const PendingRestart& restart) {
    const Request& request = situation.request;
    std::vector<std::filesystem::path> places{request.installFolder, request.configurationFolder,
                                              request.logFolder, places::ownPlaces(System::windows).state};
    if (situation.notesIni != nullptr)
        places.push_back(situation.notesIni->path);
    std::vector<std::string> files;
    for (const std::filesystem::path& file : restart.files)
        if (std::ranges::any_of(
                places, [&](const std::filesystem::path& place) { return isSameOrBelow(file, place); }))
            files.push_back(utf8(file));
    return files;
}

} // namespace

Findings checkRestart(const Situation& situation) {
    if (!onWindows(situation) || !situation.request.onRunningSystem())
        return {};
    const Fact<PendingRestart>& fact = situation.facts.surroundings.restart;
    if (!fact.known())
        return {warning(id, "Setup can't tell whether a restart of this computer is pending", fact.reason(),
                        "Restart the computer first if an update asks for it")};
    const PendingRestart& restart = fact.value();
    if (const auto files = filesOfOurs(situation, restart); !files.empty())
        return {blocker(ExitCode::blocked, id, "The next restart changes files that setup works with",
                        "Windows will remove or replace " + listed(files, 5),
                        "Restart the computer, then run setup again")};
    if (!restart.reasons.empty())
        return {warning(id, "A restart of this computer is pending", "It is for " + listed(restart.reasons),
                        "Restart the computer first: until then, what it changes is neither as it was nor "
                        "as it will be")};
    return {passed(id, "No restart of this computer is pending",
                   "Windows Update and other installations are complete")};
}

} // namespace bes::check
