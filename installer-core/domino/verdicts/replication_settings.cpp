// SPDX-License-Identifier: Apache-2.0
#include "domino/server_name.hpp"
#include "domino/verdicts/examples.hpp"
#include "domino/verdicts/subjects.hpp"
#include "domino/verdicts/wording.hpp"
#include "text/lists.hpp"
#include "text/quantities.hpp"

namespace bes::domino {
namespace {

constexpr auto id = "domino.replication-settings";

constexpr auto enableRemedy =
    "Enable replication of these databases: Administrator client, Files, select them, Tools, Database, "
    "Replication";
constexpr auto serviceRemedy =
    "Open cldbdir.nsf, select the documents of these databases and enable cluster replication. Put "
    "databases into service again: Administrator client, Files, Tools, Database, Cluster";

/// What is seen, what is wrong and what is not known, over all places.
struct Settings {
    std::vector<std::string> seen;
    std::vector<std::string> wrong;
    std::vector<std::string> unknown;
    std::vector<std::string> remedies;
};

std::string sampleText(const DominoFacts& facts, Role role, const StateFlags& flags) {
    const std::string opened = std::to_string(flags.opened);
    const bool sample = flags.databases > flags.opened + flags.unreadable;
    std::string text =
        sample ? "of " + std::to_string(flags.databases) + " state databases of " + shown(facts, role) +
                     " a sample of " + opened + " was opened"
               : counted(flags.opened, "state database") + " of " + shown(facts, role) + " opened";
    if (flags.unreadable > 0)
        text += ", " + std::to_string(flags.unreadable) + " could not be";
    return text;
}

void addFlags(Settings& settings, const DominoFacts& facts, Role role) {
    const auto& answer = facts.replies.stateFlags.of(role);
    const StateFlags* const flags = told(answer);
    if (flags == nullptr) {
        const std::string text = shown(facts, role) + ": " + because(reasonOf(answer));
        (isNo(answer) ? settings.seen : settings.unknown).push_back(text); // no folder, nothing to set
        return;
    }
    settings.seen.push_back(sampleText(facts, role, *flags));
    if (flags->opened == 0 && flags->unreadable > 0)
        settings.unknown.push_back("none of them could be opened");
    if (flags->disabled.count == 0)
        return;
    settings.wrong.push_back("replication is disabled for " +
                             counted(flags->disabled.count, "state database") + " on " + shown(facts, role) +
                             ": " + examplesOf(flags->disabled));
    settings.remedies.emplace_back(enableRemedy);
}

void addEntries(Settings& settings, const DominoFacts& facts) {
    const auto& answer = facts.replies.directoryEntries;
    const DirectoryEntries* const entries = told(answer);
    if (entries == nullptr) {
        settings.unknown.push_back("cluster directory: " + because(reasonOf(answer)));
        return;
    }
    settings.seen.push_back("the cluster directory on " + abbreviatedName(entries->readFrom) + " names " +
                            std::to_string(entries->primary) + " state databases of the primary and " +
                            std::to_string(entries->standby) + " of the standby" + weakness(answer.witness));
    std::vector<std::string> kinds;
    const auto add = [&](std::uint64_t count, const char* what) {
        if (count > 0)
            kinds.push_back(std::to_string(count) + what);
    };
    add(entries->switchedOff, " without cluster replication");
    add(entries->outOfService, " out of service");
    add(entries->markedForDelete, " marked for deletion");
    if (kinds.empty())
        return;
    settings.wrong.push_back("the cluster directory has " + joinedOnce(kinds, ", ") +
                             (entries->examples.empty() ? "" : ": " + listed(entries->examples, 3)));
    settings.remedies.emplace_back(serviceRemedy);
}

void addDatabase(Settings& settings, const DominoFacts& facts, Role role,
                 const Reply<DatabaseOnServer>& answer, const std::string& file) {
    const DatabaseOnServer* const database = seen(answer);
    if (database == nullptr || !database->disabled)
        return;
    settings.wrong.push_back("replication is disabled for " + file + " on " + shown(facts, role));
    settings.remedies.emplace_back(enableRemedy);
}

Settings settingsOf(const DominoFacts& facts) {
    Settings settings;
    for (const Role role : bothRoles) {
        addFlags(settings, facts, role);
        addDatabase(settings, facts, role, facts.replies.clusterDirectory.of(role), "cldbdir.nsf");
        addDatabase(settings, facts, role, facts.replies.profiles.of(role), "BES\\BlackBerryProfiles.nsf");
    }
    addEntries(settings, facts);
    return settings;
}

} // namespace

Findings judgeReplicationSettings(const DominoFacts& facts) {
    const Settings settings = settingsOf(facts);
    std::vector<std::string> all = settings.wrong;
    all.insert(all.end(), settings.seen.begin(), settings.seen.end());
    all.insert(all.end(), settings.unknown.begin(), settings.unknown.end());
    const std::string evidence = sentences(all);
    if (!settings.wrong.empty())
        return {warning(id, "Settings prevent BlackBerry databases from being replicated", evidence,
                        joinedOnce(settings.remedies))};
    if (!settings.unknown.empty())
        return {information(id, "Setup can't tell whether settings prevent databases from being replicated",
                            evidence)};
    return {passed(id, "No setting prevents BlackBerry databases from being replicated", evidence)};
}

} // namespace bes::domino
