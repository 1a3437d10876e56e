// SPDX-License-Identifier: Apache-2.0
#include "check/upgrade.hpp"

#include <algorithm>

#include "check/installed_choices.hpp"
#include "check/rules.hpp"
#include "check/version.hpp"
#include "model/component_choice.hpp"
#include "text/path_text.hpp"

namespace bes::check {
namespace {

std::string named(const Catalog& catalog) {
    return catalog.product + " " + catalog.version;
}

/// The standby has to have the primary's version (bes.md §1.4). Media that is refused for its age needs no
/// second reason.
Findings checkVersionOfPrimary(const Situation& situation, MediaStands media) {
    const Server* primary =
        situation.database == nullptr ? nullptr : situation.database->findServer(situation.receipt->primary);
    if (primary == nullptr)
        return {};
    Finding finding = checkVersion(*primary, situation.media->manifest.catalog);
    if (media == MediaStands::same && finding.severity == Severity::blocker)
        finding = warning(finding.id, finding.title, finding.evidence,
                          "Upgrade the standby with media of version " + primary->version);
    return {std::move(finding)};
}

} // namespace

MediaStands compareMedia(const MediaContents& media, const Receipt& receipt) {
    if (media.manifestSha256 == receipt.mediaSha256)
        return MediaStands::same;
    const Catalog& catalog = media.manifest.catalog;
    if (!sameName(catalog.product, receipt.catalog.product))
        return MediaStands::otherProduct;
    const auto order = compareVersions(catalog.version, receipt.catalog.version);
    return order > 0 ? MediaStands::newer : order < 0 ? MediaStands::older : MediaStands::otherOfSameVersion;
}

Findings checkMediaForInstalled(const Situation& situation, bool allowDowngrade) {
    if (situation.media == nullptr || situation.receipt == nullptr)
        return {};
    const MediaStands media = compareMedia(*situation.media, *situation.receipt);
    const std::string evidence = named(situation.receipt->catalog) + " is installed, " +
                                 utf8(situation.request.media) + " has " +
                                 named(situation.media->manifest.catalog);
    if (media == MediaStands::otherProduct)
        return {blocker(ExitCode::media, "media.product", "The media is for another product", evidence,
                        {"Choose media of " + situation.receipt->catalog.product, {{"media.folder"}}})};
    if (media != MediaStands::older)
        return {};
    const std::string title = "The media is older than the standby";
    if (allowDowngrade)
        return {
            warning("media.older", title, evidence, "The standby gets the older version; accepted by you")};
    return {blocker(ExitCode::olderMedia, "media.older", title, evidence,
                    {"Choose newer media. To install the older version anyway, allow a downgrade",
                     {{"media.folder"}},
                     "bes-standby-setup upgrade --allow-downgrade"})};
}

bool asksForUpgrade(const Facts& facts, const Request& request) {
    const Situation situation = assess(facts, request);
    return situation.receipt != nullptr && situation.media != nullptr && situation.database != nullptr &&
           situation.computer != nullptr &&
           compareMedia(*situation.media, *situation.receipt) == MediaStands::newer &&
           differentChoices(*situation.receipt, facts, request).empty();
}

Findings checkMediaForUpgrade(const Situation& situation, const Maintenance& wanted) {
    Situation then = situation;
    then.components.clear();
    if (situation.media != nullptr)
        for (const std::string& id : changedComponents(
                 situation.media->manifest.catalog, situation.receipt->components, wanted.add, wanted.omit))
            then.components.push_back(situation.media->manifest.catalog.find(id));
    Findings all = checkMedia(then);
    if (situation.media == nullptr)
        return all;
    const MediaStands media = compareMedia(*situation.media, *situation.receipt);
    const Findings notTaken = checkMediaForInstalled(situation, wanted.allowDowngrade);
    all.insert(all.end(), notTaken.begin(), notTaken.end());
    if (blocks(notTaken))
        return all;
    if (media == MediaStands::otherOfSameVersion)
        all.push_back(information("media.same-version",
                                  "The media has the installed version, but other contents",
                                  "Setup can't tell which of the two is newer. The standby gets the contents "
                                  "of the media"));
    for (Finding& finding : checkLicense(situation))
        all.push_back(std::move(finding));
    for (Finding& finding : checkVersionOfPrimary(situation, media))
        all.push_back(std::move(finding));
    return all;
}

} // namespace bes::check
