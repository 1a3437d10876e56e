// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "database/backend.hpp"

namespace bes::database {

/// The database's file, absolute: a relative path, ":memory:" or "file:…" means nothing special.
[[nodiscard]] std::filesystem::path sqliteFile(const DatabaseAddress& address);

/// Something that could be a database is there and this account may open it. SQLite itself would tell all of
/// these apart only as "unable to open database file".
[[nodiscard]] Result<void> expectSqliteFile(const DatabaseAddress& address, Access access);

/// A database can be made there: nothing, or an empty file, is in the way. Failure database.exists.
[[nodiscard]] Result<void> expectRoomForSqliteFile(const DatabaseAddress& address);

/// An empty file that SRP authentication keys will stand in: its owner's alone, whatever the umask. An
/// administrator can open it to others. Success where there is an empty one.
[[nodiscard]] Result<void> makePrivateFile(const DatabaseAddress& address);

/// As Backend::stranger().
[[nodiscard]] Result<std::optional<host::OtherWriter>> strangerAtSqliteFile(const DatabaseAddress& address,
                                                                            Access access);

} // namespace bes::database
