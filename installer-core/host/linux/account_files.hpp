// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "host/accounts.hpp"

namespace bes::host {

/// A file of the passwd family: lines of fields separated by colons. Lines that are not touched keep their
/// bytes.
class AccountFile {
public:
    /// An absent file has no lines. A symbolic link is refused: in an image it may lead to the files of this
    /// computer.
    [[nodiscard]] static Result<AccountFile> read(std::filesystem::path path);

    using Fields = std::vector<std::string>;
    [[nodiscard]] bool exists() const { return existed_; }
    [[nodiscard]] std::optional<Fields> find(const std::string& name) const;
    [[nodiscard]] bool anyHas(std::size_t field, const std::string& value) const;

    /// At the end, but before lines that include other name services ("+::::::").
    void add(const Fields& fields);
    void remove(const std::string& name);

    /// Writes what was changed, durably; a file without lines goes if it was this object that emptied it.
    /// `mode` is that of a new file.
    [[nodiscard]] Result<void> save(unsigned mode) const;
    /// Those that a killed save left beside the file.
    [[nodiscard]] Result<void> removeUnfinishedWrites() const;

private:
    std::filesystem::path path_;
    bool existed_ = false;
    std::string before_;
    std::vector<std::string> lines_;
};

[[nodiscard]] std::string cannotCreate(const std::string& account);
/// Setup could not tell afterwards that the group is not its own, and would remove it with the account.
[[nodiscard]] Failure groupWithoutAccount(const std::string& name);

/// A sentence where the file has a line of this account, which does not exist: setup could not tell
/// afterwards that it is not its own. Empty where it has none.
[[nodiscard]] std::string leftoverOf(const AccountFile& file, const std::filesystem::path& path,
                                     const std::string& name);

/// The numbers among which one for a new account and its group is looked for in a root that is not running.
constexpr int lowestSystemId = 100;
constexpr int highestSystemId = 999;
/// One of them is free. Also where the files can't be read, which is another failure.
[[nodiscard]] bool hasFreeId(const Root& root);

/// passwd, group and, where there are any, shadow and gshadow of a root that is not running.
[[nodiscard]] Result<void> addToAccountFiles(const Root& root, const std::string& name,
                                             const std::filesystem::path& home);
[[nodiscard]] Result<void> removeFromAccountFiles(const Root& root, const std::string& name);

} // namespace bes::host
