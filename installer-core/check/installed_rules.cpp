// SPDX-License-Identifier: Apache-2.0
#include "check/installed_choices.hpp"
#include "check/rules.hpp"
#include "check/upgrade.hpp"
#include "text/lists.hpp"

namespace bes::check {

Remedy remedyOfUnknown(const Situation& now) {
    return now.facts.installed.remedy().orElse(
        "Run setup as an administrator. If you already do, check the journal file for damage");
}

namespace {

Finding unknownInstallation(const Situation& now) {
    const std::string title = "Setup can't tell whether a standby is installed here";
    const std::string& reason = now.facts.installed.reason();
    // Whoever may not change the computer may often not read the journal either; one blocker for that is
    // enough.
    if (!now.facts.administrator.known() || !now.facts.administrator.value())
        return warning("standby.not-installed", title, reason, "Run setup as an administrator");
    return blocker(ExitCode::blocked, "standby.not-installed", title, reason, remedyOfUnknown(now));
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

std::vector<std::string> differences(const Situation& now) {
    const Receipt& receipt = now.installed->receipt;
    auto different = differentChoices(receipt, now.facts, now.request);
    if (compareMedia(*now.media, receipt) != MediaStands::same)
        different.push_back("media: different from the installed media, with version " +
                            now.media->manifest.catalog.version);
    return different;
}

} // namespace

Findings checkInstalled(const Situation& now) {
    const auto& fact = now.facts.installed;
    if (!fact.known())
        return {unknownInstallation(now)};
    if (now.installed == nullptr)
        return {
            passed("standby.not-installed", "No standby is installed here", "This computer has no receipt")};

    const Receipt& receipt = now.installed->receipt;
    const std::string what = receipt.standby + ", standby of " + receipt.primary + ", installed on " +
                             receipt.computer + " at " + receipt.installedAt;
    if (Findings refused = checkMediaForInstalled(now, false); !refused.empty())
        return refused;
    Findings findings;
    if (now.database == nullptr || now.media == nullptr || now.computer == nullptr)
        findings.push_back(information("standby.installed", "A standby is installed here",
                                       what + "; setup can't tell whether it matches your answers"));
    else if (const auto different = differences(now); different.empty())
        findings.push_back(
            passed("standby.installed", "The standby is already installed as requested", what));
    else
        findings.push_back(blocker(
            ExitCode::isStandbyOfAnother, "standby.installed",
            "A standby with other settings is already installed", what + "; " + listed(different, 10),
            Remedy{"An installation can only bring newer media. To change components, modify the standby; to "
                   "use other media, upgrade it; for anything else, remove it first",
                   {},
                   "bes-standby-setup modify"}));
    findings.push_back(checkFiles(*now.installed));
    return findings;
}

} // namespace bes::check
