// SPDX-License-Identifier: Apache-2.0
#include "host/others_write.hpp"

#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <deque>
#include <string_view>

#include "host/linux/access_rights.hpp"
#include "host/linux/owners_rights.hpp"
#include "host/linux/system_failure.hpp"
#include "host/own_process.hpp"
#include "model/octal_mode.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

namespace fs = std::filesystem;
using Reach = OtherWriter::Reach;

constexpr int mostLinks = 40; // of the kernel: then it says ELOOP

/// Links of /proc/PID (fd/3, exe) lead to what the process has open, whatever their text says; the others
/// there (/proc/self) are relative.
bool leadsToOpenFile(const fs::path& link, const fs::path& target) {
    constexpr unsigned procFileSystem = 0x9fa0;
    struct statfs system {};
    return ::statfs(link.parent_path().c_str(), &system) == 0 && system.f_type == procFileSystem &&
           (target.is_absolute() || utf8(target).find(':') != std::string::npos);
}

/// Goes the way that the kernel goes. Folders are judged before what is in them: what was judged can't be
/// exchanged any more by those who are not trusted.
class Way {
public:
    explicit Way(const Accounts& trusted) : trusted_(trusted) {}

    std::optional<OtherWriter> follow(const fs::path& path) {
        const fs::path absolute = fs::absolute(path);
        todo_.assign(absolute.begin(), absolute.end());
        todo_.pop_front(); // the root folder's name
        if (auto writer = enter("/"))
            return writer;
        while (!todo_.empty()) {
            const fs::path name = todo_.front();
            todo_.pop_front();
            if (name.empty() || name == ".")
                continue;
            if (auto writer = name == ".." ? enter(here_.parent_path()) : take(name))
                return writer;
            if (ended_)
                return unknown_;
        }
        return adder_ ? adder_ : unknown_; // it is a folder
    }

private:
    std::optional<OtherWriter> take(const fs::path& name) {
        const fs::path path = here_ / name;
        struct stat entry {};
        if (::lstat(path.c_str(), &entry) != 0)
            return absent(path, errno);
        if (S_ISDIR(entry.st_mode))
            return enter(path);
        if (!S_ISLNK(entry.st_mode))
            return end(path, entry);
        // with the sticky bit its owner can put another link there
        if (adder_ && !trusted_.contains(entry.st_uid))
            return writerOf(path, entry, Reach::replace, *untrustedWriter(path, entry, trusted_));
        if (++links_ > mostLinks)
            return unknownOf(path, entry, systemReason(ELOOP));
        std::error_code error;
        const fs::path target = fs::read_symlink(path, error);
        if (error)
            return unknownOf(path, entry, error.message());
        if (leadsToOpenFile(path, target) && ::stat(path.c_str(), &entry) == 0 && !S_ISDIR(entry.st_mode))
            return end(path, entry); // how it is called does not matter any more
        todo_.insert(todo_.begin(), target.begin(), target.end());
        if (!target.is_absolute())
            return std::nullopt;
        todo_.pop_front();
        return enter("/");
    }

    std::optional<OtherWriter> enter(const fs::path& folder) {
        here_ = folder.empty() ? "/" : folder;
        adder_.reset();
        struct stat entry {};
        if (::lstat(here_.c_str(), &entry) != 0)
            return absent(here_, errno);
        if (const auto unguarded = lookAtFileSystem(here_, entry))
            return unguarded->reach == Reach::replace ? unguarded : std::nullopt;
        const auto writer = untrustedWriter(here_, entry, trusted_);
        if (!writer)
            return std::nullopt;
        const bool sticky = (entry.st_mode & S_ISVTX) != 0 && !writer->owns;
        if (!sticky)
            return writerOf(here_, entry, Reach::replace, *writer);
        adder_ = writerOf(here_, entry, Reach::add, *writer);
        return std::nullopt;
    }

    /// The file that the path leads to.
    std::optional<OtherWriter> end(const fs::path& path, const struct stat& entry) {
        ended_ = true;
        if (const auto unguarded = lookAtFileSystem(path, entry))
            return unguarded;
        const auto writer = untrustedWriter(path, entry, trusted_);
        return writer ? std::optional(writerOf(path, entry, Reach::replace, *writer)) : unknown_;
    }

