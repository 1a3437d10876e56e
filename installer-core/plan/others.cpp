// SPDX-License-Identifier: Apache-2.0
#include "plan/others.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "model/findings.hpp"
#include "plan/places.hpp"
#include "plan/weights.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"

namespace bes::plan {
namespace {

std::string pathsOf(const std::vector<KeptThing>& things) {
    constexpr std::size_t mostNamed = 5;
    std::vector<std::string> paths;
    for (const KeptThing& thing : things)
        paths.push_back(utf8(thing.path));
    return listed(paths, mostNamed);
}

} // namespace

std::optional<Step> keepOthersStep(const Facts& facts, const Composition& composition) {
    if (!facts.others.known() || composition.request.existingFiles != ExistingFiles::keep)
        return std::nullopt;
    KeepOthers act;
    for (const ThingOfOthers& thing :
         thingsInTheWay(facts.others.value(), composition.components, composition.request))
        if (thing.standing == ThingOfOthers::Standing::inPlace)
            act.things.push_back(
                {thing.path, keptFolderFor(thing.path, composition.request), thing.appearance});
    if (act.things.empty())
        return std::nullopt;
    const std::size_t things = act.things.size();
    return Step{
        .id = "others.keep",
        .title = fmt::format("Move other files away until the standby is removed: {}", pathsOf(act.things)),
        .action = std::move(act),
        .undo = RestoreUnits{},
        .weight = smallWeight + things * weightPerFile};
}

std::optional<Step> takeOverLogsStep(const Facts& facts, const Composition& composition) {
    if (!facts.logFolder.known())
        return std::nullopt;
    const LogFolder& logs = facts.logFolder.value();
    if (!logs.there || logs.writable || !logs.known)
        return std::nullopt;
    const Request& request = composition.request;
    return Step{.id = "logs.take-over",
                .title = fmt::format("Change the owner of the logs in {} to {}", utf8(request.logFolder),
                                     request.serviceAccount),
                .action = HandOver{request.logFolder, {}, request.serviceAccount},
                .undo = RestoreFiles{},
                .weight = smallWeight};
}

std::optional<Step> returnOthersStep(const Receipt& receipt,
                                     const std::vector<std::filesystem::path>& folders) {
    if (receipt.kept.empty())
        return std::nullopt;
    // where two stood at one place one after the other, the last one comes back
    ReturnOthers act{{receipt.kept.rbegin(), receipt.kept.rend()}, folders};
    const std::size_t things = act.things.size();
    return Step{.id = "others.return",
                .title = fmt::format("Put other files back: {}", pathsOf(act.things)),
                .action = std::move(act),
                .undo = NothingToUndo{},
                .weight = smallWeight + things * weightPerFile};
}

} // namespace bes::plan
