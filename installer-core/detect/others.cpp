// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "detect/fact_of.hpp"
#include "detect/looks.hpp"
#include "detect/place_look.hpp"
#include "host/accounts.hpp"
#include "host/digest.hpp"
#include "host/entry.hpp"
#include "host/file_rights.hpp"
#include "host/service_control.hpp"
#include "journal/public_receipt.hpp"
#include "model/places.hpp"
#include "model/plan.hpp"
#include "text/path_text.hpp"

namespace bes::detect {
namespace {

using Standing = ThingOfOthers::Standing;
using Things = std::vector<ThingOfOthers>;

/// None of a catalogue for Windows: its services are no units.
void addUnits(const Catalog& catalog, OwnUnits& units) {
    if (catalog.isForWindows())
        return;
    for (const Component& component : catalog.components)
        for (const Service& service : component.services) {
            if (service.startPolicy != StartPolicy::runByDomino)
                units.all.insert(service.unit);
            if (service.startPolicy == StartPolicy::deferredUntilFailover)
                units.deferred.insert(service.unit);
        }
}

void lookAtPrograms(PlaceLook& look, const Request& request, const MediaManifest& manifest) {
    for (const Package& package : manifest.packages) {
        const std::filesystem::path folder = request.installFolder / package.id;
        look.atFolder(folder);
        if (!look.entry(folder)) // so nothing is in it, as before every installation
            continue;
        for (const PackagedFile& file : package.files) // sorted: a folder comes before what is in it
            file.type == FileType::folder ? look.atFolder(folder / file.path)
                                          : look.atFile(folder / file.path);
    }
}

/// Where what was installed is of another kind now, something of others took its place.
void lookAtInstalled(PlaceLook& look, const Receipt& receipt) {
    for (const InstalledFile& file : receipt.files)
        file.type == FileType::folder ? look.atFolder(file.path) : look.atFile(file.path);
}

void lookAtHiddenFolders(PlaceLook& look, const Request& request) {
    look.atHidden(places::stagingFolder(request));
    for (const std::filesystem::path& folder :
         {request.installFolder, request.configurationFolder, places::unitFolder})
        look.atHidden(places::replacedFolder(folder));
    look.atHidden(places::takenOutFolder(request.installFolder));
    look.atHidden(places::clearedFolder(request.installFolder));
    for (const std::filesystem::path& folder :
         {request.installFolder, request.configurationFolder, places::unitFolder,
          request.installFolder.parent_path(), request.configurationFolder.parent_path()})
        look.atFolder(places::keptFolder(folder));
}

/// What setup would put beside a file that somebody edited is there, and is not what setup put there.
void lookAtNewVersions(PlaceLook& look, const Receipt& receipt,
                       const Fact<std::vector<FileDifference>>& differences) {
    if (!differences.known())
        return;
    const std::vector<std::string> editable = editableFiles(receipt);
    for (const FileDifference& difference : differences.value())
        if (!difference.hasNewVersion && !difference.missing &&
            std::ranges::count(editable, difference.path) > 0)
            look.atFile(newVersionOf(difference.path));
}

bool runs(host::ServiceControl& control, const std::string& unit) {
    const auto state = control.state(unit);
    return state && (*state == host::ServiceState::active || *state == host::ServiceState::changing);
}

/// A service of others would be taken for setup's, and one that can't run beside setup's would be ended.
void markRunning(Things& things, const host::Root& root) {
    const auto control = host::ServiceControl::open(root);
    for (ThingOfOthers& thing : things) {
        const std::filesystem::path folder = thing.path.parent_path();
        const bool isUnit = !thing.unit.empty() && thing.path.filename() == thing.unit &&
                            (thing.standing == Standing::inPlace || thing.standing == Standing::shadowed) &&
                            folder.extension().empty();
        if (isUnit && runs(*control, thing.unit)) {
            thing.standing = Standing::fixed;
            thing.note = "it is running";
        }
        const bool addition = folder.extension() == ".d";
        if (thing.standing == Standing::excludes &&
            runs(*control, addition ? utf8(folder.stem()) : utf8(thing.path.filename()))) {
            thing.standing = Standing::ended;
            thing.note += ", and it is running";
        }
    }
}

} // namespace

Fact<LogFolder> lookAtLogFolder(const Request& request, const Past& past) {
    const host::Root root(request.root);
    std::error_code error;
    std::filesystem::path folder = root.followed(request.logFolder);
    if (std::filesystem::is_symlink(folder, error))
        folder = std::filesystem::canonical(folder, error);
    const auto there = host::entryAt(folder);
    const auto account = host::findAccount(root, request.serviceAccount);
    if (!there || !account)
        return unknownFor<LogFolder>(there ? account.error() : there.error());
    LogFolder logs;
    if (!*there)
        return logs;
    const Appearance& seen = (*there)->appearance;
    // an account that is still to be made can have what everybody can
    const host::AccountIds nobody{~std::uint32_t{0}, ~std::uint32_t{0}};
    logs = {.there = true,
            .writable = (*there)->folder() && host::mayWriteIn(seen, *account ? **account : nobody),
            .known = false,
            .owner = host::ownerName(root, seen.user),
            .type = seen.type,
            .rights = seen.rights};
    logs.known = past.removedLogs == request.logFolder;
    if (past.installed.known() && past.installed.value()) {
        const Receipt& receipt = past.installed.value()->receipt;
        logs.known = std::ranges::count(receipt.made.folders, request.logFolder) > 0;
    }
    return logs;
}

Fact<Things> lookAtPlaces(const Request& request, const Past& past, const Fact<MediaContents>& media,
                          const Fact<std::vector<FileDifference>>& differences) {
    if (!past.installed.known())
        return Fact<Things>::unknown(past.installed.reason());
    // where the journal is not for this account, a run that was interrupted is the engine's to find
    const bool interrupted = past.unfinishedRun.known() && past.unfinishedRun.value();
    if (interrupted || (!past.unfinishedRun.known() && !past.fromPublicReceipt))
        return Fact<Things>::unknown("an interrupted run is rolled back first");
    const auto& installed = past.installed.value();
    const Receipt* receipt = installed ? &installed->receipt : nullptr;
    PlaceLook look(request, receipt);
    OwnUnits units{{places::standbyTarget, places::activeTarget}, {places::activeTarget}};
    look.atChosenFolder(request.installFolder);
    look.atChosenFolder(request.configurationFolder);
    if (receipt != nullptr) {
        addUnits(receipt->catalog, units);
        lookAtInstalled(look, *receipt);
        lookAtNewVersions(look, *receipt, differences);
    }
    look.atFile(places::standbyConfiguration(request));
    if (media.known()) {
        addUnits(media.value().manifest.catalog, units);
        lookAtPrograms(look, request, media.value().manifest);
    }
    if (receipt == nullptr && past.settled && !past.fromPublicReceipt)
        look.atOwnFile(journal::publicReceiptFile(), "setup's copy of the receipt goes there");
    if (past.settled) // otherwise they are a run's own
        lookAtHiddenFolders(look, request);
    if (host::thisSystem() == System::gnuLinux) { // elsewhere nothing adds to a service from outside
        lookAtUnits(look, units.all);
        lookAtRelations(look, units);
    }
    if (!look.problem().empty())
        return Fact<Things>::unknown(look.problem());
    markRunning(look.found(), host::Root(request.root));
    return std::move(look.found());
}

} // namespace bes::detect
