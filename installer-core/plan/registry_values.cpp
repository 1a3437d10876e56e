// SPDX-License-Identifier: Apache-2.0
#include "plan/registry_values.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "model/captured_registry.hpp"
#include "model/programs_entry.hpp"
#include "plan/weights.hpp"
#include "text/file_names.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::plan {
namespace {

/// As programs and people on Windows write it.
std::string withBackslashes(const std::filesystem::path& path) {
    std::string text = utf8(path);
    std::ranges::replace(text, '/', '\\');
    return text;
}

RegistryKey productKey(const std::string& part) {
    return {RegistryView::bits32, "SOFTWARE\\Research In Motion\\BlackBerry Enterprise Server\\" + part};
}

/// The names are documented (bes.md §7.1); what a standby has in them is not, so that these are what they
/// say.
void addProduct(std::vector<RegistryValue>& values, const Composition& composition) {
    const Request& request = composition.request;
    const RegistryKey setup = productKey("Setup");
    const std::string& version = composition.media.manifest.catalog.version;
    values.push_back({setup, "BasePath", withBackslashes(request.installFolder)});
    values.push_back({setup, "ConfigServerName", request.standbyName()});
    values.push_back({setup, "InstallUser", request.serviceAccount});
    values.push_back({setup, "InstallVersion", version});
    values.push_back({setup, "ProductVersion", version});
    values.push_back({productKey("Logging Info"), "LogRoot", withBackslashes(request.logFolder)});
    if (request.database.isFile()) // a practice database is a file
        return;
    values.push_back({productKey("Database"), "DatabaseName", request.database.name});
    values.push_back({productKey("Database"), "DatabaseServerMachineName", request.database.server});
}

/// What the server had that the media was captured from. What this standby has of its own counts first: names
/// are the same whatever their case.
void addCaptured(std::vector<RegistryValue>& values, const MediaManifest& manifest) {
    if (!manifest.captured)
        return;
    std::set<std::string> own;
    for (const RegistryValue& value : values)
        own.insert(foldCase(shown(value)));
    for (const ExportedRegistryValue& captured : manifest.captured->registry)
        if (RegistryValue value = registryValueOf(captured); !own.contains(foldCase(shown(value))))
            values.push_back(std::move(value));
}

/// What "Programs and Features" shows. Its buttons start what a person would type.
void addProgramEntry(std::vector<RegistryValue>& values, const Composition& composition) {
    const RegistryKey& key = programsEntry;
    const Request& request = composition.request;
    values.push_back(
        {key, "DisplayName", fmt::format("BlackBerry Enterprise Server standby {}", request.standbyName())});
    values.push_back({key, "DisplayVersion", composition.media.manifest.catalog.version});
    values.push_back({key, "InstallLocation", withBackslashes(request.installFolder)});
    values.push_back({key, "NoRepair", 1u}); // Windows has that button for packages of its own installer only
    values.push_back({key, "Publisher", std::string("bes-standby-setup")});
    if (composition.computer.setupProgram.empty())
        return;
    const auto typed = [&](std::string_view command) {
        return fmt::format("cmd.exe /k \"\"{}\" {}\"", withBackslashes(composition.computer.setupProgram),
                           command);
    };
    values.push_back({key, "ModifyPath", typed("help modify")});
    values.push_back({key, "UninstallString", typed("remove")});
}

/// So that the event log shows what setup says in it (host::leaveEvent()): that program of Windows has texts
/// for events that consist of their one parameter.
void addEventSource(std::vector<RegistryValue>& values) {
    const RegistryKey key{RegistryView::bits64,
                          "SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\bes-standby-setup"};
    constexpr std::uint32_t allKinds = 7; // errors, warnings, information
    values.push_back({key, "EventMessageFile", textWithVariables("%SystemRoot%\\System32\\EventCreate.exe")});
    values.push_back({key, "TypesSupported", allKinds});
}

} // namespace

std::vector<RegistryValue> registryOf(const Composition& composition) {
    std::vector<RegistryValue> values;
    if (composition.computer.system != System::windows || !composition.request.onRunningSystem())
        return values;
    addProduct(values, composition);
    addCaptured(values, composition.media.manifest);
    addProgramEntry(values, composition);
    addEventSource(values);
    return values;
}

std::optional<Step> writeRegistryStep(std::vector<RegistryValue> values) {
    if (values.empty())
        return std::nullopt;
    const std::string title = fmt::format("Write {} of the registry", counted(values.size(), "value"));
    return Step{.id = "registry.write",
                .title = title,
                .action = WriteRegistry{std::move(values)},
                .undo = RestoreRegistry{},
                .weight = smallWeight};
}

std::optional<Step> removeRegistryStep(std::vector<CapturedRegistryValue> values,
                                       const std::vector<RegistryKey>& keys) {
    if (values.empty())
        return std::nullopt;
    const std::string title =
        fmt::format("Restore {} of the registry as before the installation", counted(values.size(), "value"));
    return Step{.id = "registry.remove",
                .title = title,
                .action = RemoveRegistry{std::move(values), {keys.rbegin(), keys.rend()}},
                .undo = RestoreRegistry{},
                .weight = smallWeight};
}

} // namespace bes::plan
