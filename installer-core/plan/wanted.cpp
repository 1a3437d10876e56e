#include "plan/wanted.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "model/component_choice.hpp"

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

void chooseServices(Wanted& wanted) {
    for (const Component* component : wanted.components)
        for (const Service& service : component->services) {
            if (service.startPolicy == StartPolicy::startAfterSetup)
                wanted.started.push_back(&service);
            else if (service.startPolicy == StartPolicy::deferredUntilFailover)
                wanted.deferred.push_back(&service);
        }
    sortByStartOrder(wanted.started);
    sortByStartOrder(wanted.deferred);
}

void choosePackages(Wanted& wanted) {
    std::set<std::string> ids;
    if (wanted.media.manifest.packages.empty())
        return;
    for (const Component* component : wanted.components)
        if (!component->package.empty())
            ids.insert(component->package);
    for (const std::string& id : ids) {
        const Package* package = wanted.media.manifest.find(id);
        if (!package)
            throw std::logic_error("plan for media without package " + id + ": check() was left out");
        wanted.packages.push_back(package);
    }
}

} // namespace

std::vector<std::string> Wanted::componentIds() const {
    std::vector<std::string> ids;
    for (const Component* component : components)
        ids.push_back(component->id);
    return ids;
}

void complete(Wanted& wanted, const std::vector<std::string>& components) {
    for (const std::string& id : components)
        wanted.components.push_back(wanted.media.manifest.catalog.find(id));
    choosePackages(wanted);
    chooseServices(wanted);
}

Wanted workOut(const Facts& facts, const Request& request) {
    Wanted wanted{.request = request,
                  .primary = primaryOf(facts, request),
                  .media = facts.media.value(),
                  .computer = facts.computer.value(),
                  .components = {},
                  .packages = {},
                  .started = {},
                  .deferred = {}};
    complete(wanted, chooseComponents(wanted.media.manifest.catalog, wanted.primary, request).components);
    return wanted;
}

std::vector<InstalledFile> packagedFiles(const Wanted& wanted) {
    std::vector<InstalledFile> files;
    for (const Package* package : wanted.packages) {
        const std::filesystem::path folder = wanted.request.installFolder / package->id;
        files.push_back({folder.string(), FileType::folder, 0755, 0, {}});
        for (const PackagedFile& file : package->files)
            files.push_back(
                {(folder / file.path).string(), file.type, file.mode, file.size, file.sha256, file.target});
    }
    std::ranges::sort(files, {}, &InstalledFile::path);
    return files;
}

} // namespace bes::plan
