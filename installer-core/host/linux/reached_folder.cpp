// SPDX-License-Identifier: Apache-2.0
#include "host/linux/reached_folder.hpp"

#include <fcntl.h>
#include <limits.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <deque>
#include <utility>
#include <vector>

#include "host/linux/system_failure.hpp"
#include "host/own_process.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

namespace fs = std::filesystem;

constexpr int mostLinks = 40;                     // as the kernel
constexpr mode_t othersWrite = S_IWGRP | S_IWOTH; // an access list shows in the group's bits

bool isTrusted(uid_t user) {
    return user == 0 || user == ::geteuid();
}

class Chase {
public:
    Chase(const Root& root, const fs::path& inside)
        : root_(root), path_(root(inside)), todo_(namesOf(inside.relative_path())) {}

    tl::expected<ReachedFolder, NotReached> reach() {
        if (const int error =
                enter(Descriptor(::open(root_.folder().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)));
            error != 0)
            return cannotReach(error);
        while (!todo_.empty()) {
            const std::string name = std::move(todo_.front());
            todo_.pop_front();
            if (name == "..") {
                if (way_.size() > 1)
                    way_.pop_back();
                if (todo_.empty())
                    return cannotReach(EISDIR);
            } else if (auto end = step(name); !end || end->folder.open()) {
                return end;
            }
        }
        return cannotReach(EISDIR);
    }

private:
    struct Step {
        Descriptor folder;
        struct stat entry {};
    };

    static std::deque<std::string> namesOf(const fs::path& path) {
        std::deque<std::string> names;
        for (const fs::path& name : path)
            if (!name.empty() && name != "." && name != "/")
                names.push_back(utf8(name));
        return names;
    }

    [[nodiscard]] tl::unexpected<NotReached> cannotReach(int error) const {
        return tl::unexpected(
            NotReached{error, fileFailure(error, Access::reading, "Can't reach " + utf8(path_), path_)});
    }

    /// An errno.
    int enter(Descriptor folder) {
        Step step{std::move(folder), {}};
        if (!step.folder.open() || ::fstat(step.folder.get(), &step.entry) != 0)
            return errno;
        way_.push_back(std::move(step));
        return 0;
    }

    /// One name on. The last one gives the result; before that it is empty.
    tl::expected<ReachedFolder, NotReached> step(const std::string& name) {
        Descriptor next(::openat(way_.back().folder.get(), name.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
        const int error = next.open() ? 0 : errno;
        struct stat entry {};
        if (next.open() && ::fstat(next.get(), &entry) != 0)
            return cannotReach(errno);
        if (next.open() && S_ISLNK(entry.st_mode))
            return follow(name, next, entry);
        if (todo_.empty()) // it may be absent
            return ReachedFolder{std::move(way_.back().folder), way_.back().entry, name, path_};
        if (error != 0)
            return cannotReach(error);
        if (!S_ISDIR(entry.st_mode))
            return cannotReach(ENOTDIR);
        const uid_t owner = way_.back().entry.st_uid;
        if (owner != 0 && owner != entry.st_uid)
            return unsafe("\"" + name + "\" on the way belongs to " + accountWords(root_, entry.st_uid) +
                              ", and " + accountWords(root_, owner) +
                              ", which owns the parent folder, can replace it",
                          "Let root own the folders on the way to " + utf8(path_) +
                              ", or let the same account own both");
        if (const int unread = enter(std::move(next)); unread != 0)
            return cannotReach(unread);
        return ReachedFolder{};
    }

    tl::expected<ReachedFolder, NotReached> follow(const std::string& name, const Descriptor& link,
                                                   const struct stat& entry) {
        const struct stat& folder = way_.back().entry;
        if (!isTrusted(entry.st_uid) || !isTrusted(folder.st_uid) || (folder.st_mode & othersWrite) != 0)
            return unsafe("\"" + name + "\" on the way is a symbolic link that belongs to " +
                              accountWords(root_, entry.st_uid) + ", in a folder of " +
                              accountWords(root_, folder.st_uid) +
                              ((folder.st_mode & othersWrite) != 0 ? " that other accounts can write" : "") +
                              ": that account chooses where it leads",
                          "Enter the path without that link, or let root own the link and its folder");
        std::array<char, PATH_MAX> target{};
        const ssize_t length = ::readlinkat(link.get(), "", target.data(), target.size());
        if (length < 0 || ++links_ > mostLinks)
            return cannotReach(length < 0 ? errno : ELOOP);
        const fs::path path(std::string(target.data(), static_cast<std::size_t>(length)));
        if (path.is_absolute())
            way_.erase(way_.begin() + 1, way_.end());
        const std::deque<std::string> names = namesOf(path);
        todo_.insert(todo_.begin(), names.begin(), names.end());
        return ReachedFolder{};
    }

    [[nodiscard]] tl::unexpected<NotReached> unsafe(std::string why, std::string remedy) const {
        return tl::unexpected(NotReached{0,
                                         {ExitCode::failed, "file.unsafe", "Can't use " + utf8(path_),
                                          std::move(why), std::move(remedy)}});
    }

    const Root& root_;
    fs::path path_;
    std::deque<std::string> todo_;
    std::vector<Step> way_;
    int links_ = 0;
};

} // namespace

tl::expected<ReachedFolder, NotReached> reachFolderOf(const Root& root, const fs::path& inside) {
    return Chase(root, inside).reach();
}

std::string accountWords(const Root& root, uid_t user) {
    if (user == 0)
        return "root";
    return root.isRunningSystem() ? "the account " + accountName(user)
                                  : "the account with the user ID " + std::to_string(user);
}

} // namespace bes::host
