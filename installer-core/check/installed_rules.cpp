// SPDX-License-Identifier: Apache-2.0
#include "check/installed_choices.hpp"
#include "check/rules.hpp"
#include "check/upgrade.hpp"
#include "text/lists.hpp"

namespace bes::check {

Remedy remedyOfUnknown(const Situation& situation) {
    return situation.facts.installed.remedy().orElse(
        "Run setup as an administrator. If you already do, check the journal file for damage");
}

namespace {

Finding unknownInstallation(const Situation& situation) {
    const std::string title = "Setup can't tell whether a standby is installed here";
    const std::string& reason = situation.facts.installed.reason();
    // Whoever may not change the computer may often not read the journal either; one blocker for that is
    // enough.
    if (!situation.facts.administrator.known() || !situation.facts.administrator.value())
        return warning("standby.not-installed", title, reason, "Run setup as an administrator");
    return blocker(ExitCode::blocked, "standby.not-installed", title, reason, remedyOfUnknown(situation));
}

Finding checkFiles(const InstalledState& installed) {
    if (installed.damage.empty())
        return passed("standby.files", "The installed files are complete",
                      std::to_string(installed.receipt.files.size()) +
                          " files still have the type, size and mode that they were installed with");
    // Not "nothing to do", and not for install to put right: the pair in the database is final.
    return blocker(ExitCode::blocked, "standby.files", "Installed files are missing or changed",
                   listed(installed.damage, 3), Remedy{"Repair the standby", {}, "bes-standby-setup repair"});
}

std::vector<ChoiceDifference> differencesOf(const Situation& situation) {
    const Receipt& receipt = situation.installed->receipt;
    auto different = differentChoices(receipt, situation.facts, situation.request);
    if (compareMedia(*situation.media, receipt) != MediaStands::same)
        different.push_back({"media", receipt.catalog.version, situation.media->manifest.catalog.version});
    return different;
}

Finding otherSettings(const std::string& what, const std::vector<ChoiceDifference>& different) {
    std::vector<std::string> sentences;
    for (const ChoiceDifference& each : different)
        sentences.push_back(sentenceOf(each));
    return blocker(
        ExitCode::isStandbyOfAnother, "standby.installed",
        "A standby with other settings is already installed", what + "; " + listed(sentences, 10),
        Remedy{"An installation can only bring newer media. To change components, modify the standby; to "
               "use other media, upgrade it; for anything else, remove it first",
               {},
               "bes-standby-setup modify"});
}

} // namespace

std::vector<ChoiceDifference> differencesFromInstalled(const Facts& facts, const Request& request) {
    const Situation situation = assess(facts, request);
    const bool known = situation.installed != nullptr && situation.database != nullptr &&
                       situation.media != nullptr && situation.computer != nullptr;
    return known ? differencesOf(situation) : std::vector<ChoiceDifference>();
}

Findings checkInstalled(const Situation& situation) {
    const auto& fact = situation.facts.installed;
    if (!fact.known())
        return {unknownInstallation(situation)};
    if (situation.installed == nullptr)
        return {
            passed("standby.not-installed", "No standby is installed here", "This computer has no receipt")};

    const Receipt& receipt = situation.installed->receipt;
    const std::string what = receipt.standby + ", standby of " + receipt.primary + ", installed on " +
                             receipt.computer + " at " + receipt.installedAt;
    if (Findings refused = checkMediaForInstalled(situation, false); !refused.empty())
        return refused;
    Findings findings;
    if (situation.database == nullptr || situation.media == nullptr || situation.computer == nullptr)
        findings.push_back(information("standby.installed", "A standby is installed here",
                                       what + "; setup can't tell whether it matches your answers"));
    else if (const auto different = differencesOf(situation); different.empty())
        findings.push_back(
            passed("standby.installed", "The standby is already installed as requested", what));
    else
        findings.push_back(otherSettings(what, different));
    findings.push_back(checkFiles(*situation.installed));
    for (Finding& promoted : checkActsAsPrimary(situation))
        findings.push_back(std::move(promoted));
    return findings;
}

} // namespace bes::check
