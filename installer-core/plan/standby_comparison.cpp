// SPDX-License-Identifier: Apache-2.0
#include "plan/standby_comparison.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

#include "model/component_choice.hpp"
#include "plan/configuration_files.hpp"
#include "plan/installed_text.hpp"
#include "plan/registry_values.hpp"
#include "plan/services.hpp"
#include "services/unit_files.hpp"
#include "text/path_text.hpp"

namespace bes::plan {
namespace {

Version versionFor(const Maintenance& maintenance) {
    return maintenance.kind == Maintenance::Kind::upgrade ? Version::ofMedia : Version::installed;
}

std::vector<std::string> componentsOf(const Facts& facts, const Maintenance& maintenance) {
    const Receipt& receipt = facts.installed.value()->receipt;
    const Catalog& catalog =
        versionFor(maintenance) == Version::ofMedia ? facts.media.value().manifest.catalog : receipt.catalog;
    return bes::changedComponents(catalog, receipt.components, maintenance.add, maintenance.omit);
}

} // namespace

bool Cleared::contains(const std::filesystem::path& path) const {
    return std::ranges::count(files, path) > 0 || std::ranges::count(folders, path) > 0;
}

StandbyComparison::StandbyComparison(const Facts& facts, const Request& request,
                                     const Maintenance& maintenance)
    : facts_(facts), receipt_(facts.installed.value()->receipt),
      installed_(facts, request, receipt_.components, Version::installed),
      intended_(facts, request, componentsOf(facts, maintenance), versionFor(maintenance)) {
    for (const InstalledFile& file : receipt_.files)
        recorded_.emplace(file.path, file);
    for (const FileDifference& difference : facts.standby.value().differences.value())
        differences_.emplace(difference.path, difference);
    Receipt then = receipt_;
    then.components = intended_.composition().componentIds();
    then.catalog = intended_.composition().media.manifest.catalog;
    for (const Receipt* receipt : {&receipt_, static_cast<const Receipt*>(&then)})
        for (const std::string& path : editableFiles(*receipt))
            editable_.insert(path);
    findCleared();
    comparePayload();
    compareTexts();
    compareServices();
    compareRegistry();
    findGone();
}

bool StandbyComparison::otherMedia() const {
    return intended().media.manifestSha256 != receipt_.mediaSha256;
}

const FileDifference* StandbyComparison::differenceOf(const std::string& path) const {
    const auto found = differences_.find(path);
    return found == differences_.end() ? nullptr : &found->second;
}

bool StandbyComparison::isForeign(const std::filesystem::path& path) const {
    return std::ranges::count(facts_.standby.value().filesOfOthers, path) > 0;
}

std::string StandbyComparison::packageOf(const std::filesystem::path& file) const {
    return file.lexically_relative(intended().request.installFolder).begin()->string();
}

bool StandbyComparison::recordedAs(const InstalledFile& file) const {
    const auto found = recorded_.find(file.path);
    return found != recorded_.end() && found->second == file;
}

/// Somebody edited what he may edit.
bool StandbyComparison::edited(const std::string& path) const {
    const FileDifference* difference = differenceOf(path);
    return difference != nullptr && isEditable(path) && !difference->missing;
}

/// A folder that another version has with another mode.
bool StandbyComparison::isFolderAlready(const InstalledFile& file) const {
    const auto found = recorded_.find(file.path);
    const FileDifference* difference = differenceOf(file.path);
    return file.type == FileType::folder && found != recorded_.end() &&
           found->second.type == FileType::folder && (difference == nullptr || !difference->content);
}

/// It was edited, and what was installed is beside it: as it shall be.
bool StandbyComparison::settled(const InstalledFile& file) const {
    const FileDifference* difference = differenceOf(file.path);
    return difference != nullptr && difference->hasNewVersion && edited(file.path) && recordedAs(file);
}

/// A file is wanted where a folder was installed, or the other way round.
bool StandbyComparison::isOfOtherKind(const InstalledFile& file) const {
    const auto found = recorded_.find(file.path);
    return found != recorded_.end() &&
           (found->second.type == FileType::folder) != (file.type == FileType::folder);
}

void StandbyComparison::clear(const InstalledFile& file) {
    if (file.type == FileType::folder) {
        cleared_.folders.emplace_back(file.path);
        return;
    }
    cleared_.files.emplace_back(file.path);
    if (isEditable(file.path) && !isForeign(newVersionOf(file.path)))
        cleared_.files.emplace_back(newVersionOf(file.path));
}

/// Each folder from `top` down to the path is one still, as far as that was seen.
bool StandbyComparison::standsInFolders(const std::string& path, const std::string& top) const {
    for (std::filesystem::path folder = pathOf(path).parent_path(); utf8(folder).size() >= top.size();
         folder = folder.parent_path())
        if (const FileDifference* difference = differenceOf(utf8(folder));
            difference != nullptr && difference->content)
            return false;
    return true;
}

void StandbyComparison::findCleared() {
    for (const InstalledFile& file : intended_.payload()) {
        if (!isOfOtherKind(file))
            continue;
        clear(recorded_.at(file.path));
        const std::string inside = file.path + "/";
        for (auto at = recorded_.lower_bound(inside); at != recorded_.end() && at->first.starts_with(inside);
             ++at)
            if (standsInFolders(at->first, file.path))
                clear(at->second);
    }
    std::ranges::sort(cleared_.folders, std::greater());
}

void StandbyComparison::comparePayload() {
    for (const InstalledFile& file : intended_.payload()) {
        const FileDifference* difference = differenceOf(file.path);
        const bool stale = !recordedAs(file) || (difference != nullptr && difference->content);
        if (settled(file))
            continue;
        if (isOfOtherKind(file)) {
            publish_.push_back(file);
            continue;
        }
        if (isFolderAlready(file) && stale) {
            rights_.push_back(file);
            continue;
        }
        if (stale && edited(file.path))
            beside_.push_back(file);
        else if (stale)
            publish_.push_back(file);
        else if (difference != nullptr)
            rights_.push_back(file);
    }
}

void StandbyComparison::compareText(const TextFile& text, std::vector<TextFile>& write) {
    const std::string path = utf8(text.path);
    if (settled(installedText(text)))
        return;
    if (edited(path))
        write.push_back({newVersionOf(path), text.rights, text.content});
    else if (!recordedAs(installedText(text)) || differenceOf(path) != nullptr)
        write.push_back(text);
}

void StandbyComparison::compareTexts() {
    for (const TextFile& file : configurationFiles(intended()))
        compareText(file, configuration_);
}

/// Where the service manager reads files these tell; otherwise what was recorded of the service or group.
template<class Registered>
bool StandbyComparison::isAsIntended(const Registered& registered,
                                     const std::vector<Registered>& recorded) const {
    if (intended().computer.system == System::windows)
        return std::ranges::count(recorded, registered) > 0 && differenceOf(registered.key) == nullptr;
    const TextFile unit = services::unitFile(registered);
    return recordedAs(installedText(unit)) && differenceOf(utf8(unit.path)) == nullptr;
}

void StandbyComparison::compareServices() {
    const RegisteredServices wanted = servicesOf(intended());
    for (const ServiceDefinition& service : wanted.definitions)
        if (!isAsIntended(service, receipt_.services.definitions))
            services_.definitions.push_back(service);
    for (const ServiceGroup& group : wanted.groups)
        if (!isAsIntended(group, receipt_.services.groups))
            services_.groups.push_back(group);
}

void StandbyComparison::compareRegistry() {
    for (const RegistryValue& value : registryOf(intended()))
        if (std::ranges::count(receipt_.registry, value) == 0 || differenceOf(shown(value)) != nullptr)
            registry_.push_back(value);
}

void StandbyComparison::findGone() {
    std::set<std::string> after;
    for (const InstalledFile& file : receiptAfter().files)
        after.insert(file.path);
    // what another version does not have any more stays where somebody edited it
    std::set<std::string> packages;
    for (const InstalledFile& file : intended_.payload())
        packages.insert(packageOf(file.path));
    for (const InstalledFile& file : receipt_.files)
        if (!after.contains(file.path) && !(edited(file.path) && packages.contains(packageOf(file.path))))
            gone_.push_back(file);
}

Receipt StandbyComparison::receiptAfter() const {
    Receipt receipt = receipt_;
    receipt.request = intended().request;
    if (!otherMedia()) { // where it was named this time is of no importance
        receipt.request.media = receipt_.request.media;
        receipt.request.trust = receipt_.request.trust;
        receipt.request.allowUnsignedMedia = receipt_.request.allowUnsignedMedia;
    }
    if (otherMedia()) {
        const auto& license = intended().media.manifest.license;
        receipt.license = license ? license->id : std::string();
    }
    receipt.mediaSha256 = intended().media.manifestSha256;
    receipt.request.acceptLicense = receipt_.request.acceptLicense;   // what was accepted is told by the id
    receipt.request.onStartFailure = receipt_.request.onStartFailure; // of this run alone
    receipt.request.existingFiles = receipt_.request.existingFiles;
    receipt.catalog = intended().media.manifest.catalog;
    receipt.components = intended().componentIds();
    receipt.files = intended_.payload();
    receipt.services = servicesOf(intended());
    receipt.registry = registryOf(intended());
    std::ranges::transform(services::filesFor(intended().computer.system, receipt.services),
                           std::back_inserter(receipt.files), installedText);
    std::ranges::transform(configurationFiles(intended()), std::back_inserter(receipt.files), installedText);
    std::ranges::sort(receipt.files, {}, &InstalledFile::path);
    std::erase_if(receipt.made.folders, [&](const auto& folder) { return cleared_.contains(folder); });
    std::erase_if(receipt.made.tasks, [&](const DominoTask& made) {
        return std::ranges::none_of(intended().components, [&](const Component* component) {
            return component->dominoTask && sameName(*component->dominoTask, made.task);
        });
    });
    return receipt;
}

} // namespace bes::plan