    /// Empty where owner and mode count. What is not known is kept: further on there may be more to say.
    std::optional<OtherWriter> lookAtFileSystem(const fs::path& path, const struct stat& entry) {
        const UnguardedFileSystem unguarded = unguardedFileSystem(path, entry, trusted_);
        if (unguarded.reason.empty())
            return std::nullopt;
        OtherWriter writer = unknownOf(path, entry, unguarded.reason);
        writer.who = unguarded.runBy;
        writer.rights = unguarded.rights;
        if (!writer.who.empty())
            writer.reach = Reach::replace;
        else if (!unknown_)
            unknown_ = writer;
        return writer;
    }

    std::optional<OtherWriter> absent(const fs::path& path, int error) {
        ended_ = true;
        if (error != ENOENT && error != ENOTDIR)
            return unknown_ ? unknown_ : unknownOf(path, {}, systemReason(error));
        return adder_ ? adder_ : unknown_;
    }

    static OtherWriter writerOf(const fs::path& path, const struct stat& entry, Reach reach,
                                const Permitted& writer) {
        return {reach,
                path,
                writer.who,
                accountName(entry.st_uid),
                entry.st_mode & 07777U,
                writer.owns,
                writer.byAccessList,
                {},
                S_ISCHR(entry.st_mode) || S_ISBLK(entry.st_mode) || S_ISSOCK(entry.st_mode),
                writer.rights};
    }
    static OtherWriter unknownOf(const fs::path& path, const struct stat& entry, std::string reason) {
        return {Reach::unknown,    path,  {}, accountName(entry.st_uid), entry.st_mode & 07777U, false, false,
                std::move(reason), false, {}};
    }

    const Accounts& trusted_;
    fs::path here_ = "/"; ///< without links
    std::deque<fs::path> todo_;
    std::optional<OtherWriter> adder_; ///< who may add to `here_`, which has the sticky bit
    std::optional<OtherWriter> unknown_;
    int links_ = 0;
    bool ended_ = false;
};

/// sudo and pkexec say who called them; nobody but root can make root's process believe it.
void addCaller(Accounts& accounts, const char* variable) {
    const char* const value = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): nobody writes it
    if (value == nullptr)
        return;
    const std::string_view text = value;
    std::uint32_t user = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), user);
    if (error == std::errc() && stop == text.data() + text.size())
        accounts.insert(user);
}

} // namespace

Accounts ownAccounts() {
    return {0, currentUser()};
}

Accounts ownAndCallingAccounts() {
    Accounts accounts = ownAccounts();
    if (currentUser() == 0)
        for (const char* variable : {"SUDO_UID", "PKEXEC_UID"})
            addCaller(accounts, variable);
    return accounts;
}

Accounts trustedForLogs(Accounts accounts) {
    if (const auto logger = findAccount(Root(), "syslog"); logger && *logger)
        accounts.insert((*logger)->user);
    return accounts;
}

std::string describe(const OtherWriter& other) {
    const std::string path = utf8(other.path);
    const std::string mode = "mode " + octalMode(other.mode);
    if (other.reach == Reach::unknown)
        return "setup can't tell who can change " + path + ": " + other.reason;
    if (!other.reason.empty())
        return path + ": " + other.reason;
    if (other.owns)
        return path + " belongs to " + other.who + " (" + mode + ")";
    const std::string how = " (" + (other.byAccessList ? "by its access list, " + mode : mode) + ")";
    if (other.reach == Reach::add)
        return path + " lets " + other.who + " add files" + how;
    return path + " is writable by " + other.who + how;
}

std::string remedyOf(const OtherWriter& other) {
    const std::string path = utf8(other.path);
    if (other.reach == Reach::unknown || !other.reason.empty())
        return "Use a folder on a disk of this computer, whose file system keeps owners and modes";
    if (other.reach == Reach::add)
        return "Use a folder that only root can write";
    if (other.isDevice)
        return "Choose a file instead: " + path + " is a device or socket, whose permissions must not change";
    if (other.owns)
        return "Check the contents, then run: chown root " + path + "; or use another folder";
    return "Check the contents, then run: " +
           (other.byAccessList ? "setfacl -b " : std::string("chmod go-w ")) + path;
}

std::optional<OtherWriter> otherWriter(const fs::path& path, const Accounts& trusted) {
    return Way(trusted).follow(path);
}

Result<void> doWithRightsOf(const OtherWriter& other, const std::function<void()>& work) {
    const int error = withRightsOf(other.rights.user, other.rights.group, work);
    if (error == 0)
        return {};
    return fail(error == ENOMEM ? ExitCode::noMemory : ExitCode::failed, "process.account",
                "Can't use the permissions of " + other.who, systemReason(error),
                "Run setup as that account, or as root with all permissions");
}

} // namespace bes::host
