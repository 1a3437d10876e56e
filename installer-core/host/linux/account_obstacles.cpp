// SPDX-License-Identifier: Apache-2.0
#include "host/linux/account_obstacles.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <utility>

#include "host/accounts.hpp"
#include "host/entry.hpp"
#include "host/files.hpp"
#include "host/linux/account_files.hpp"
#include "host/linux/descriptor.hpp"
#include "host/linux/inode_flags.hpp"
#include "host/linux/system_failure.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

namespace fs = std::filesystem;

constexpr std::array accountFiles{"passwd", "group", "shadow", "gshadow"};

void add(std::vector<std::string>& obstacles, std::string sentence) {
    if (!sentence.empty() && std::ranges::count(obstacles, sentence) == 0)
        obstacles.push_back(std::move(sentence));
}

std::string heldBy(const fs::path& lock, long long process) {
    return utf8(lock) + ": process " + std::to_string(process) + " is changing accounts";
}

std::string asLock(const fs::path& lock, const std::string& why) {
    return utf8(lock) + " " + why +
           ", and useradd treats it as a lock (remove it when no program changes accounts)";
}

/// The number of a process, and nothing else, as useradd reads it.
std::optional<long long> processIn(const std::string& text) {
    char* end = nullptr;
    errno = 0;
    const long long process = std::strtoll(text.c_str(), &end, 10);
    if (text.empty() || end == text.c_str() || *end != '\0' || errno == ERANGE ||
        process != static_cast<pid_t>(process))
        return std::nullopt;
    return process;
}

/// Programs of passwd keep the number of their process in FILE.lock. useradd takes away that of a process
/// which is gone; what names no process stands in its way for ever.
std::string lockObstacle(const fs::path& lock) {
    const auto there = entryAt(lock);
    if (!there || !*there)
        return {};
    struct stat entry {};
    if (::stat(lock.c_str(), &entry) != 0)
        return asLock(lock, "is a symbolic link without a target");
    if (!S_ISREG(entry.st_mode))
        return asLock(lock, "is a " + std::string(toString((*there)->appearance.type)));
    constexpr std::uint64_t longest = 4096;
    const auto content = readFile(lock, longest);
    if (!content)
        return {}; // of another account: what keeps out an ordinary person does not keep out the run
    const auto process = processIn(content->substr(0, content->find('\0')));
    if (!process)
        return asLock(lock, "does not name a process");
    if (::kill(static_cast<pid_t>(*process), 0) == 0 || errno == EPERM)
        return heldBy(lock, *process);
    return whyFrozen(lock);
}

/// The lock that all programs which change accounts take first (lckpwdf).
std::string wholeLockObstacle(const fs::path& lock) {
    struct stat entry {};
    if (::stat(lock.c_str(), &entry) != 0) // a link that leads to nothing gets a file to lead to
        return {};
    if (!S_ISREG(entry.st_mode))
        return utf8(lock) + " is not a file, and useradd locks it (remove it)";
    const Descriptor file(::open(lock.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct flock held {};
    held.l_type = F_WRLCK;
    held.l_whence = SEEK_SET;
    if (!file.open() || ::fcntl(file.get(), F_GETLK, &held) != 0 || held.l_type == F_UNLCK)
        return whyFrozen(lock);
    return heldBy(lock, held.l_pid);
}

/// What is written anew has to be a file, or not to be there yet.
std::string notRewritable(const fs::path& path) {
    const auto there = entryAt(path);
    if (!there || !*there)
        return {};
    if (!(*there)->file())
        return utf8(path) + " is a " + std::string(toString((*there)->appearance.type)) +
               ", but must be a file";
    return whyFrozen(path);
}

/// useradd keeps the old file as FILE-, and writes the new one as FILE+ first.
void addFilesOf(std::vector<std::string>& obstacles, const fs::path& file, bool byUseradd) {
    add(obstacles, notRewritable(file));
    const auto there = entryAt(file);
    if (!byUseradd || !there || !*there)
        return;
    for (const char* end : {"-", "+"})
        add(obstacles, notRewritable(utf8(file) + end));
}

bool isOnPath(const std::string& program) {
    const char* given = std::getenv("PATH"); // NOLINT(concurrency-mt-unsafe): nobody writes it
    const std::string folders = std::string(given == nullptr ? "" : given) + ":/usr/sbin:/sbin";
    for (std::size_t begin = 0, end = 0; begin < folders.size(); begin = end + 1) {
        end = std::min(folders.find(':', begin), folders.size());
        if (::access((folders.substr(begin, end - begin) + "/" + program).c_str(), X_OK) == 0)
            return true;
    }
    return false;
}

/// What undoes and removes the account is needed too.
void addPrograms(std::vector<std::string>& obstacles) {
    for (const std::string program : {"useradd", "userdel", "groupdel"})
        add(obstacles, isOnPath(program) ? "" : program + " is not installed (package passwd)");
}

void addUnwritable(std::vector<std::string>& obstacles, const Root& root) {
    for (const std::string file : accountFiles)
        if (const auto writable = checkWritable(root("/etc/" + file)); !writable && obstacles.empty())
            add(obstacles, utf8(root("/etc/" + file)) + ": " + writable.error().why);
}

/// Which of the files has a line of an account that does not exist: it would be taken for the new one's.
void addLeftovers(std::vector<std::string>& obstacles, const Root& root, const std::string& name) {
    for (const char* path : {"/etc/shadow", "/etc/gshadow"})
        if (const auto file = AccountFile::read(root(path)); file)
            add(obstacles, leftoverOf(*file, root(path), name));
}

void addForImage(std::vector<std::string>& obstacles, const Root& root) {
    add(obstacles, whyFrozen(root("/etc")));
    for (const std::string file : accountFiles)
        addFilesOf(obstacles, root("/etc/" + file), false);
    if (!hasFreeId(root))
        add(obstacles, "no number from " + std::to_string(lowestSystemId) + " to " +
                           std::to_string(highestSystemId) + " is free in " + utf8(root("/etc/passwd")) +
                           " and " + utf8(root("/etc/group")));
}

} // namespace

std::vector<std::string> obstaclesForUseradd(const fs::path& etc) {
    std::vector<std::string> obstacles;
    add(obstacles, whyFrozen(etc));
    add(obstacles, wholeLockObstacle(etc / ".pwd.lock"));
    for (const std::string file : accountFiles) {
        add(obstacles, lockObstacle(etc / (file + ".lock")));
        addFilesOf(obstacles, etc / file, true);
    }
    return obstacles;
}

std::vector<std::string> obstaclesOfNewAccount(const Root& root, const std::string& name) {
    std::vector<std::string> obstacles;
    if (root.isRunningSystem()) {
        addPrograms(obstacles);
        for (std::string& obstacle : obstaclesForUseradd("/etc"))
            add(obstacles, std::move(obstacle));
        for (std::string& taken : takenNumbers("/etc"))
            add(obstacles, std::move(taken));
    } else {
        addForImage(obstacles, root);
    }
    if (!root.isRunningSystem() || isAdministrator())
        addUnwritable(obstacles, root);
    addLeftovers(obstacles, root, name);
    return obstacles;
}

} // namespace bes::host
