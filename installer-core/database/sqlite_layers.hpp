// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace bes::database {

// File layers of SQLite (each a "vfs") for a database whose folder may be somebody else's. Both open regular
// files only: a pipe in the place of a journal would hold setup up for ever.

/// Writes nothing beside or into a database: opens files for reading only, makes and removes none, and leaves
/// what an interrupted program did not finish as it is (SQLite then says SQLITE_READONLY_ROLLBACK). A
/// database in WAL mode can be read with it while no program has changes waiting in its log.
[[nodiscard]] const char* lookingLayer();
/// As SQLite's own.
[[nodiscard]] const char* changingLayer();

/// Changes wait in the log of a database in WAL mode, which lookingLayer() can't read.
[[nodiscard]] bool changesWaitInLog(const std::filesystem::path& file);

} // namespace bes::database
