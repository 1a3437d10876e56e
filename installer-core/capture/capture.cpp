// SPDX-License-Identifier: Apache-2.0
#include "capture/capture.hpp"

#include <algorithm>
#include <utility>

#include "capture/package_choice.hpp"
#include "capture/program_version.hpp"
#include "capture/registry_choice.hpp"
#include "host/files.hpp"
#include "host/reached.hpp"
#include "media/media_failure.hpp"
#include "media/write_media.hpp"
#include "model/try.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"

namespace bes::capture {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Failure> refused(const fs::path& folder, std::string why, std::string remedy) {
    return fail(ExitCode::media, "media.capture", "Can't make media of " + utf8(folder), std::move(why),
                std::move(remedy));
}

Result<RegistryKeys> readExport(const fs::path& path) {
    const auto text = host::readFile(path);
    if (!text)
        return fail(ExitCode::usage, "registry.file", "Setup can't read the exported registry",
                    utf8(path) + ": " + text.error().why,
                    "Choose a file that regedit or \"reg export\" has written.");
    return parseRegistryFile(*text, utf8(path));
}

Result<ChosenRegistry> readRegistry(const Order& order) {
    if (order.registry.empty())
        return ChosenRegistry();
    RegistryKeys all;
    for (const fs::path& path : order.registry) {
        TRY_ASSIGN(auto keys, readExport(path));
        for (auto& [folded, key] : keys) {
            ExportedRegistryKey& known = all.emplace(folded, ExportedRegistryKey{key.path, {}}).first->second;
            known.values.merge(key.values);
        }
    }
    if (!hasProduct(all, *order.catalog.capture))
        return fail(ExitCode::usage, "registry.format", "The exported registry has nothing of the product",
                    utf8(order.registry.front()) + " has no key " + order.catalog.capture->registryKey +
                        " below HKEY_LOCAL_MACHINE\\SOFTWARE",
                    "Export this key on the server. With 64-bit Windows it is below Wow6432Node.");
    return chooseRegistry(all, *order.catalog.capture);
}

/// What a program of the media says of itself: the first one of the catalogue that says anything.
struct FoundVersion {
    ProgramVersion version;
    std::string program;
};

FoundVersion versionOfPrograms(const Catalog& catalog, const fs::path& folder) {
    for (const Component& component : catalog.components)
        for (const Service& service : component.services)
            if (!service.program.empty())
                if (const auto program = host::readFile(folder / pathOf(service.program)))
                    if (auto version = versionOf(*program))
                        return {std::move(*version), service.program};
    return {};
}

/// "5.0.3" belongs to "5.0".
bool isOf(const std::string& version, const std::string& product) {
    return version == product || version.starts_with(product + '.');
}

class Look {
public:
    explicit Look(const Order& order) : order_(order) {}

    Result<Captured> run() {
        TRY_ASSIGN(registry_, readRegistry(order_));
        TRY_ASSIGN(auto files, media::listTree(order_.from, media::Modes::alike));
        const LeftOutFilter filter(order_.catalog.capture->leftOut, order_.leaveOut, registry_);
        TRY_ASSIGN(captured_.leftOut, filter.filter(files, order_.from));
        TRY(media::expectPackageable(order_.from, files));
        PackageChoice choice = choosePackages(order_.catalog, order_.from, files, registry_.programs);
        if (std::ranges::all_of(choice.catalog.components,
                                [](const Component& component) { return component.services.empty(); }))
            return refused(order_.from, "no program of a service of the catalogue is there",
                           "Choose the folder that the server is installed in, or another catalogue.");
        captured_.manifest.catalog = std::move(choice.catalog);
        captured_.packages = std::move(choice.packages);
        captured_.leftOutComponents = std::move(choice.leftOut);
        captured_.unknown = std::move(choice.unknown);
        TRY(setVersion());
        captured_.manifest.license = order_.license;
        captured_.manifest.captured->registry = std::move(registry_.kept);
        captured_.leftOutValues = std::move(registry_.left);
        tellUnknown();
        return std::move(captured_);
    }

private:
    /// A person knows best, then the registry, then the programs.
    Result<void> setVersion() {
        const FoundVersion found = versionOfPrograms(captured_.manifest.catalog, order_.from);
        CapturedServer& server = captured_.manifest.captured.emplace();
        server.language = found.version.language;
        std::string& version = captured_.manifest.catalog.version;
        server.version = registry_.version.empty() ? found.version.version : registry_.version;
        const std::string& told = order_.version.empty() ? registry_.version : order_.version;
        if (!told.empty() && !isOf(told, version))
            return refused(order_.from, "its version is " + told + ", the catalogue is for " + version,
                           "Use the catalogue for this version.");
        if (!told.empty())
            version = told;
        else if (isOf(found.version.version, version)) {
            version = found.version.version;
            captured_.unknown.push_back("Which version the product has: " + version + " is what " +
                                        found.program + " says");
        } else {
            captured_.unknown.push_back("Which version the product has: " + version + " is the catalogue's");
        }
        if (server.language.empty())
            captured_.unknown.emplace_back("Which language the programs have");
        return {};
    }

    void tellUnknown() {
        if (order_.registry.empty())
            captured_.unknown.emplace_back(
                "What the registry has: settings do not come along, and files that name the server, its "
                "computer or its account are not recognized");
        captured_.unknown.emplace_back(
            "What the product has outside this folder, such as libraries of Windows, data sources and "
            "registered classes: it is not on the media");
        captured_.unknown.emplace_back("Whether a program finds the files of package " +
                                       order_.catalog.capture->rest +
                                       " where setup installs it, in a folder beside its own: the vendor's "
                                       "setup had one folder for all");
    }

    const Order& order_;
    ChosenRegistry registry_;
    Captured captured_;
};

} // namespace

Result<Captured> capture(const Order& order) {
    if (!order.catalog.capture)
        return refused(order.from, "the catalogue has no rules for it",
                       "Use a catalogue for Windows that has them.");
    if (!host::leadsToFolder(order.from))
        return refused(order.from, "it is not a folder",
                       "Choose the folder that the server is installed in.");
    return Look(order).run();
}

Result<void> write(const Captured& captured, const media::Signing& signing, const fs::path& out,
                   const std::stop_token& stop) {
    try {
        return media::writeMedia(captured.manifest, captured.packages, signing,
                                 fs::absolute(out / "").parent_path(), stop);
    } catch (const fs::filesystem_error& error) {
        return fail(
            media::cannotCreate("Can't create media in " + utf8(out) + " (" + utf8(error.path1()) + ")",
                                error.code().value(), "Choose another folder, or give access to this one."));
    }
}

} // namespace bes::capture
