// SPDX-License-Identifier: Apache-2.0
#include "host/domino_installations.hpp"

#include <algorithm>
#include <array>
#include <cerrno>

#include "host/file_of_others.hpp"
#include "host/linux/system_failure.hpp"
#include "host/rooted_path.hpp"
#include "host/system_reason.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

namespace fs = std::filesystem;

constexpr auto libraryName = "libnotes.so";
constexpr auto platform = "linux"; ///< what Domino calls it in the names of its folders

/// Of HCL from 11 on, IBM 9 and 10, IBM 8, Lotus up to 7.
constexpr std::array installFolders{"/opt/hcl/domino", "/opt/ibm/domino", "/opt/ibm/lotus", "/opt/lotus"};

/// Data folders are below it: notesdata by default, one beside the other for partitions (their names are
/// free; that they are here is our guess).
constexpr auto dataFolders = "/local";
constexpr auto defaultDataFolder = "notesdata";

bool isFile(const fs::path& path) {
    std::error_code error;
    return fs::is_regular_file(path, error);
}

/// Also what is no file: it is told about.
bool isThere(const fs::path& path) {
    std::error_code error;
    const fs::file_type type = fs::symlink_status(path, error).type();
    return type != fs::file_type::not_found && type != fs::file_type::none;
}

/// $LOTUS/notes/latest/linux; "latest" is a link to the folder of a release.
fs::path programFolderBelow(const Root& root, const fs::path& installFolder) {
    const fs::path latest = installFolder / "notes" / "latest";
    if (!root.isRunningSystem())
        return root.followed(latest / platform);
    std::error_code error;
    const fs::path target = fs::read_symlink(latest, error);
    return (error ? latest : latest.parent_path() / target) / platform;
}

/// Undoes …/notes/RELEASE/linux; another layout has no better answer than the folder above.
fs::path installFolderOf(const fs::path& programFolder) {
    const fs::path notes = programFolder.parent_path().parent_path();
    return notes.filename() == "notes" ? notes.parent_path() : programFolder.parent_path();
}

std::optional<fs::path> findProgramFolder(const Root& root) {
    for (const char* folder : installFolders)
        if (fs::path program = programFolderBelow(root, folder); isFile(program / libraryName))
            return program;
    return std::nullopt;
}

std::vector<fs::path> findNotesInis(const Root& root) {
    std::vector<fs::path> found;
    if (const auto places = placesOfNotesIni(root); places.known())
        for (const fs::path& ini : places.value())
            if (isThere(root(ini)))
                found.push_back(root(ini));
    std::ranges::stable_partition(
        found, [](const fs::path& ini) { return ini.parent_path().filename() == defaultDataFolder; });
    return found;
}

tl::unexpected<Failure> notThere(const std::string& what, const fs::path& path, int error) {
    return fail(ExitCode::domino, "domino.installation", what, utf8(path) + ": " + systemReason(error),
                "Enter the program folder and the notes.ini of the Domino server on this computer");
}

/// The owner is whose account will be taken: a notes.ini by which the owner of its folder could choose among
/// the accounts of the computer (a link, a second name of another's file) is refused.
Result<DominoInstallation> installation(const Root& root, const fs::path& programFolder,
                                        const fs::path& notesIni) {
    const RootedPath rooted = rootedPathOf(root, notesIni);
    TRY_ASSIGN(const auto owner, FileOfOthers::ownerOf(rooted.root, rooted.inside));
    if (!owner)
        return notThere("notes.ini is not at the given path", notesIni, ENOENT);
    return DominoInstallation{installFolderOf(programFolder), programFolder,
                              programFolder / libraryName,    notesIni,
                              notesIni.parent_path(),         *owner};
}

Result<std::optional<fs::path>> programFolder(const Root& root, const NamedDomino& named) {
    if (!named.programFolder)
        return findProgramFolder(root);
    const fs::path folder = fs::absolute(*named.programFolder);
    if (!isFile(folder / libraryName))
        return notThere("The given folder has no Domino server", folder / libraryName, ENOENT);
    return folder.has_filename() ? folder : folder.parent_path();
}

} // namespace

Result<std::vector<DominoInstallation>> findDominoInstallations(const Root& root, const NamedDomino& named) {
    TRY_ASSIGN(const auto program, programFolder(root, named));
    const std::vector<fs::path> inis =
        named.notesIni ? std::vector{fs::absolute(*named.notesIni)} : findNotesInis(root);
    std::vector<DominoInstallation> found;
    for (const fs::path& ini : inis) {
        if (!program)
            break;
        TRY_ASSIGN(auto one, installation(root, *program, ini));
        found.push_back(std::move(one));
    }
    return found;
}

Fact<std::vector<fs::path>> placesOfNotesIni(const Root& root) {
    std::vector<fs::path> places;
    std::error_code error;
    for (fs::directory_iterator entry(root.followed(dataFolders), error), end; !error && entry != end;
         entry.increment(error))
        places.push_back(dataFolders / entry->path().filename() / "notes.ini");
    if (error && error != std::errc::no_such_file_or_directory)
        return Fact<std::vector<fs::path>>::unknown("Can't look into " + utf8(root(dataFolders)) + ": " +
                                                    systemReason(error));
    std::ranges::sort(places);
    return places;
}

Environment environmentOf(const DominoInstallation& installation, const std::string& path) {
    const std::string program = utf8(installation.programFolder);
    const std::string folder = utf8(installation.dataFolder);
    const std::string rest = path.empty() ? "/usr/local/bin:/usr/bin:/bin" : path;
    return {{"Notes_ExecDirectory", program},
            {"LD_LIBRARY_PATH", program},
            {"LOTUS", utf8(installation.installFolder)},
            {"HOME", folder},
            {"PATH", folder + ":" + utf8(installation.installFolder / "bin") + ":" + program + ":" + program +
                         "/res/C:" + rest}};
}

std::optional<AccountIds> accountToBecome(const DominoInstallation& installation) {
    return installation.owner;
}

} // namespace bes::host
