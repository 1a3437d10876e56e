// SPDX-License-Identifier: Apache-2.0
#include "models/preflight.hpp"

#include <algorithm>
#include <array>

#include "host/folder_entries.hpp"
#include "host/reached.hpp"
#include "models/words.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"

namespace bes::wizard {
namespace {

namespace fs = std::filesystem;

/// Findings that no answer has a part in.
constexpr std::array<std::string_view, 8> ofComputer{
    "setup.privileges",      "setup.other-run",         "setup.others-write", "service.manager",
    "service.manager-state", "service.manager-version", "computer.clock",     "computer.security-module"};

/// The folders in a folder; none where it can't be read.
std::vector<fs::path> foldersIn(const fs::path& folder) {
    std::vector<fs::path> found;
    const auto entries = host::entriesIn(folder);
    if (!entries)
        return found;
    for (const host::FolderEntry& entry : *entries)
        if (host::leadsToFolder(entry.path))
            found.push_back(entry.path);
    return found;
}

} // namespace

std::vector<Finding> preflight(const WizardState& state) {
    std::vector<Finding> findings;
    if (state.seen)
        std::ranges::copy_if(state.seen->inspection.findings, std::back_inserter(findings),
                             [](const Finding& finding) {
                                 return finding.severity >= Severity::warning &&
                                        std::ranges::count(ofComputer, finding.id) > 0;
                             });
    std::ranges::stable_sort(findings, std::greater(), &Finding::severity);
    return findings;
}

std::string dominoHere(const WizardState& state) {
    if (!state.seen)
        return {};
    std::vector<std::string> names;
    for (const NotesIni& server : state.seen->dominoServers)
        names.push_back(server.serverName.empty() ? utf8(server.path) : server.serverName);
    return names.empty()
               ? words("Preflight", "No Domino server was found on this computer.")
               : filled(words("Preflight", "Domino server on this computer: %1."), joined(names, ", "));
}

std::vector<fs::path> mediaNearby(const fs::path& programFolder) {
    std::vector<fs::path> places{programFolder, programFolder.parent_path()};
    for (const char* mounts : {"/media", "/run/media", "/mnt", "/cdrom"})
        for (const fs::path& volume : foldersIn(mounts)) {
            places.push_back(volume);
            std::ranges::copy(foldersIn(volume), std::back_inserter(places));
        }
    std::error_code error;
    std::erase_if(places, [&](const fs::path& place) { return !fs::exists(place / "media.json", error); });
    return places;
}

} // namespace bes::wizard
