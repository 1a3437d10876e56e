// SPDX-License-Identifier: Apache-2.0
#include "host/others_write.hpp"

#include <array>
#include <exception>
#include <memory>
#include <thread>

#include "host/own_process.hpp"
#include "host/windows/access_list.hpp"
#include "host/windows/sids.hpp"
#include "host/windows/system_failure.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

namespace fs = std::filesystem;
using Reach = OtherWriter::Reach;

/// Of what is in it. A folder that may itself be renamed gives way to another one, with other things in it.
constexpr ACCESS_MASK changesEntries = FILE_DELETE_CHILD | DELETE | takesOverFile;
constexpr ACCESS_MASK addsEntries = FILE_ADD_FILE | FILE_ADD_SUBDIRECTORY | GENERIC_WRITE;

/// What an access list says of a path, as far as it concerns others.
class Look {
public:
    Look(const fs::path& path, const Accounts& trusted) : path_(path), trusted_(trusted), list_(path) {}

    [[nodiscard]] SystemError error() const { return list_.error(); }
    [[nodiscard]] bool folder() const { return list_.folder(); }

    /// Somebody who is not trusted and has one of these rights.
    [[nodiscard]] std::optional<OtherWriter> writer(ACCESS_MASK rights, Reach reach) const {
        if (!trusted_.contains(numberOf(list_.owner())))
            return found(list_.owner(), reach, true);
        if (const auto who = list_.otherThan(trusted_, rights))
            return found(*who, reach, false);
        return std::nullopt;
    }
    [[nodiscard]] OtherWriter unknown() const {
        OtherWriter other;
        other.reach = Reach::unknown;
        other.path = path_;
        other.reason = systemReason(list_.error());
        return other;
    }

private:
    [[nodiscard]] OtherWriter found(const Sid& who, Reach reach, bool owns) const {
        OtherWriter other;
        other.reach = reach;
        other.path = path_;
        other.who = who == everyone() ? "everybody" : nameOf(who);
        other.owner = nameOf(list_.owner());
        other.owns = owns;
        other.byAccessList = true;
        other.rights = {numberOf(who), numberOf(who)};
        return other;
    }

    fs::path path_;
    const Accounts& trusted_;
    AccessList list_;
};

/// This thread has what an ordinary account has: the administrators' group counts for nothing in it.
bool giveUpRights() {
    HANDLE own = nullptr, restricted = nullptr;
    if (::OpenProcessToken(::GetCurrentProcess(), TOKEN_DUPLICATE | TOKEN_QUERY | TOKEN_ASSIGN_PRIMARY,
                           &own) == 0)
        return false;
    const Handle token(own);
    Sid group = administrators();
    SID_AND_ATTRIBUTES disabled{group.data(), 0};
    if (::CreateRestrictedToken(token.get(), DISABLE_MAX_PRIVILEGE, 1, &disabled, 0, nullptr, 0, nullptr,
                                &restricted) == 0)
        return false;
    const Handle less(restricted);
    return ::ImpersonateLoggedOnUser(less.get()) != 0;
}

} // namespace

Accounts ownAccounts() {
    return {0, currentUser()};
}

Accounts ownAndCallingAccounts() {
    return ownAccounts(); // who confirms that a program may do more remains the same account
}

Accounts trustedForLogs(Accounts accounts) {
    return accounts;
}

std::string describe(const OtherWriter& other) {
    const std::string path = utf8(other.path);
    if (other.reach == Reach::unknown)
        return "setup can't tell who can change " + path + ": " + other.reason;
    if (other.owns)
        return path + " belongs to " + other.who;
    if (other.reach == Reach::add)
        return path + " lets " + other.who + " add files";
    return path + " is writable by " + other.who;
}

std::string remedyOf(const OtherWriter& other) {
    const std::string path = utf8(other.path);
    if (other.reach == Reach::unknown)
        return "Use a folder on a disk of this computer, whose file system keeps owners and permissions";
    if (other.reach == Reach::add)
        return "Use a folder that only administrators can write";
    if (other.owns)
        return "Check the contents, then run: icacls \"" + path +
               "\" /setowner Administrators; or use another folder";
    return "Check the contents, then run: icacls \"" + path + "\" /remove:g \"" + other.who + "\"";
}

std::optional<OtherWriter> otherWriter(const fs::path& path, const Accounts& trusted) {
    const fs::path whole = withoutPrefix(native(path));
    std::optional<OtherWriter> unknown;
    fs::path here = whole.root_path();
    for (const fs::path& name : whole.relative_path()) {
        const Look folder(here, trusted);
        if (folder.error() != 0 && !unknown)
            unknown = folder.unknown();
        // the top of a drive can't be renamed, whoever owns it
        if (folder.error() == 0 && here != whole.root_path())
            if (auto writer = folder.writer(changesEntries, Reach::replace))
                return writer;
        const Look next(here / name, trusted);
        if (isAbsence(next.error())) {
            auto adder = folder.error() == 0 ? folder.writer(addsEntries, Reach::add) : std::nullopt;
            return adder ? adder : unknown;
        }
        here /= name;
    }
    const Look end(whole, trusted);
    if (end.error() != 0)
        return unknown ? unknown : end.unknown();
    if (auto writer = end.writer(end.folder() ? changesEntries : changesFile, Reach::replace))
        return writer;
    auto adder = end.folder() ? end.writer(addsEntries, Reach::add) : std::nullopt;
    return adder ? adder : unknown;
}

Result<void> doWithRightsOf(const OtherWriter& other, const std::function<void()>& work) {
    std::exception_ptr thrown;
    SystemError error = 0;
    std::thread([&] {
        if (!giveUpRights()) {
            error = lastError();
            return;
        }
        try {
            work();
        } catch (...) {
            thrown = std::current_exception();
        }
        ::RevertToSelf();
    }).join();
    if (thrown)
        std::rethrow_exception(thrown);
    if (error == 0)
        return {};
    return fail(ExitCode::failed, "process.account", "Can't use the permissions of " + other.who,
                systemReason(error),
                "Run setup as that account, or as an administrator with all permissions");
}

} // namespace bes::host
