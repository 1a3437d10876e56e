// SPDX-License-Identifier: Apache-2.0
#include "check/installed_choices.hpp"

#include <algorithm>

#include "check/same_computer.hpp"
#include "check/situation.hpp"
#include "model/findings.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"

namespace bes::check {
namespace {

class Differences {
public:
    void compare(const std::string& what, const std::string& installed, const std::string& wanted) {
        if (!sameName(installed, wanted))
            found.push_back({what, installed, wanted});
    }
    void comparePaths(const std::string& what, const std::filesystem::path& installed,
                      const std::filesystem::path& wanted) {
        if (installed.lexically_normal() != wanted.lexically_normal())
            found.push_back({what, utf8(installed), utf8(wanted)});
    }

    std::vector<ChoiceDifference> found;
};

std::vector<std::string> without(const std::vector<std::string>& all, const std::vector<std::string>& taken) {
    std::vector<std::string> rest;
    std::ranges::copy_if(all, std::back_inserter(rest),
                         [&](const std::string& id) { return std::ranges::count(taken, id) == 0; });
    return rest;
}

void compareComponents(Differences& differences, const Receipt& installed, const Situation& situation) {
    if (!situation.choiceKnown) {
        differences.found.push_back({"component", listed(installed.components), ""});
        return;
    }
    for (const std::string& id : without(situation.choice.components, installed.components))
        differences.found.push_back({"component", "", id});
    for (const std::string& id : without(installed.components, situation.choice.components))
        differences.found.push_back({"component", id, ""});
}

} // namespace

std::vector<ChoiceDifference> differentChoices(const Receipt& installed, const Facts& facts,
                                               const Request& request) {
    // A new answer does not compile before it is decided here whether an installation that is there has to
    // have it. Some are of one run alone (the license, what is done with files of others, how Domino is
    // asked), and of the media, the components and the computer is compared what they lead to.
    const auto& [primary, standby, database, media, trust, allowUnsignedMedia, acceptLicense, preset, add,
                 omit, domino, installFolder, configurationFolder, logFolder, serviceAccount, onStartFailure,
                 existingFiles, root, computer] = request;
    const Situation situation = assess(facts, request);
    Differences differences;
    differences.compare("primary", installed.primary, primary);
    differences.compare("standby", installed.standby, request.standbyName());
    if (situation.computer == nullptr || !isNameOf(*situation.computer, installed.computer))
        differences.found.push_back(
            {"computer", installed.computer, situation.computer == nullptr ? "" : situation.computer->name});
    compareComponents(differences, installed, situation);
    differences.comparePaths("installation-folder", installed.request.installFolder, installFolder);
    differences.comparePaths("configuration-folder", installed.request.configurationFolder,
                             configurationFolder);
    differences.comparePaths("log-folder", installed.request.logFolder, logFolder);
    if (installed.request.serviceAccount != serviceAccount)
        differences.found.push_back({"service-account", installed.request.serviceAccount, serviceAccount});
    return differences.found;
}

std::string sentenceOf(const ChoiceDifference& difference) {
    std::string what = difference.what;
    std::ranges::replace(what, '-', ' ');
    const auto shown = [](const std::string& value) { return value.empty() ? "unknown" : value; };
    if (what == "media") // the version alone may be the same
        return "media: different from the installed media, with version " + difference.requested;
    if (what != "component")
        return what + ": installed " + shown(difference.installed) + ", requested " +
               shown(difference.requested);
    return difference.installed.empty() ? what + " " + difference.requested + " not installed"
                                        : what + " " + difference.installed + " installed, but not requested";
}

} // namespace bes::check
