// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "model/facts.hpp"
#include "model/failure.hpp"

namespace bes::host {

// Failures of this header have the ids file.read, file.write, file.no-space (ENOSPC, EDQUOT), file.access and
// carry the path and the system's reason.

struct FileStatus {
    FileType type = FileType::regular;
    unsigned mode = 0; ///< permission bits
    std::uint64_t size = 0;
    std::uint64_t inode = 0;
    std::uint32_t user = 0, group = 0; ///< who owns it
    std::string leadsTo;               ///< of a symbolic link
};

/// Empty when there is nothing. Does not follow a symbolic link. A device, socket or pipe is a Failure.
[[nodiscard]] Result<std::optional<FileStatus>> status(const std::filesystem::path& path);

[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path,
                                           std::uint64_t limit = 64ull << 20);

/// What a rewritten file keeps of the one before it.
enum class Keep { nothing, ownerAndMode };

/// Temporary file in the same folder, fsync, rename, fsync of the folder: after a power cut the file is the
/// old or the new one. `mode` counts where nothing is kept or there was no file. A symbolic link is replaced
/// where nothing is kept; with ownerAndMode what it leads to is rewritten, and extended attributes (ACLs,
/// labels) are kept too.
[[nodiscard]] Result<void> writeDurably(const std::filesystem::path& path, std::string_view content,
                                        unsigned mode, Keep keep = Keep::nothing);
/// An empty file with that mode, whatever the umask. Success when there is a file already, which stays as it
/// is.
[[nodiscard]] Result<void> makeFile(const std::filesystem::path& path, unsigned mode);
/// Removes the temporary files that a killed writeDurably(path) left beside `path`. For undoing; success when
/// there are none.
[[nodiscard]] Result<void> removeUnfinishedWrites(const std::filesystem::path& path);

/// Renames within a file system, replacing a file. Not durable by itself: see syncFileSystem.
[[nodiscard]] Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to);
/// The same, but where something is at `to` nothing is done: false then. `to` of another kind counts too.
[[nodiscard]] Result<bool> renameIfFree(const std::filesystem::path& from, const std::filesystem::path& to);
/// Second name for a file (hard link; a symbolic link is copied as one). Existing `to` with the same file:
/// success.
[[nodiscard]] Result<void> keepAs(const std::filesystem::path& from, const std::filesystem::path& to);
/// Success when there is nothing.
[[nodiscard]] Result<void> removeFile(const std::filesystem::path& path);
/// Removes an empty folder. Success when it is absent, not empty (what others put there stays), no folder, or
/// a mount point.
[[nodiscard]] Result<void> removeEmptyFolder(const std::filesystem::path& path);
/// With all that is in it, without following symbolic links. Success when there is nothing.
[[nodiscard]] Result<void> removeTree(const std::filesystem::path& path);
/// One level; success when it is there already (mode and owner then stay as they are).
[[nodiscard]] Result<void> makeFolder(const std::filesystem::path& path, unsigned mode);
/// All that are missing, those above the last one with the mode 0755. Modes are set, whatever the umask.
[[nodiscard]] Result<void> makeFolders(const std::filesystem::path& path, unsigned mode);
/// Numeric owner and group of an account as the root knows it (root's /etc/passwd), for a file or folder.
[[nodiscard]] Result<void> giveTo(const std::filesystem::path& path, std::uint32_t user, std::uint32_t group);

/// Permission bits of a file or folder; a symbolic link has none.
[[nodiscard]] Result<void> setMode(const std::filesystem::path& path, unsigned mode);

/// Everything written to the file system of `path` is on the disk afterwards.
[[nodiscard]] Result<void> syncFileSystem(const std::filesystem::path& path);
[[nodiscard]] Result<void> syncFolder(const std::filesystem::path& path);

/// For the nearest existing parent of `path`. What is reserved for root is not counted as available: the
/// numbers are those of `df`. Mounts of one file system in several places (bind mounts, subvolumes) have one
/// mount point here, for they share their free room.
[[nodiscard]] Result<FileSystemSpace> space(const std::filesystem::path& path);

/// Failure with the system's reason when this process could not.
[[nodiscard]] Result<void> checkReadable(const std::filesystem::path& path);
/// For a folder, or a file to be rewritten durably (so its folder must be writable too); for something that
/// is absent, the nearest existing parent is looked at.
[[nodiscard]] Result<void> checkWritable(const std::filesystem::path& path);

} // namespace bes::host
