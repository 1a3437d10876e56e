// SPDX-License-Identifier: Apache-2.0
#include "host/accounts.hpp"

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <set>

#include "host/linux/account_files.hpp"
#include "host/linux/system_failure.hpp"
#include "host/process.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

constexpr std::chrono::seconds programLimit{30};

bool isName(const std::string& name) {
    constexpr std::string_view first = "abcdefghijklmnopqrstuvwxyz_";
    constexpr std::string_view rest = "abcdefghijklmnopqrstuvwxyz_0123456789-";
    constexpr std::size_t longest = 31; // of useradd
    return !name.empty() && name.size() <= longest && first.find(name.front()) != std::string_view::npos &&
           name.find_first_not_of(rest) == std::string::npos;
}

std::optional<std::uint32_t> number(const std::string& text) {
    std::uint32_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

/// On the running system the name services decide, for accounts may come from LDAP and the like.
Result<std::optional<AccountIds>> findRunning(const std::string& name) {
    std::array<char, 16384> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    const int error = ::getpwnam_r(name.c_str(), &entry, buffer.data(), buffer.size(), &found);
    if (found != nullptr)
        return AccountIds{entry.pw_uid, entry.pw_gid};
    if (error == 0 || error == ENOENT || error == ESRCH)
        return std::nullopt;
    return fail(ExitCode::failed, "account.find", "Can't look up the account " + name, systemReason(error),
                "Check the name services of this computer (getent passwd " + name + ")");
}

bool groupExists(const std::string& name) {
    std::array<char, 16384> buffer{};
    group entry{};
    group* found = nullptr;
    ::getgrnam_r(name.c_str(), &entry, buffer.data(), buffer.size(), &found);
    return found != nullptr;
}

Failure about(Failure cause, const std::string& id, const std::string& what) {
    if (cause.what != what)
        cause.why = cause.what + ": " + cause.why;
    cause.what = what;
    cause.id = id;
    return cause;
}

/// Runs one of the programs of the passwd package. Returns its exit code when that is 0 or one of `harmless`.
Result<int> runTool(const std::vector<std::string>& words, const std::set<int>& harmless,
                    const std::string& byHand) {
    TRY_ASSIGN(const auto outcome, run(words, programLimit));
    if (outcome.exitCode == 0 || harmless.contains(outcome.exitCode))
        return outcome.exitCode;
    return fail(ExitCode::failed, "account.tool",
                words.front() + " ended with code " + std::to_string(outcome.exitCode),
                outcome.errors.substr(0, outcome.errors.find('\n')),
                "Resolve the problem that it reports, or " + byHand + " manually, then run setup again");
}

Result<void> createByUseradd(const std::string& name, const std::filesystem::path& home) {
    if (groupExists(name))
        return fail(groupWithoutAccount(name));
    return runTool({"useradd", "--system", "--user-group", "--no-create-home", "--no-log-init", "--home-dir",
                    utf8(home), "--shell", "/usr/sbin/nologin", name},
                   {}, "create the account")
        .map([](int) {});
}

Result<void> removeByUserdel(const std::string& name) {
    constexpr int noSuchUser = 6;
    constexpr int noSuchGroup = 6;
    constexpr int groupOfOthers = 8;
    // whatever kept useradd from making it would keep userdel from looking
    const auto there = findRunning(name);
    if (there && !*there && !groupExists(name))
        return {};
    TRY_ASSIGN(const auto removed, runTool({"userdel", name}, {noSuchUser}, "remove the account"));
    if (removed == noSuchUser)
        return {};
    // userdel takes the group along only where login.defs says so
    return runTool({"groupdel", name}, {noSuchGroup, groupOfOthers}, "remove the group").map([](int) {});
}

} // namespace

bool isAdministrator() {
    return ::geteuid() == 0;
}

Result<std::optional<AccountIds>> findAccount(const Root& root, const std::string& name) {
    if (root.isRunningSystem())
        return findRunning(name);
    TRY_ASSIGN(const auto passwd, AccountFile::read(root("/etc/passwd")));
    const auto fields = passwd.find(name);
    if (!fields)
        return std::nullopt;
    const auto user = fields->size() > 3 ? number((*fields)[2]) : std::nullopt;
    const auto group = fields->size() > 3 ? number((*fields)[3]) : std::nullopt;
    if (!user || !group)
        return fail(ExitCode::failed, "account.find", "Can't read the account " + name,
                    "Its line in " + utf8(root("/etc/passwd")) + " has no numeric ids",
                    "Correct that line (pwck)");
    return AccountIds{*user, *group};
}

Result<void> createAccount(const Root& root, const std::string& name, const std::filesystem::path& home) {
    const std::string what = cannotCreate(name);
    if (!isName(name) || utf8(home).find_first_of(":\n") != std::string::npos)
        return fail(ExitCode::usage, "account.create", what,
                    "Names of accounts have lower-case letters, digits, '-' and '_', at most 31; home "
                    "folders have no colon",
                    "Choose another service account or folder");
    const auto there = findAccount(root, name);
    if (there && *there)
        return {};
    auto created =
        there ? root.isRunningSystem() ? createByUseradd(name, home) : addToAccountFiles(root, name, home)
              : Result<void>(fail(there.error()));
    return created ? created : fail(about(created.error(), "account.create", what));
}

Result<void> removeAccount(const Root& root, const std::string& name) {
    auto removed = root.isRunningSystem() ? removeByUserdel(name) : removeFromAccountFiles(root, name);
    return removed ? removed
                   : fail(about(removed.error(), "account.remove", "Can't remove the account " + name));
}

} // namespace bes::host
