// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "check/room_needed.hpp"
#include "check/rules.hpp"
#include "model/places.hpp"
#include "text/lists.hpp"
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

std::uint64_t payload(const Situation& now, const std::set<std::string>& packages) {
    std::uint64_t bytes = 0;
    for (const std::string& id : packages)
        if (const Package* package = now.media->manifest.find(id))
            bytes += bytesOnDisk(*package);
    return bytes;
}

/// Folders of the standby and of setup; the others are somebody else's, in which little is written.
bool isOwn(const std::filesystem::path& folder, const Request& request) {
    return folder == request.installFolder || folder == request.configurationFolder ||
           folder == request.logFolder || folder == places::stateFolder;
}

bool isWritten(const std::filesystem::path& folder, const Situation& now) {
    if (isOwn(folder, now.request))
        return true;
    if (folder == places::accountFileFolder)
        return !now.facts.serviceAccountExists.known() || !now.facts.serviceAccountExists.value();
    if (now.notesIni != nullptr && folder == now.notesIni->path.parent_path())
        return !now.choiceKnown || std::ranges::any_of(now.components, [](const Component* component) {
            return component->dominoTask.has_value();
        });
    return true;
}

/// 0: nothing is written there.
std::uint64_t bytesIn(const std::filesystem::path& folder, const Situation& now,
                      const std::set<std::string>& packages) {
    if (folder == now.request.installFolder)
        return payload(now, packages);
    if (!isWritten(folder, now))
        return 0;
    return isOwn(folder, now.request) ? reserve : little;
}

/// Of the folders that checkFolders() does not know.
Findings checkFewFiles(const Situation& now) {
    std::vector<std::string> wrong;
    for (const auto& [folder, space] : now.facts.space) {
        if (now.facts.surroundings.folders.contains(folder) || !isWritten(folder, now) || !space.known())
            continue;
        const std::optional<std::uint64_t>& files = space.value().freeFiles;
        if (files && *files < fewFiles)
            wrong.push_back(folder.string() + " needs up to " + std::to_string(fewFiles) + ", " +
                            std::to_string(*files) + " are free on " + space.value().mountPoint.string());
    }
    return wrong.empty() ? Findings() : Findings{tooFewFiles(wrong)};
}

/// A limit of this process (ulimit -f) that the largest file does not fit into.
Findings checkLargestFile(const Situation& now, const std::set<std::string>& packages) {
    const std::optional<std::uint64_t>& limit = now.facts.surroundings.largestFile;
    std::uint64_t largest = reserve; // journals and databases grow
    for (const std::string& id : packages)
        if (const Package* package = now.media->manifest.find(id))
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

Findings judgeAll(const Situation& now, const std::set<std::string>& packages) {
    Findings findings;
    std::map<std::string, Need> needs;
    for (const auto& [folder, space] : now.facts.space) {
        if (!isWritten(folder, now))
            continue;
        const std::uint64_t bytes = bytesIn(folder, now, packages);
        if (!space.known()) {
            findings.push_back(warning("disk.space", "The free space for " + folder.string() + " is unknown",
                                       "needs " + formatBytes(bytes, Rounding::up) + "; " + space.reason(),
                                       "Make sure that there is enough space"));
            continue;
        }
        Need& need = needs[space.value().mountPoint.string()];
        need.bytes += bytes;
        need.available = space.value().available;
        need.folders.push_back(folder.string());
    }
    for (const auto& [mountPoint, need] : needs)
        findings.push_back(judge(mountPoint, need));
    for (Finding& finding : checkFewFiles(now))
        findings.push_back(std::move(finding));
    for (Finding& finding : checkLargestFile(now, packages))
        findings.push_back(std::move(finding));
    return findings;
}

std::set<std::string> packagesOf(const Situation& now) {
    std::set<std::string> packages;
    for (const Component* component : now.components)
        packages.insert(component->package);
    return packages;
}

} // namespace

std::map<std::filesystem::path, std::uint64_t> roomNeeded(const Facts& facts, const Request& request) {
    const Situation now = assess(facts, request);
    std::map<std::filesystem::path, std::uint64_t> needs;
    if (now.choiceKnown)
        for (const auto& [folder, space] : facts.space)
            needs[folder] = bytesIn(folder, now, packagesOf(now));
    return needs;
}

Findings checkSpace(const Situation& now) {
    // With a receipt nothing is unpacked: the standby is there as wanted, or the installation is refused.
    if (!now.choiceKnown || now.receipt != nullptr)
        return {};
    return judgeAll(now, packagesOf(now));
}

Findings checkSpaceFor(const Situation& now, const std::vector<std::string>& packages) {
    return judgeAll(now, {packages.begin(), packages.end()});
}

} // namespace bes::check
