// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "host/accounts.hpp"
#include "host/root.hpp"
#include "model/failure.hpp"

namespace bes::host {

/// A file in a folder that may belong to another account, who can put anything in its place at any moment:
/// Domino's notes.ini. It was found without following a link that others can set, is a regular file with one
/// name, of the folder's owner or of root, and was read once; all that is done to it goes to that file in
/// that folder, or fails. What is written there is written with the owner's rights where the folder is the
/// owner's too.
///
/// Failures: file.unsafe (what stands there is not such a file), file.changed (it is no longer the one that
/// was read; nothing was changed), file.access, file.read, file.write, file.no-space.
class FileOfOthers {
public:
    /// Reads it. Empty where there is none.
    [[nodiscard]] static Result<std::optional<FileOfOthers>>
    find(const Root& root, const std::filesystem::path& inside, std::uint64_t limit);
    /// Failure where there is none.
    [[nodiscard]] static Result<FileOfOthers> open(const Root& root, const std::filesystem::path& inside,
                                                   std::uint64_t limit);

    /// Whose it is, without reading it; empty where there is none.
    [[nodiscard]] static Result<std::optional<AccountIds>> ownerOf(const Root& root,
                                                                   const std::filesystem::path& inside);

    FileOfOthers(FileOfOthers&&) noexcept;
    FileOfOthers& operator=(FileOfOthers&&) noexcept;
    ~FileOfOthers();

    [[nodiscard]] const std::string& content() const;
    [[nodiscard]] AccountIds owner() const;

    /// Failure where replace() could not write into the folder.
    [[nodiscard]] Result<void> checkReplaceable() const;

    /// Content and times for an undo, in a new file of setup's own: `copy` is in a folder that nobody else
    /// can write.
    [[nodiscard]] Result<void> keepAs(const std::filesystem::path& copy) const;

    /// As writeDurably: the file is the old or the new one. The new one has owner, permissions, ACL and user
    /// attributes of the old one, but not the set-ID bits and no attribute that gives rights.
    [[nodiscard]] Result<void> replace(std::string_view content);
    /// Content and times that keepAs() kept.
    [[nodiscard]] Result<void> putBack(const std::filesystem::path& copy);

private:
    struct State;
    [[nodiscard]] static Result<std::unique_ptr<State>>
    reach(const Root& root, const std::filesystem::path& inside, std::uint64_t limit);
    explicit FileOfOthers(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// Removes the temporary files that a killed replace() left beside `inside`. Success where there are none.
[[nodiscard]] Result<void> removeUnfinishedReplacements(const Root& root,
                                                        const std::filesystem::path& inside);

} // namespace bes::host
