// SPDX-License-Identifier: Apache-2.0
#include "plan/composition.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "model/component_choice.hpp"
#include "text/path_text.hpp"

namespace bes::plan {
namespace {

void sortByStartOrder(std::vector<const Service*>& services) {
    std::ranges::stable_sort(services, {}, &Service::startOrder);
}

const Server& primaryOf(const Facts& facts, const Request& request) {
    const Server* primary = facts.database.value().findServer(request.primary);
    if (!primary)
        throw std::logic_error("plan for an unknown primary: check() was left out");
    return *primary;
}

void chooseServices(Composition& composition) {
    for (const Component* component : composition.components)
        for (const Service& service : component->services) {
            if (service.startPolicy == StartPolicy::startAfterSetup)
                composition.started.push_back(&service);
            else if (service.startPolicy == StartPolicy::deferredUntilFailover)
                composition.deferred.push_back(&service);
        }
    sortByStartOrder(composition.started);
    sortByStartOrder(composition.deferred);
}

void choosePackages(Composition& composition) {
    if (composition.media.manifest.packages.empty())
        return;
    for (const std::string& id : packagesOf(composition.components)) {
        const Package* package = composition.media.manifest.find(id);
        if (!package)
            throw std::logic_error("plan for media without package " + id + ": check() was left out");
        composition.packages.push_back(package);
    }
}

} // namespace

std::vector<std::string> Composition::componentIds() const {
    std::vector<std::string> ids;
    for (const Component* component : components)
        ids.push_back(component->id);
    return ids;
}

void complete(Composition& composition, const std::vector<std::string>& components) {
    for (const std::string& id : components)
        composition.components.push_back(composition.media.manifest.catalog.find(id));
    choosePackages(composition);
    chooseServices(composition);
}

Composition workOut(const Facts& facts, const Request& request) {
    Composition composition{.request = request,
                            .primary = primaryOf(facts, request),
                            .media = facts.media.value(),
                            .computer = facts.computer.value(),
                            .components = {},
                            .packages = {},
                            .started = {},
                            .deferred = {}};
    complete(composition,
             chooseComponents(composition.media.manifest.catalog, composition.primary, request).components);
    return composition;
}

std::vector<InstalledFile> packagedFiles(const Composition& composition) {
    std::vector<InstalledFile> files;
    for (const Package* package : composition.packages) {
        const std::filesystem::path folder = composition.request.installFolder / package->id;
        files.push_back({.path = utf8(folder),
                         .type = FileType::folder,
                         .rights = rightsFor(Protection::everyoneReads, FileType::folder),
                         .sha256 = {}});
        for (const PackagedFile& file : package->files)
            files.push_back({utf8(folder / file.path), file.type, Rights::ofMode(file.mode), file.size,
                             file.sha256, file.leadsTo});
    }
    std::ranges::sort(files, {}, &InstalledFile::path);
    return files;
}

} // namespace bes::plan
