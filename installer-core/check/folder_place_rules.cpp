// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <functional>

#include "check/rules.hpp"
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

struct Place {
    const char* path;
    const char* why;
};

/// Nothing of ours may stand there or below.
constexpr std::array closed{
    Place{"/proc", "belongs to the kernel"},
    Place{"/sys", "belongs to the kernel"},
    Place{"/dev", "holds devices, and is empty after a restart"},
    Place{"/run", "is empty after a restart"},
    Place{"/var/run", "is empty after a restart"},
    Place{"/var/lock", "is empty after a restart"},
    Place{"/boot", "belongs to the boot loader"},
    Place{"/efi", "belongs to the boot loader"},
    Place{"/bin", "belongs to the distribution"},
    Place{"/sbin", "belongs to the distribution"},
    Place{"/lib", "belongs to the distribution"},
    Place{"/lib32", "belongs to the distribution"},
    Place{"/lib64", "belongs to the distribution"},
    Place{"/libx32", "belongs to the distribution"},
    Place{"/usr", "belongs to the distribution"},
    Place{"/lost+found", "belongs to the file system"},
    Place{"/etc/systemd", "belongs to systemd"},
    Place{"/etc/cron.d", "belongs to cron"},
    Place{"/etc/bes-standby-setup", "belongs to setup itself"},
    Place{"/var/lib/bes-standby-setup", "belongs to setup itself"},
    Place{"/var/log/bes-standby-setup", "belongs to setup itself"},
    Place{"/var/lib/bes-standby", "belongs to setup itself"},
    Place{"/var/lib/systemd", "belongs to systemd"},
    Place{"/var/lib/dpkg", "belongs to the package manager"},
    Place{"/var/lib/rpm", "belongs to the package manager"},
    Place{"/var/cache", "may be emptied at any time"},
    Place{"/etc/X11", "belongs to the distribution"},
    Place{"/etc/alternatives", "belongs to the distribution"},
    Place{"/etc/apt", "belongs to the package manager"},
    Place{"/etc/dpkg", "belongs to the package manager"},
    Place{"/etc/yum.repos.d", "belongs to the package manager"},
    Place{"/etc/cron.daily", "belongs to cron"},
    Place{"/etc/cron.hourly", "belongs to cron"},
    Place{"/etc/cron.monthly", "belongs to cron"},
    Place{"/etc/cron.weekly", "belongs to cron"},
    Place{"/etc/default", "belongs to the distribution"},
    Place{"/etc/init.d", "belongs to the distribution"},
    Place{"/etc/ld.so.conf.d", "belongs to the distribution"},
    Place{"/etc/logrotate.d", "belongs to logrotate"},
    Place{"/etc/modprobe.d", "belongs to the kernel"},
    Place{"/etc/pam.d", "belongs to the login of accounts"},
    Place{"/etc/profile.d", "belongs to the login of accounts"},
    Place{"/etc/security", "belongs to the login of accounts"},
    Place{"/etc/skel", "belongs to the login of accounts"},
    Place{"/etc/ssh", "belongs to the login of accounts"},
    Place{"/etc/sudoers.d", "belongs to the login of accounts"},
    Place{"/etc/ssl", "has the certificates of the computer"},
    Place{"/etc/pki", "has the certificates of the computer"},
    Place{"/etc/sysctl.d", "belongs to the kernel"},
    Place{"/etc/tmpfiles.d", "belongs to systemd"},
    Place{"/etc/udev", "belongs to systemd"},
    Place{"/var/backups", "belongs to the distribution"},
    Place{"/var/lib/apt", "belongs to the package manager"},
    Place{"/var/log/journal", "belongs to systemd"},
    Place{"/var/mail", "has the mail of accounts"},
    Place{"/var/spool", "has the work that waits for programs of the system"},
    Place{"/opt/hcl/domino", "belongs to the Domino server"},
    Place{"/opt/ibm/domino", "belongs to the Domino server"},
    Place{"/opt/lotus", "belongs to the Domino server"},
};

/// Of the units' own hardening: ProtectHome, PrivateTmp, PrivateDevices (plan/unit_files.cpp).
constexpr std::array hidden{
    Place{"/home", "home folders"},
    Place{"/root", "home folders"},
    Place{"/run/user", "home folders"},
    Place{"/tmp", "temporary files of others"},
    Place{"/var/tmp", "temporary files of others"},
};

/// Folders for everybody's things: one of our own below them is good, they themselves are not.
constexpr std::array shared{
    "/",          "/etc",           "/opt",           "/srv",           "/var",           "/var/lib",
    "/var/log",   "/var/opt",       "/etc/opt",       "/mnt",           "/media",         "/local",
    "/usr/local", "/usr/local/bin", "/usr/local/lib", "/usr/local/etc", "/usr/local/sbin"};

bool isSameOrBelow(const Path& path, const Path& folder) {
    const Path relative = path.lexically_relative(folder);
    return !relative.empty() && *relative.begin() != "..";
}

bool isBelow(const Path& path, const Path& folder) {
    return isSameOrBelow(path, folder) && path.lexically_normal() != folder.lexically_normal();
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
    for (const Place& place : closed)
        if (either(folder, [&](const Path& path) { return isClosed(path, place.path); })) {
            wrong.push_back(named(folder) + ": " + place.path + " " + place.why);
            return;
        }
}

void addPlaceOfOthers(const Chosen& folder, const std::vector<FolderOfOthers>& others,
                      std::vector<std::string>& wrong) {
    for (const FolderOfOthers& other : others) {
        const bool database = other.what.find("Database") != std::string::npos;
        // others' things may stand beside a database's file, as long as the folder is not ours
        const auto meets = [&](const Path& path) {
            return database ? path == other.path
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
    for (const Package& package : situation.media->manifest.packages)
        for (const PackagedFile& file : package.files)
            if (file.type != FileType::folder &&
                meets((situation.request.installFolder / package.id / file.path).lexically_normal()))
                return;
}

Findings checkHidden(const std::vector<Chosen>& folders) {
    std::vector<std::string> wrong;
    std::vector<NamedAnswer> answers;
    for (const Chosen& folder : folders)
        for (const Place& place : hidden)
            if (either(folder, [&](const Path& path) { return isSameOrBelow(path, place.path); })) {
                wrong.push_back(named(folder) + " is below " + place.path);
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
    Findings findings = checkHidden(folders);
    if (!wrong.empty())
        findings.push_back(
            blocker(ExitCode::blocked, "folders.place", "The standby can't use these folders", listed(wrong),
                    Remedy("Choose folders for the standby alone, such as /opt/bes-standby",
                           {{"folders.install"}, {"folders.configuration"}, {"folders.logs"}})));
    if (findings.empty() && !situation.facts.surroundings.folders.empty())
        findings.push_back(
            passed("folders.place", "The folders are for the standby alone",
                   utf8(folders[0].path) + ", " + utf8(folders[1].path) + ", " + utf8(folders[2].path)));
    return findings;
}

} // namespace bes::check
