// SPDX-License-Identifier: Apache-2.0
#include "desk.hpp"

#include <array>

#include "check/upgrade.hpp"
#include "maintenance.hpp"
#include "media/manifest_rules.hpp"
#include "model/findings.hpp"
#include "model/try.hpp"
#include "setup.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"
#include "text/utc.hpp"

namespace bes {
namespace {

template<class T>
void forget(Fact<T>& fact, const std::string& why) {
    fact = Fact<T>::unknown(why, {"Make the facts again with the answers that you check now."});
}

std::string otherwise(const std::string& what, const std::string& then, const std::string& now) {
    const auto shown = [](const std::string& text) { return text.empty() ? "none" : text; };
    return "the facts were made with another " + what + ": " + shown(then) + ", now " + shown(now);
}

/// All that is asked of the database, and through it.
void forgetDatabase(Facts& facts, const std::string& why) {
    forget(facts.database, why);
    forget(facts.surroundings.missingDatabaseRights, why);
    facts.databaseNotChangeable.reset();
}

/// All that depends on which primary it is.
void forgetPrimary(Facts& facts, const std::string& why) {
    forget(facts.primaryAddresses, why);
    forget(facts.srpEndpoint, why);
    forget(facts.domino, why);
}

void forgetMedia(Facts& facts, const std::string& why) {
    forget(facts.media, why);
    forget(facts.ports, why);
    forget(facts.others, why);
}

void forgetPlaces(Facts& facts, const Request& then, const Request& now) {
    struct Moved {
        const std::filesystem::path &before, &folder;
        const char* what;
    };
    const std::array moved{
        Moved{then.installFolder, now.installFolder, "folder for programs"},
        Moved{then.configurationFolder, now.configurationFolder, "folder for configuration"},
        Moved{then.logFolder, now.logFolder, "folder for logs"}};
    // all old ones first: one folder may go where another was
    for (const auto& [before, folder, what] : moved)
        if (before != folder) {
            facts.space.erase(before);
            facts.surroundings.folders.erase(before);
        }
    for (const auto& [before, folder, what] : moved) {
        if (before == folder)
            continue;
        const std::string why = otherwise(what, utf8(before), utf8(folder));
        forget(facts.space[folder], why);
        forget(facts.surroundings.folders[folder], why);
        forget(facts.others, why);
        forget(facts.writableByOthers, why);
        forget(facts.logFolder, why);
    }
    if (then.serviceAccount == now.serviceAccount)
        return;
    const std::string why = otherwise("service account", then.serviceAccount, now.serviceAccount);
    forget(facts.serviceAccountExists, why);
    forget(facts.surroundings.account, why);
    forget(facts.logFolder, why);
}

/// How it is asked is compared without the references to secrets and the time limit: they change nothing of
/// what is the case.
bool sameQuestions(DominoQuestions then, DominoQuestions now) {
    then.httpPassword = now.httpPassword = {};
    then.timeLimit = now.timeLimit = 0;
    then.acceptUnknown = now.acceptUnknown = {};
    return then == now;
}

bool sameDatabase(DatabaseAddress then, DatabaseAddress now) {
    then.password = now.password = {};
    return then == now;
}

} // namespace

Result<Facts> factsFor(const SeenFacts& seen, const Request& request) {
    const Request& then = seen.request;
    if (then.root != request.root || then.computer != request.computer)
        return fail(ExitCode::usage, "facts.computer", "The facts are of another computer",
                    "they were made with target.root " + utf8(then.root) + ", the answers name " +
                        utf8(request.root),
                    {"Use the facts and the answers of the same computer.", {{"target.root"}}});
    Facts facts = seen.facts;
    if (facts.media.known() && !facts.media.value().manifest.catalog.product.empty())
        TRY(media::checkManifest(facts.media.value().manifest));
    if (!sameDatabase(then.database, request.database)) {
        const std::string why = otherwise("database", then.database.place(), request.database.place());
        forgetDatabase(facts, why);
        forgetPrimary(facts, why);
    }
    if (!sameName(then.primary, request.primary))
        forgetPrimary(facts, otherwise("primary", then.primary, request.primary));
    if (then.media != request.media)
        forgetMedia(facts, otherwise("folder of the media", utf8(then.media), utf8(request.media)));
    else if (then.trust != request.trust || then.allowUnsignedMedia != request.allowUnsignedMedia)
        forgetMedia(facts, "the facts were made with other answers about whose media is trusted");
    if (!sameQuestions(then.domino, request.domino)) {
        const std::string why = "the facts were made with other answers about the Domino servers";
        forget(facts.notesIni, why);
        forget(facts.domino, why);
    }
    forgetPlaces(facts, then, request);
    return facts;
}

Inspection judgeSeen(Facts facts, const Request& request) {
    if (!check::asksForUpgrade(facts, request))
        return judge(std::move(facts), request);
    const Request installed = requestOfInstalled(facts.installed.value()->receipt, request);
    return judgeInstalled(std::move(facts), installed, {.kind = Maintenance::Kind::upgrade});
}

Finding originOf(const SeenFacts& seen, std::time_t now) {
    const std::string computer =
        seen.facts.computer.known() ? seen.facts.computer.value().name : "an unknown computer";
    std::string evidence = computer + ", " + seen.seenAt + ", by setup " + seen.setupVersion;
    const auto at = timeOfUtc(seen.seenAt);
    if (!at || *at > now)
        return warning("facts.seen", "The age of the facts is unknown",
                       evidence + (at ? ", which is in the future" : ""),
                       "Set the clocks of both computers, and make the facts again");
    const std::chrono::seconds age(now - *at);
    evidence += ", " + roughly(age) + " ago";
    if (age > std::chrono::hours(24))
        return warning("facts.seen", "The facts of " + computer + " are " + roughly(age) + " old", evidence,
                       "Make them again before you decide: the server may have changed");
    return information("facts.seen", "These are facts of " + computer + ", " + roughly(age) + " old",
                       evidence);
}

} // namespace bes
