// SPDX-License-Identifier: Apache-2.0
#include "capture/package_choice.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "capture/program_search.hpp"
#include "text/file_names.hpp"
#include "text/name_pattern.hpp"

namespace bes::capture {
namespace {

/// Why the folder does not have the component; its programs are set to where they are.
std::string missingProgram(Component& component, const ProgramSearch& search) {
    for (Service& service : component.services) {
        if (service.startPolicy == StartPolicy::runByDomino)
            continue;
        service.program = search.find(service);
        if (service.program.empty())
            return service.executable.empty()
                       ? "the name of its program is unknown, and the registry does not have its service"
                       : "its program " + service.executable + " is not in the folder";
    }
    return "";
}

void leaveOutDependents(PackageChoice& choice) {
    const auto missing = [&](const Component& component) {
        return std::ranges::find_if(component.dependencies, [&](const std::string& id) {
            return choice.catalog.find(id) == nullptr;
        });
    };
    auto& components = choice.catalog.components;
    for (bool again = true; std::exchange(again, false);)
        for (std::size_t i = 0; i < components.size() && !again; ++i)
            if (const auto id = missing(components[i]); id != components[i].dependencies.end()) {
                choice.leftOut.push_back({components[i].id, "it requires " + *id});
                components.erase(components.begin() + static_cast<std::ptrdiff_t>(i));
                again = true;
            }
}

void chooseComponents(PackageChoice& choice, const Catalog& catalog, const ProgramSearch& search) {
    for (Component component : catalog.components) {
        std::string why = missingProgram(component, search);
        if (why.empty())
            choice.catalog.components.push_back(std::move(component));
        else
            choice.leftOut.push_back({component.id, std::move(why)});
    }
    leaveOutDependents(choice);
    for (const Component& component : choice.catalog.components)
        for (const Service& service : component.services)
            if (const auto found = search.candidates(service); found.size() > 1)
                choice.unknown.push_back("Which " + service.executable + " the service " + service.name +
                                         " runs; the media has " + service.program);
}

bool claims(const Component& component, const std::string& path) {
    return std::ranges::any_of(component.services,
                               [&](const Service& service) { return service.program == path; });
}

/// The package that a file goes into: programs first, so that no pattern takes one away.
std::string packageOf(const Catalog& catalog, const std::string& path, const std::string& rest) {
    for (const Component& component : catalog.components)
        if (claims(component, path))
            return component.package;
    for (const Component& component : catalog.components)
        for (const std::string& pattern : component.captureFiles)
            if (matchesFile(pattern, path))
                return component.package;
    return rest;
}

class Filling {
public:
    explicit Filling(const std::vector<PackagedFile>& files) {
        for (const PackagedFile& file : files)
            if (file.type == FileType::folder)
                folders_[file.path] = &file;
    }

    void add(const std::string& package, const PackagedFile& file) {
        auto& content = packages_[package];
        for (std::string_view parent = parentOf(file.path); !parent.empty(); parent = parentOf(parent))
            content.emplace(parent, *folders_.at(std::string(parent)));
        content.emplace(file.path, file);
    }

    [[nodiscard]] std::vector<media::PackageSource> sources(const std::filesystem::path& folder) const {
        std::vector<media::PackageSource> sources;
        for (const auto& [id, content] : packages_) {
            media::PackageSource& source = sources.emplace_back(media::PackageSource{id, folder, {}});
            for (const auto& [path, file] : content)
                source.files.push_back(file);
        }
        return sources;
    }

    [[nodiscard]] bool has(const std::string& package) const { return packages_.contains(package); }

private:
    std::map<std::string, const PackagedFile*> folders_;
    std::map<std::string, std::map<std::string, PackagedFile>> packages_;
};

/// A package without files is none: the Messaging Agent of Domino may have nothing in this folder.
void forgetEmptyPackages(Catalog& catalog, const Filling& filling) {
    for (Component& component : catalog.components) {
        std::erase_if(component.sharedPackages, [&](const std::string& id) { return !filling.has(id); });
        component.captureFiles.clear();
        if (!filling.has(component.package))
            component.package.clear();
    }
}

} // namespace

PackageChoice choosePackages(const Catalog& catalog, const std::filesystem::path& folder,
                             const std::vector<PackagedFile>& files,
                             const std::map<std::string, std::string>& programs) {
    PackageChoice choice;
    choice.catalog = catalog;
    choice.catalog.components.clear();
    choice.catalog.capture.reset();
    chooseComponents(choice, catalog, ProgramSearch(files, programs));
    Filling filling(files);
    for (const PackagedFile& file : files)
        filling.add(file.type == FileType::folder
                        ? catalog.capture->rest
                        : packageOf(choice.catalog, file.path, catalog.capture->rest),
                    file);
    forgetEmptyPackages(choice.catalog, filling);
    for (const Component& component : choice.catalog.components)
        if (component.package.empty() && component.dominoTask)
            choice.unknown.push_back("Where the Domino server has the program of its task " +
                                     *component.dominoTask + ": it is not in the folder");
    choice.packages = filling.sources(folder);
    return choice;
}

} // namespace bes::capture
