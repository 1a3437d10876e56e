// SPDX-License-Identifier: Apache-2.0
#include "host/domino_installations.hpp"

#include <algorithm>
#include <array>

#include <windows.h>

#include "host/file_of_others.hpp"
#include "host/files.hpp"
#include "host/rooted_path.hpp"
#include "host/windows/registry.hpp"
#include "host/windows/system_failure.hpp"
#include "host/windows/wide_text.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

namespace fs = std::filesystem;

constexpr auto libraryName = "nnotes.dll";

/// Of a server; a partitioned one has a subkey for each partition. HCL has kept Lotus's name.
constexpr std::array serverKeys{"SOFTWARE\\Lotus\\Domino", "SOFTWARE\\HCL\\Domino"};

bool isFile(const fs::path& path) {
    const auto found = host::status(path);
    return found && *found && (*found)->type == FileType::regular;
}

struct Registered {
    fs::path programFolder, dataFolder;
};

std::vector<Registered> registered() {
    std::vector<Registered> found;
    for (const RegistryView view : {RegistryView::bits64, RegistryView::bits32})
        for (const char* const path : serverKeys) {
            const RegistryKey key{view, path};
            std::vector<RegistryKey> keys{key};
            for (const std::string& partition : subkeysOf(key))
                keys.push_back({view, key.path + '\\' + partition});
            for (const RegistryKey& one : keys) {
                const auto program = textValue(one, "Path"), data = textValue(one, "DataPath");
                if (program && data)
                    found.push_back({pathOf(*program), pathOf(*data)});
            }
        }
    return found;
}

/// What an uninstalled one left behind is none.
std::vector<Registered> serversOf(const Root& root) {
    std::vector<Registered> servers = root.isRunningSystem() ? registered() : std::vector<Registered>{};
    std::erase_if(servers,
                  [](const Registered& server) { return !isFile(server.programFolder / libraryName); });
    return servers;
}

/// In the data folder where there are partitions, else beside the program.
std::optional<fs::path> notesIniOf(const Registered& server) {
    for (const fs::path& folder : {server.dataFolder, server.programFolder})
        if (const fs::path ini = folder / "notes.ini"; isFile(ini))
            return ini;
    return std::nullopt;
}

tl::unexpected<Failure> notThere(const std::string& what, const fs::path& path) {
    return fail(ExitCode::domino, "domino.installation", what,
                utf8(path) + ": " + systemReason(ERROR_FILE_NOT_FOUND),
                "Enter the program folder and the notes.ini of the Domino server on this computer");
}

Result<DominoInstallation> installation(const Root& root, const fs::path& programFolder,
                                        const fs::path& notesIni) {
    const RootedPath rooted = rootedPathOf(root, notesIni);
    TRY_ASSIGN(const auto owner, FileOfOthers::ownerOf(rooted.root, rooted.inside));
    if (!owner)
        return notThere("notes.ini is not at the given path", notesIni);
    return DominoInstallation{programFolder, programFolder,          programFolder / libraryName,
                              notesIni,      notesIni.parent_path(), *owner};
}

} // namespace

Result<std::vector<DominoInstallation>> findDominoInstallations(const Root& root, const NamedDomino& named) {
    std::vector<Registered> servers = serversOf(root);
    if (named.programFolder) {
        const fs::path folder = withoutPrefix(native(*named.programFolder));
        if (!isFile(folder / libraryName))
            return notThere("The given folder has no Domino server", folder / libraryName);
        for (Registered& server : servers)
            server.programFolder = folder;
        if (servers.empty())
            servers.push_back({folder, folder});
    }
    std::vector<DominoInstallation> found;
    for (const Registered& server : servers) {
        const auto ini =
            named.notesIni ? std::optional(withoutPrefix(native(*named.notesIni))) : notesIniOf(server);
        if (!ini)
            continue;
        TRY_ASSIGN(auto one, installation(root, server.programFolder, *ini));
        if (std::ranges::find(found, one) == found.end())
            found.push_back(std::move(one));
    }
    return found;
}

Fact<std::vector<fs::path>> placesOfNotesIni(const Root& root) {
    std::vector<fs::path> places;
    for (const Registered& server : serversOf(root))
        if (const auto ini = notesIniOf(server); ini && std::ranges::find(places, *ini) == places.end())
            places.push_back(*ini);
    std::ranges::sort(places);
    return places;
}

Environment environmentOf(const DominoInstallation& installation, const std::string& path) {
    const std::string program = narrow(withoutPrefix(native(installation.programFolder)).native());
    const std::string folder = narrow(withoutPrefix(native(installation.dataFolder)).native());
    Environment variables{{"Notes_ExecDirectory", program}, {"PATH", program + ";" + folder + ";" + path}};
    for (const auto& name : {L"SystemRoot", L"SystemDrive", L"TEMP", L"TMP", L"USERPROFILE", L"ProgramData"})
        if (const std::string value = narrow(variable(name)); !value.empty()) // without them no library works
            variables.emplace_back(narrow(name), value);
    return variables;
}

std::optional<AccountIds> accountToBecome(const DominoInstallation& /*installation*/) {
    return std::nullopt;
}

} // namespace bes::host
