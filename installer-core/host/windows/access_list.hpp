// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include <windows.h>

#include "host/others_write.hpp"
#include "host/windows/opened.hpp"
#include "host/windows/sids.hpp"
#include "host/windows/system_failure.hpp"

namespace bes::host {

constexpr ACCESS_MASK takesOverFile = WRITE_DAC | WRITE_OWNER | GENERIC_ALL;
constexpr ACCESS_MASK changesFile =
    FILE_WRITE_DATA | FILE_APPEND_DATA | DELETE | GENERIC_WRITE | takesOverFile;
constexpr ACCESS_MASK readsFile = FILE_READ_DATA | GENERIC_READ;

/// Who may do what with a file or folder. A link is not followed.
class AccessList {
public:
    explicit AccessList(const std::filesystem::path& path);
    AccessList(const AccessList&) = delete;
    AccessList& operator=(const AccessList&) = delete;
    ~AccessList();

    /// Why the list can't be read; 0 where it was.
    [[nodiscard]] SystemError error() const { return error_; }
    [[nodiscard]] bool folder() const { return entry_ && entry_->folder(); }
    [[nodiscard]] Sid owner() const { return copyOf(owner_); }
    /// Somebody who is none of these and has one of the rights: everyone where there is no list. The owner by
    /// that name alone is not looked at.
    [[nodiscard]] std::optional<Sid> otherThan(const Accounts& accounts, ACCESS_MASK rights) const;

private:
    PSECURITY_DESCRIPTOR memory_ = nullptr;
    PSID owner_ = nullptr;
    PACL list_ = nullptr;
    std::optional<EntryInformation> entry_;
    SystemError error_ = 0;
};

} // namespace bes::host
