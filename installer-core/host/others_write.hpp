// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>

#include "host/accounts.hpp"
#include "model/failure.hpp"

namespace bes::host {

/// Numbers of accounts.
using Accounts = std::set<std::uint32_t>;

/// Those that setup's own state may depend on: root and the account of this process.
[[nodiscard]] Accounts ownAccounts();
/// Those that what a person names (answer file, certificates, media) may depend on: in addition, where this
/// process is root by sudo or pkexec, the person who called it so.
[[nodiscard]] Accounts ownAndCallingAccounts();

/// In addition the account of the system's log service, which may write /var/log on Ubuntu: a log is believed
/// by nobody.
[[nodiscard]] Accounts trustedForLogs(Accounts accounts);

/// Somebody who is not trusted and could change what a path leads to.
struct OtherWriter {
    enum class Reach {
        replace, ///< could change it, or put something else in its place
        add,     ///< could put something new there, but not touch what others have there (a folder with the
                 ///< sticky bit, or nothing is there yet)
        unknown, ///< the system does not tell, for `reason`
    };
    Reach reach = Reach::replace;
    std::filesystem::path path; ///< the first on the way that this is so of; no link leads to it any more
    std::string who;            ///< "domino", "group staff", "everybody"
    std::string owner;          ///< of `path`, by name
    unsigned mode = 0;          ///< of `path`
    bool owns = false;          ///< `who` is the owner, who can also change the mode
    bool byAccessList = false;  ///< the mode alone does not show it
    std::string reason;         ///< a half sentence; why owner and mode mean nothing
    bool isDevice = false;      ///< or a socket: its rights are the system's affair
    AccountIds rights;          ///< numbers that have no more rights than `who` has
};

/// A sentence without full stop: "/srv/x is writable by group staff (mode 0775)".
[[nodiscard]] std::string describe(const OtherWriter& other);
/// What to do so that nobody else can: "Run: chmod go-w /srv/x".
[[nodiscard]] std::string remedyOf(const OtherWriter& other);

/// Who besides `trusted` could change what `path` leads to; empty where nobody could. Goes from / through
/// every folder, follows symbolic links as the kernel does, and looks at owner, mode, POSIX access lists and
/// sticky bits; a group counts as trusted where all its members are. What is absent could be made by whoever
/// may write the nearest folder (add, or replace without the sticky bit); so could entries of a folder that
/// `path` leads to. A file or pipe that this process was handed open (/dev/stdin, /proc/self/fd/3) counts by
/// itself, however it is called.
[[nodiscard]] std::optional<OtherWriter> otherWriter(const std::filesystem::path& path,
                                                     const Accounts& trusted = ownAccounts());

/// What root reads and relies on, although others could have written it, is a Failure of `failure` with the
/// reason and what to do. Success for other accounts, who harm nobody but themselves, and where it is not
/// known.
[[nodiscard]] Result<void> expectNoOtherWriter(const std::filesystem::path& path, const Accounts& trusted,
                                               Failure failure);

/// Does `work` with no more rights towards files than the other one has, in a thread of its own. Failure
/// process.account where they can't be taken. Exceptions of `work` come through.
[[nodiscard]] Result<void> doWithRightsOf(const OtherWriter& other, const std::function<void()>& work);

} // namespace bes::host
