// SPDX-License-Identifier: Apache-2.0
#include "host/linux/account_files.hpp"

#include <chrono>
#include <utility>

#include "host/files.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

// useradd --prefix would do for an image, but it needs account files to be there and asks the name services
// of the computer it runs on for free ids. The run lock of the root keeps other runs of setup away from these
// files.

namespace bes::host {
namespace {

/// Numbers of passwd's and group's fields.
constexpr std::size_t idField = 2;
constexpr std::size_t primaryGroupField = 3;
constexpr std::size_t membersField = 3;

constexpr unsigned publicMode = 0644;
constexpr unsigned secretMode = 0640;

struct AccountFiles {
    AccountFile passwd, group, shadow, gshadow;

    static Result<AccountFiles> read(const Root& root) {
        auto passwd = AccountFile::read(root("/etc/passwd"));
        auto group = AccountFile::read(root("/etc/group"));
        auto shadow = AccountFile::read(root("/etc/shadow"));
        auto gshadow = AccountFile::read(root("/etc/gshadow"));
        for (const auto* file : {&passwd, &group, &shadow, &gshadow})
            if (!*file)
                return fail(file->error());
        return AccountFiles{std::move(*passwd), std::move(*group), std::move(*shadow), std::move(*gshadow)};
    }

    // The line in passwd is the first to come and the last to go: a half-made or half-removed account can be
    // told by it and is removed completely, and a group that was there without an account is never taken for
    // ours.
    [[nodiscard]] Result<void> saveNew() const {
        return passwd.save(publicMode)
            .and_then([this] { return shadow.save(secretMode); })
            .and_then([this] { return group.save(publicMode); })
            .and_then([this] { return gshadow.save(secretMode); });
    }
    [[nodiscard]] Result<void> saveWithout() const {
        return gshadow.save(secretMode)
            .and_then([this] { return group.save(publicMode); })
            .and_then([this] { return shadow.save(secretMode); })
            .and_then([this] { return passwd.save(publicMode); });
    }
    [[nodiscard]] Result<void> removeUnfinishedWrites() const {
        return gshadow.removeUnfinishedWrites()
            .and_then([this] { return group.removeUnfinishedWrites(); })
            .and_then([this] { return shadow.removeUnfinishedWrites(); })
            .and_then([this] { return passwd.removeUnfinishedWrites(); });
    }
};

/// A number that is free for both, searched as useradd --system does: from above. One that is somebody's
/// primary group is not free, although no line of group names it.
std::optional<std::string> freeId(const AccountFiles& files) {
    for (int id = highestSystemId; id >= lowestSystemId; --id) {
        std::string text = std::to_string(id);
        if (!files.passwd.anyHas(idField, text) && !files.passwd.anyHas(primaryGroupField, text) &&
            !files.group.anyHas(idField, text))
            return text;
    }
    return std::nullopt;
}

std::string daysSince1970() {
    return std::to_string(
        std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()).time_since_epoch().count());
}

bool groupUsedByOthers(const AccountFiles& files, const AccountFile::Fields& group) {
    const bool hasMembers = group.size() > membersField && !group[membersField].empty();
    return hasMembers || group.size() <= idField || files.passwd.anyHas(primaryGroupField, group[idField]);
}

} // namespace

std::string cannotCreate(const std::string& account) {
    return "Can't create the account " + account;
}

Failure groupWithoutAccount(const std::string& name) {
    return {ExitCode::failed,
            "account.create",
            cannotCreate(name),
            "A group of that name exists without an account",
            "Create the account in that group, remove the group, or choose another account",
            {{"service.account"}},
            "useradd --system --gid " + name + " " + name};
}

std::string leftoverOf(const AccountFile& file, const std::filesystem::path& path, const std::string& name) {
    return file.find(name) ? utf8(path) + " has a line of " + name + ", but the account does not exist"
                           : std::string();
}

bool hasFreeId(const Root& root) {
    const auto files = AccountFiles::read(root);
    return !files || freeId(*files);
}

Result<void> addToAccountFiles(const Root& root, const std::string& name, const std::filesystem::path& home) {
    TRY_ASSIGN(auto files, AccountFiles::read(root));
    if (files.passwd.find(name))
        return {};
    if (files.group.find(name))
        return fail(groupWithoutAccount(name));
    for (const auto& [file, path] :
         {std::pair(&files.shadow, "/etc/shadow"), {&files.gshadow, "/etc/gshadow"}})
        if (std::string why = leftoverOf(*file, root(path), name); !why.empty())
            return fail(
                ExitCode::failed, "account.create", cannotCreate(name), std::move(why),
                "Remove the line (pwck and grpck find such lines), or choose another service account");
    const auto id = freeId(files);
    if (!id)
        return fail(ExitCode::failed, "account.create", cannotCreate(name),
                    "All ids of system accounts are taken in " + utf8(root("/etc/passwd")),
                    "Remove accounts that are not needed, or choose an existing account");
    const bool shadowed = files.shadow.exists();
    files.passwd.add({name, shadowed ? "x" : "!*", *id, *id, "", utf8(home), "/usr/sbin/nologin"});
    files.group.add({name, "x", *id, ""});
    if (shadowed)
        files.shadow.add({name, "!*", daysSince1970(), "", "", "", "", "", ""});
    if (files.gshadow.exists())
        files.gshadow.add({name, "!", "", ""});
    return makeFolder(root("/etc"), 0755).and_then([&] { return files.saveNew(); });
}

Result<void> removeFromAccountFiles(const Root& root, const std::string& name) {
    TRY_ASSIGN(auto files, AccountFiles::read(root));
    if (files.passwd.find(name)) {
        files.passwd.remove(name);
        files.shadow.remove(name);
        if (const auto group = files.group.find(name); !group || !groupUsedByOthers(files, *group)) {
            files.group.remove(name);
            files.gshadow.remove(name);
        }
    }
    return files.removeUnfinishedWrites().and_then([&] { return files.saveWithout(); }).and_then([&] {
        return removeEmptyFolder(root("/etc"));
    });
}

} // namespace bes::host
