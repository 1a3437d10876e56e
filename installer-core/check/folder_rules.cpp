// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <set>

#include "check/rules.hpp"
#include "text/acceptable.hpp"
#include "text/letters.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"
#include "text/utf16_names.hpp"

namespace bes::check {
namespace {

using Path = std::filesystem::path;
using Folders = std::map<Path, const FolderState*>;

/// Names that setup puts beside or before a package's files, and the random end of a temporary file.
constexpr std::size_t longestAddition = 64;
constexpr std::size_t longestPath = 4095;
/// Of a program that Windows starts by a command line, as the service control manager does: MAX_PATH, with
/// the zero at its end (CreateProcessW, learn.microsoft.com).
constexpr std::size_t longestProgram = 259;

/// File systems without owners and modes, or without symbolic links: what is installed there would belong to
/// everybody, or not be started. (mount(8): what they show of these is one setting for all files.)
constexpr std::array withoutRights{"vfat",    "msdos", "exfat", "ntfs",   "ntfs3",
                                   "fuseblk", "cifs",  "smb3",  "hfsplus"};

Folders knownFolders(const Situation& situation) {
    Folders folders;
    for (const auto& [folder, fact] : situation.facts.surroundings.folders)
        if (fact.known())
            folders[folder] = &fact.value();
    return folders;
}

std::string named(const Path& folder, const FolderState& state) {
    return state.leadsTo == folder || state.leadsTo.empty() ? utf8(folder)
                                                            : utf8(folder) + " (" + utf8(state.leadsTo) + ")";
}

Findings checkLooked(const Situation& situation) {
    std::vector<std::string> unknown;
    for (const auto& [folder, fact] : situation.facts.surroundings.folders)
        if (!fact.known())
            unknown.push_back(utf8(folder) + ": " + fact.reason());
    if (unknown.empty())
        return {};
    return {blocker(ExitCode::blocked, "folders.writable",
                    "Setup can't tell whether it can write to the folders", listed(unknown),
                    "Make sure that their file systems are mounted and respond")};
}

Findings checkWritable(const Situation& situation, const Folders& folders) {
    std::vector<std::string> wrong;
    for (const auto& [folder, state] : folders)
        if (!state->obstacle.empty())
            wrong.push_back(named(folder, *state) + ": " + state->obstacle);
    if (wrong.empty())
        return {passed("folders.writable", "Setup can write to the folders",
                       "Everything that a run changes is in " + std::to_string(folders.size()) + " folders")};
    return {blocker(
        ExitCode::blocked, "folders.writable", "Setup can't write to required folders", listed(wrong, 10),
        onWindows(situation)
            ? "Give the administrators permission to write, move away what is in the way, or choose "
              "other folders"
            : "Mount the file systems read-write, remove immutable attributes (chattr -i), move "
              "away what is in the way, or choose other folders")};
}

/// Journal, plan and units are texts in UTF-8.
Findings checkText(const Folders& folders) {
    std::vector<std::string> wrong;
    for (const auto& [folder, state] : folders)
        if (!isUtf8(utf8(state->leadsTo)) || hasControlCharacter(utf8(state->leadsTo)))
            wrong.push_back(utf8(folder));
    if (wrong.empty())
        return {};
    return {blocker(
        ExitCode::blocked, "folders.path", "The real name of a folder is not valid text",
        listed(wrong) +
            ": a symbolic link leads to a name that is not valid UTF-8 or contains control characters",
        "Rename the target of the link, or choose another folder")};
}

std::size_t longestFile(const Situation& situation) {
    std::size_t longest = 0;
    if (situation.media == nullptr)
        return longest;
    for (const std::string& id : packagesOf(situation.components))
        if (const Package* package = situation.media->manifest.find(id))
            for (const PackagedFile& file : package->files)
                longest = std::max(longest, package->id.size() + file.path.size() + 2);
    return longest;
}

Findings checkLength(const Situation& situation) {
    const Request& request = situation.request;
    const std::size_t base = request.onRunningSystem() ? 0 : request.root.native().size();
    std::vector<std::string> wrong;
    for (const Path& folder :
         std::set{request.installFolder, request.configurationFolder, request.logFolder}) {
        const std::size_t files = folder == request.installFolder ? longestFile(situation) : 0;
        const std::size_t longest = base + folder.native().size() + longestAddition + files;
        if (longest > longestPath)
            wrong.push_back(utf8(folder).substr(0, 60) + "...: up to " + std::to_string(longest) + " bytes");
    }
    if (wrong.empty())
        return {};
    return {blocker(ExitCode::blocked, "folders.path", "The paths of the files are too long",
                    listed(wrong) + "; the system allows " + std::to_string(longestPath),
                    "Choose folders with shorter names")};
}

Findings checkProgramLength(const Situation& situation) {
    std::string longest;
    if (onWindows(situation))
        for (const Component* component : situation.components)
            for (const Service& service : component->services)
                if (std::string program =
                        utf8(situation.request.installFolder / component->package / service.program);
                    program.size() > longest.size())
                    longest = std::move(program);
    const std::size_t characters = nameOf(longest).size();
    if (characters <= longestProgram)
        return {};
    return {blocker(ExitCode::blocked, "folders.path", "Windows can't start a program whose path is so long",
                    longest + " has " + std::to_string(characters) + " characters; a service's program " +
                        "may have " + std::to_string(longestProgram),
                    {"Choose a folder with a shorter name", {{"folders.install"}}})};
}

Findings checkFileSystem(const Situation& situation, const Folders& folders) {
    const Request& request = situation.request;
    std::vector<std::string> wrong;
    for (const auto& [folder, state] : folders) {
        const std::string on = named(folder, *state) + " is on " + utf8(state->mountPoint);
        if (folder == request.installFolder && state->noExec)
            wrong.push_back(on + ", which is mounted noexec: programs can't run from there");
        if (std::ranges::count(withoutRights, state->fileSystem) > 0)
            wrong.push_back(on + ", a file system (" + state->fileSystem +
                            ") that does not keep owners and modes");
        // names of media that differ in their case alone are refused everywhere, so Windows keeps all of them
        if (folder == request.installFolder && state->ignoresCase && !onWindows(situation))
            wrong.push_back(named(folder, *state) + " does not distinguish capital from small letters");
    }
    if (wrong.empty())
        return {};
    return {blocker(ExitCode::blocked, "folders.file-system", "The file system of a folder is not suitable",
                    listed(wrong),
                    onWindows(situation)
                        ? "Choose folders on a file system that keeps owners and permissions (NTFS)"
                        : "Choose folders on another file system, or change its mount options "
                          "(findmnt, /etc/fstab)")};
}

/// What is unpacked and what is kept moves by rename, which does not leave a file system.
Findings checkMounts(const Situation& situation, const Folders& folders) {
    std::vector<std::string> wrong;
    for (const Path& folder :
         std::set{situation.request.installFolder, situation.request.configurationFolder}) {
        const auto found = folders.find(folder);
        if (found == folders.end())
            continue;
        const auto logs = folders.find(situation.request.logFolder);
        for (const Path& mount : found->second->mountsInside) {
            const Path toLogs =
                logs == folders.end() ? Path() : logs->second->leadsTo.lexically_relative(mount);
            if (toLogs.empty() || *toLogs.begin() == "..") // logs may have a file system of their own
                wrong.push_back(utf8(mount) + " in " + utf8(folder));
        }
    }
    if (wrong.empty())
        return {};
    return {blocker(ExitCode::blocked, "folders.mounts",
                    "Another file system is mounted inside a folder of the standby", listed(wrong),
                    "Unmount it, or choose another folder")};
}

Findings checkFreeFiles(const Situation& situation, const Folders& folders) {
    if (!situation.choiceKnown || situation.receipt != nullptr)
        return {};
    constexpr std::uint64_t ownFiles = 100; // units, configuration, journal, logs, folders
    std::uint64_t packaged = 0;
    for (const std::string& id : packagesOf(situation.components))
        if (const Package* package = situation.media->manifest.find(id))
            packaged += package->files.size();
    std::vector<std::string> wrong;
    for (const auto& [folder, state] : folders) {
        const std::uint64_t needed = ownFiles + (folder == situation.request.installFolder ? packaged : 0);
        if (state->freeFiles && *state->freeFiles < needed)
            wrong.push_back(utf8(folder) + " needs up to " + std::to_string(needed) + ", " +
                            std::to_string(*state->freeFiles) + " are free on " + utf8(state->mountPoint));
    }
    if (wrong.empty())
        return {};
    return {tooFewFiles(wrong)};
}

/// A repair writes only what differs, and the folder that it is in.
bool isRepaired(const Situation& situation, const Path& path) {
    const auto& differences = situation.facts.standby.value().differences;
    return differences.known() &&
           std::ranges::any_of(differences.value(), [&](const FileDifference& difference) {
               return path == difference.path || path == Path(difference.path).parent_path();
           });
}

/// What was installed and an attribute keeps as it is.
Findings checkFrozen(const Situation& situation, const Maintenance& wanted) {
    std::vector<std::string> frozen;
    for (const Frozen& thing : situation.facts.surroundings.frozen)
        if (wanted.kind != Maintenance::Kind::repair ||
            (situation.facts.standby.known() && isRepaired(situation, thing.path)))
            frozen.push_back(thing.why);
    if (frozen.empty())
        return {};
    return {blocker(ExitCode::blocked, "folders.writable",
                    "File attributes prevent setup from changing installed files", listed(frozen, 10),
                    "Remove these attributes, then run the same command again")};
}

void append(Findings& all, Findings more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

Finding tooFewFiles(const std::vector<std::string>& places) {
    return blocker(ExitCode::diskSpace, "disk.files", "The file system has too few free inodes",
                   listed(places),
                   "Remove files that are not needed (df -i shows where), or choose other folders");
}

Findings checkFolders(const Situation& situation) {
    if (situation.receipt != nullptr || situation.facts.surroundings.folders.empty())
        return {};
    const Folders folders = knownFolders(situation);
    Findings all = checkLooked(situation);
    append(all, checkWritable(situation, folders));
    append(all, checkText(folders));
    append(all, checkLength(situation));
    append(all, checkProgramLength(situation));
    append(all, checkFileSystem(situation, folders));
    append(all, checkMounts(situation, folders));
    append(all, checkFreeFiles(situation, folders));
    return all;
}

Findings checkFoldersOfInstalled(const Situation& situation, const Maintenance& wanted) {
    const bool removal = wanted.kind == Maintenance::Kind::remove;
    Folders folders = knownFolders(situation);
    // where no folder is, there is nothing to take out of it: that must not keep a standby for ever
    if (removal)
        std::erase_if(folders, [](const auto& folder) { return folder.second->noFolder; });
    Findings all = checkLooked(situation);
    append(all, checkWritable(situation, folders));
    append(all, checkFrozen(situation, wanted));
    if (!removal) {
        append(all, checkProgramLength(situation));
        append(all, checkFileSystem(situation, folders));
        append(all, checkMounts(situation, folders));
    }
    std::erase_if(all, [](const Finding& finding) { return finding.severity == Severity::passed; });
    return all;
}

} // namespace bes::check
