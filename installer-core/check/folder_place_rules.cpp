// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <functional>

#include "check/rules.hpp"
#include "check/windows_places.hpp"
#include "model/places.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"

namespace bes::check {
namespace {

using Path = std::filesystem::path;

/// One of the folders that a person chooses.
struct Chosen {
    std::string what;
    std::string answer;
    Path path;
    Path leadsTo; ///< equal to path where that is not known
    bool logs = false;
};

struct TakenFolder {
    const char* path;
    const char* why;
};

/// Nothing of ours may stand there or below.
constexpr std::array closed{
    TakenFolder{"/proc", "belongs to the kernel"},
    TakenFolder{"/sys", "belongs to the kernel"},
    TakenFolder{"/dev", "holds devices, and is empty after a restart"},
    TakenFolder{"/run", "is empty after a restart"},
    TakenFolder{"/var/run", "is empty after a restart"},
    TakenFolder{"/var/lock", "is empty after a restart"},
    TakenFolder{"/boot", "belongs to the boot loader"},
    TakenFolder{"/efi", "belongs to the boot loader"},
    TakenFolder{"/bin", "belongs to the distribution"},
    TakenFolder{"/sbin", "belongs to the distribution"},
    TakenFolder{"/lib", "belongs to the distribution"},
    TakenFolder{"/lib32", "belongs to the distribution"},
    TakenFolder{"/lib64", "belongs to the distribution"},
    TakenFolder{"/libx32", "belongs to the distribution"},
    TakenFolder{"/usr", "belongs to the distribution"},
    TakenFolder{"/lost+found", "belongs to the file system"},
    TakenFolder{"/etc/systemd", "belongs to systemd"},
    TakenFolder{"/etc/cron.d", "belongs to cron"},
    TakenFolder{"/etc/bes-standby-setup", "belongs to setup itself"},
    TakenFolder{"/var/lib/bes-standby-setup", "belongs to setup itself"},
    TakenFolder{"/var/log/bes-standby-setup", "belongs to setup itself"},
    TakenFolder{"/var/lib/bes-standby", "belongs to setup itself"},
    TakenFolder{"C:/Program Files/BES Standby Setup", "belongs to setup itself"},
    TakenFolder{"C:/Windows", "belongs to Windows"},
    TakenFolder{"/var/lib/systemd", "belongs to systemd"},
    TakenFolder{"/var/lib/dpkg", "belongs to the package manager"},
    TakenFolder{"/var/lib/rpm", "belongs to the package manager"},
    TakenFolder{"/var/cache", "may be emptied at any time"},
    TakenFolder{"/etc/X11", "belongs to the distribution"},
    TakenFolder{"/etc/alternatives", "belongs to the distribution"},
    TakenFolder{"/etc/apt", "belongs to the package manager"},
    TakenFolder{"/etc/dpkg", "belongs to the package manager"},
    TakenFolder{"/etc/yum.repos.d", "belongs to the package manager"},
    TakenFolder{"/etc/cron.daily", "belongs to cron"},
    TakenFolder{"/etc/cron.hourly", "belongs to cron"},
    TakenFolder{"/etc/cron.monthly", "belongs to cron"},
    TakenFolder{"/etc/cron.weekly", "belongs to cron"},
    TakenFolder{"/etc/default", "belongs to the distribution"},
    TakenFolder{"/etc/init.d", "belongs to the distribution"},
    TakenFolder{"/etc/ld.so.conf.d", "belongs to the distribution"},
    TakenFolder{"/etc/logrotate.d", "belongs to logrotate"},
    TakenFolder{"/etc/modprobe.d", "belongs to the kernel"},
    TakenFolder{"/etc/pam.d", "belongs to the login of accounts"},
    TakenFolder{"/etc/profile.d", "belongs to the login of accounts"},
    TakenFolder{"/etc/security", "belongs to the login of accounts"},
    TakenFolder{"/etc/skel", "belongs to the login of accounts"},
    TakenFolder{"/etc/ssh", "belongs to the login of accounts"},
    TakenFolder{"/etc/sudoers.d", "belongs to the login of accounts"},
    TakenFolder{"/etc/ssl", "has the certificates of the computer"},
    TakenFolder{"/etc/pki", "has the certificates of the computer"},
    TakenFolder{"/etc/sysctl.d", "belongs to the kernel"},
    TakenFolder{"/etc/tmpfiles.d", "belongs to systemd"},
    TakenFolder{"/etc/udev", "belongs to systemd"},
    TakenFolder{"/var/backups", "belongs to the distribution"},
    TakenFolder{"/var/lib/apt", "belongs to the package manager"},
    TakenFolder{"/var/log/journal", "belongs to systemd"},
    TakenFolder{"/var/mail", "has the mail of accounts"},
    TakenFolder{"/var/spool", "has the work that waits for programs of the system"},
    TakenFolder{"/opt/hcl/domino", "belongs to the Domino server"},
    TakenFolder{"/opt/ibm/domino", "belongs to the Domino server"},
    TakenFolder{"/opt/lotus", "belongs to the Domino server"},
};

/// Of the units' own hardening: ProtectHome, PrivateTmp, PrivateDevices (services/unit_files.cpp).
constexpr std::array hidden{
    TakenFolder{"/home", "home folders"},
    TakenFolder{"/root", "home folders"},
    TakenFolder{"/run/user", "home folders"},
    TakenFolder{"/tmp", "temporary files of others"},
    TakenFolder{"/var/tmp", "temporary files of others"},
};

/// Folders for everybody's things: one of our own below them is good, they themselves are not.
constexpr std::array shared{
    "/",          "/etc",           "/opt",           "/srv",           "/var",           "/var/lib",
    "/var/log",   "/var/opt",       "/etc/opt",       "/mnt",           "/media",         "/local",
    "/usr/local", "/usr/local/bin", "/usr/local/lib", "/usr/local/etc", "/usr/local/sbin"};

bool isBelow(const Path& path, const Path& folder) {
    return isSameOrBelow(path, folder) &&
           comparable(path).lexically_normal() != comparable(folder).lexically_normal();
}

std::vector<Chosen> chosenFolders(const Situation& situation) {
    const Request& request = situation.request;
    std::vector<Chosen> all{
        {"the folder for the programs", "folders.install", request.installFolder, {}},
        {"the folder for the configuration", "folders.configuration", request.configurationFolder, {}},
        {"the log folder", "folders.logs", request.logFolder, {}, true}};
    for (Chosen& folder : all) {
        const auto found = situation.facts.surroundings.folders.find(folder.path);
        const bool known = found != situation.facts.surroundings.folders.end() && found->second.known();
        folder.leadsTo =
            known && !found->second.value().leadsTo.empty() ? found->second.value().leadsTo : folder.path;
    }
    return all;
}

std::string named(const Chosen& folder) {
    return folder.what + " " + utf8(folder.path) +
           (folder.leadsTo == folder.path ? "" : " (which leads to " + utf8(folder.leadsTo) + ")");
}

/// Of the two ways to name it, the first for which `holds`.
bool either(const Chosen& folder, const std::function<bool(const Path&)>& holds) {
    return holds(folder.path) || holds(folder.leadsTo);
}

/// /usr/local is the administrator's, and programs may be there.
bool isClosed(const Path& path, const char* place) {
    if (std::string_view(place) == "/usr" && isBelow(path, "/usr/local"))
        return false;
    return isSameOrBelow(path, place);
}

void addPlaceOfSystem(const Chosen& folder, std::vector<std::string>& wrong) {
    for (const char* place : shared)
        if (either(folder, [&](const Path& path) { return path == place; })) {
            wrong.push_back(named(folder) + ": this folder is shared; the standby needs a folder of its own");
            return;
        }
    for (const TakenFolder& taken : closed)
        if (either(folder, [&](const Path& path) { return isClosed(path, taken.path); })) {
            wrong.push_back(named(folder) + ": " + taken.path + " " + taken.why);
            return;
        }
    for (const Path& path : {folder.path, folder.leadsTo})
        if (const auto taken = takenOnWindows(path)) {
            wrong.push_back(named(folder) + ": " + *taken);
            return;
        }
}

void addPlaceOfOthers(const Chosen& folder, const std::vector<FolderOfOthers>& others,
                      std::vector<std::string>& wrong) {
    for (const FolderOfOthers& other : others) {
        const auto meets = [&](const Path& path) {
            return other.forOneFile ? comparable(path) == comparable(other.path)
                                    : isSameOrBelow(path, other.path) || isBelow(other.path, path);
        };
        if (!either(folder, meets))
            continue;
        const bool around = either(folder, [&](const Path& path) { return isBelow(other.path, path); });
        wrong.push_back(named(folder) + (around ? " holds " : " is in ") + other.what + ", " +
                        utf8(other.path));
        return;
    }
}

/// The account of the services owns the log folder: what is in it could be changed by it, and started by
/// root's units or written by root's setup. Logs below the programs, and programs and configuration together,
/// are sound.
void addOneInAnother(const std::vector<Chosen>& folders, std::vector<std::string>& wrong) {
    const Chosen& logs = folders.back();
    for (const Chosen& folder : folders) {
        if (folder.logs)
            continue;
        if (isSameOrBelow(folder.path, logs.path) || isSameOrBelow(folder.leadsTo, logs.leadsTo))
            wrong.push_back(named(folder) + " is in " + named(logs) +
                            ", which the service account can write");
    }
}

/// What setup moves there comes and goes.
void addHiddenOfSetup(const Chosen& folder, const Request& request, std::vector<std::string>& wrong) {
    std::vector<Path> places{places::stagingFolder(request), places::takenOutFolder(request.installFolder),
                             places::clearedFolder(request.installFolder)};
    for (const Path& around :
         {request.installFolder, request.configurationFolder, request.installFolder.parent_path(),
          request.configurationFolder.parent_path()})
        places.insert(places.end(), {places::replacedFolder(around), places::keptFolder(around)});
    for (const Path& place : places)
        if (isSameOrBelow(folder.path, place)) {
            wrong.push_back(named(folder) + ": setup uses " + utf8(place) + " and removes it");
            return;
        }
}

/// A file of the media or of the configuration can't be where a folder is, and programs can't be where the
/// account of the services writes.
void addPlaceOfFiles(const Chosen& folder, const Situation& situation, std::vector<std::string>& wrong) {
    const bool amongPrograms = folder.logs && isBelow(folder.path, situation.request.installFolder);
    const auto meets = [&](const Path& file) {
        if (!either(folder, [&](const Path& path) { return isSameOrBelow(path, file); }) &&
            !(amongPrograms && isBelow(file, folder.path)))
            return false;
        wrong.push_back(named(folder) +
                        (isBelow(file, folder.path) ? " would hold " : " is in the place of ") + utf8(file) +
                        ", which setup installs");
        return true;
    };
    if (meets(places::standbyConfiguration(situation.request)) || situation.media == nullptr)
        return;
    for (const Package& package : situation.media->manifest.packages) {
        const Path programs = (situation.request.installFolder / package.id).lexically_normal();
        if (!either(folder, [&](const Path& path) { return isSameOrBelow(path, programs); }))
            continue; // nor is it in the place of one of its files, or around one
        for (const PackagedFile& file : package.files)
            if (file.type != FileType::folder && meets((programs / file.path).lexically_normal()))
                return;
    }
}

Findings checkHidden(const std::vector<Chosen>& folders) {
    std::vector<std::string> wrong;
    std::vector<NamedAnswer> answers;
    for (const Chosen& folder : folders)
        for (const TakenFolder& taken : hidden)
            if (either(folder, [&](const Path& path) { return isSameOrBelow(path, taken.path); })) {
                wrong.push_back(named(folder) + " is below " + taken.path);
                answers.push_back({folder.answer});
                break;
            }
    if (wrong.empty())
        return {};
    return {blocker(ExitCode::blocked, "folders.hidden", "The services could not see their folders",
                    listed(wrong) + ". The units hide home folders and temporary files from the services "
                                    "(ProtectHome, PrivateTmp)",
                    {"Choose folders elsewhere, such as in /opt and /var/log", std::move(answers)})};
}

} // namespace

Findings checkFolderPlaces(const Situation& situation) {
    // of a standby that is installed, the folders are no longer chosen
    if (situation.receipt != nullptr)
        return {};
    const std::vector<Chosen> folders = chosenFolders(situation);
    std::vector<std::string> wrong;
    for (const Chosen& folder : folders) {
        addPlaceOfSystem(folder, wrong);
        addPlaceOfOthers(folder, situation.facts.surroundings.others, wrong);
        addHiddenOfSetup(folder, situation.request, wrong);
        addPlaceOfFiles(folder, situation, wrong);
    }
    addOneInAnother(folders, wrong);
    Findings findings = onWindows(situation) ? Findings() : checkHidden(folders);
    if (!wrong.empty())
        findings.push_back(
            blocker(ExitCode::blocked, "folders.place", "The standby can't use these folders", listed(wrong),
                    Remedy(onWindows(situation) ? "Choose folders for the standby alone, such as C:/Program "
                                                  "Files/BES Standby"
                                                : "Choose folders for the standby alone, such as "
                                                  "/opt/bes-standby",
                           {{"folders.install"}, {"folders.configuration"}, {"folders.logs"}})));
    if (findings.empty() && !situation.facts.surroundings.folders.empty())
        findings.push_back(
            passed("folders.place", "The folders are for the standby alone",
                   utf8(folders[0].path) + ", " + utf8(folders[1].path) + ", " + utf8(folders[2].path)));
    return findings;
}

} // namespace bes::check
