// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "check/room_needed.hpp"
#include "check/rules.hpp"
#include "model/places.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::check {
namespace {

// Own design: what a file takes on the disk is counted in blocks, and every folder besides the installation
// folder gets room for what is written into it: configuration, first logs, journal and receipt.
constexpr std::uint64_t block = 4096;
constexpr std::uint64_t reserve = 8ull << 20;
// Where only little is written: units and what enables them, account files, notes.ini, the database's file.
constexpr std::uint64_t little = 512ull << 10;
constexpr std::uint64_t fewFiles = 30;

/// Packages are staged on the file system of the installation folder and then renamed, and replaced files are
/// kept by renaming too: every byte counts once.
std::uint64_t bytesOnDisk(const Package& package) {
    std::uint64_t bytes = 0;
    for (const PackagedFile& file : package.files)
        bytes += file.type == FileType::regular ? (file.size + block - 1) / block * block : block;
    return bytes;
}

std::uint64_t payload(const Situation& situation, const std::set<std::string>& packages) {
    std::uint64_t bytes = 0;
    for (const std::string& id : packages)
        if (const Package* package = situation.media->manifest.find(id))
            bytes += bytesOnDisk(*package);
    return bytes;
}

/// Folders of the standby and of setup; the others are somebody else's, in which little is written.
bool isOwn(const std::filesystem::path& folder, const Request& request) {
    return folder == request.installFolder || folder == request.configurationFolder ||
           folder == request.logFolder || folder == places::ownPlaces(System::gnuLinux).state ||
           folder == places::ownPlaces(System::windows).state;
}

bool isWritten(const std::filesystem::path& folder, const Situation& situation) {
    if (isOwn(folder, situation.request))
        return true;
    if (folder == places::accountFileFolder)
        return !situation.facts.serviceAccountExists.known() || !situation.facts.serviceAccountExists.value();
    if (situation.notesIni != nullptr && folder == situation.notesIni->path.parent_path())
        return !situation.choiceKnown ||
               std::ranges::any_of(situation.components, [](const Component* component) {
                   return component->dominoTask.has_value();
               });
    return true;
}

/// 0: nothing is written there.
std::uint64_t bytesIn(const std::filesystem::path& folder, const Situation& situation,
                      const std::set<std::string>& packages) {
    if (folder == situation.request.installFolder)
        return payload(situation, packages);
    if (!isWritten(folder, situation))
        return 0;
    return isOwn(folder, situation.request) ? reserve : little;
}

/// Of the folders that checkFolders() does not know.
Findings checkFewFiles(const Situation& situation) {
    std::vector<std::string> wrong;
    for (const auto& [folder, space] : situation.facts.space) {
        if (situation.facts.surroundings.folders.contains(folder) || !isWritten(folder, situation) ||
            !space.known())
            continue;
        const std::optional<std::uint64_t>& files = space.value().freeFiles;
        if (files && *files < fewFiles)
            wrong.push_back(utf8(folder) + " needs up to " + std::to_string(fewFiles) + ", " +
                            std::to_string(*files) + " are free on " + utf8(space.value().mountPoint));
    }
    return wrong.empty() ? Findings() : Findings{tooFewFiles(wrong)};
}

/// A limit of this process (ulimit -f) that the largest file does not fit into.
Findings checkLargestFile(const Situation& situation, const std::set<std::string>& packages) {
    const std::optional<std::uint64_t>& limit = situation.facts.surroundings.largestFile;
    std::uint64_t largest = reserve; // journals and databases grow
    for (const std::string& id : packages)
        if (const Package* package = situation.media->manifest.find(id))
            for (const PackagedFile& file : package->files)
                largest = std::max(largest, file.size);
    if (!limit || *limit >= largest)
        return {};
    return {
        blocker(ExitCode::blocked, "disk.file-size", "The limit on the size of files is too low",
                "The largest file has up to " + formatBytes(largest, Rounding::up) + ", the limit is " +
                    formatBytes(*limit, Rounding::down) + " (ulimit -H -f)",
                "Raise the limit on the size of files for this account (limits.conf), or start setup from "
                "a session without this limit")};
}

struct Need {
    std::uint64_t bytes = 0;
    std::uint64_t available = 0;
    std::vector<std::string> folders;
};

Finding judge(const std::string& mountPoint, const Need& need) {
    const std::string evidence = "needs " + formatBytes(need.bytes, Rounding::up) + ", " +
                                 formatBytes(need.available, Rounding::down) + " free on " + mountPoint +
                                 " (for " + listed(need.folders) + ")";
    if (need.bytes <= need.available)
        return passed("disk.space", "There is enough space on " + mountPoint, evidence);
    return blocker(ExitCode::diskSpace, "disk.space", "There is not enough space on " + mountPoint, evidence,
                   "Free " + formatBytes(need.bytes - need.available, Rounding::up) + " on " + mountPoint +
                       ", or choose other folders");
}

Findings judgeAll(const Situation& situation, const std::set<std::string>& packages) {
    Findings findings;
    std::map<std::string, Need> needs;
    for (const auto& [folder, space] : situation.facts.space) {
        if (!isWritten(folder, situation))
            continue;
        const std::uint64_t bytes = bytesIn(folder, situation, packages);
        if (!space.known()) {
            findings.push_back(warning("disk.space", "The free space for " + utf8(folder) + " is unknown",
                                       "needs " + formatBytes(bytes, Rounding::up) + "; " + space.reason(),
                                       "Make sure that there is enough space"));
            continue;
        }
        Need& need = needs[utf8(space.value().mountPoint)];
        need.bytes += bytes;
        need.available = space.value().available;
        need.folders.push_back(utf8(folder));
    }
    for (const auto& [mountPoint, need] : needs)
        findings.push_back(judge(mountPoint, need));
    for (Finding& finding : checkFewFiles(situation))
        findings.push_back(std::move(finding));
    for (Finding& finding : checkLargestFile(situation, packages))
        findings.push_back(std::move(finding));
    return findings;
}

} // namespace

std::map<std::filesystem::path, std::uint64_t> roomNeeded(const Facts& facts, const Request& request) {
    const Situation situation = assess(facts, request);
    std::map<std::filesystem::path, std::uint64_t> needs;
    if (situation.choiceKnown)
        for (const auto& [folder, space] : facts.space)
            needs[folder] = bytesIn(folder, situation, packagesOf(situation.components));
    return needs;
}

Findings checkSpace(const Situation& situation) {
    // With a receipt nothing is unpacked: the standby is there as wanted, or the installation is refused.
    if (!situation.choiceKnown || situation.receipt != nullptr)
        return {};
    return judgeAll(situation, packagesOf(situation.components));
}

Findings checkSpaceFor(const Situation& situation, const std::vector<std::string>& packages) {
    return judgeAll(situation, {packages.begin(), packages.end()});
}

} // namespace bes::check
