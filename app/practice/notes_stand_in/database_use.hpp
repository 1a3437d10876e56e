// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "call.hpp"
#include "files.hpp"

namespace stand_in {

/// A net path in its parts.
struct NetPath {
    std::string server; ///< LMBCS; empty: local
    std::string file;   ///< UTF-8
};

[[nodiscard]] NetPath splitNetPath(const char* path);

/// The server of a net path. A local path is answered, with a warning: the checks name their own server.
[[nodiscard]] const Server* serverOf(const Call& call, const NetPath& path);

/// A database, or why it can't be opened.
struct FoundDatabase {
    notes::Code problem = notes::Code::none;
    Database database;
};

[[nodiscard]] FoundDatabase findDatabase(const Call& call, const Server& server, const std::string& file);

/// What a handle stands for, in this call. Panics where it is no handle of this thread.
class DatabaseUse {
public:
    DatabaseUse(const Call& call, notes::DatabaseHandle handle);

    /// Why it can't be used as a database, or as a directory.
    [[nodiscard]] std::optional<notes::Status> unusable(bool asDirectory) const;

    [[nodiscard]] const OpenDatabase& open() const { return open_; }
    [[nodiscard]] const Server& server() const { return *server_; }
    [[nodiscard]] const Database& database() const { return found_.database; }
    [[nodiscard]] Files files() const { return {call_.scenario(), *server_}; }

private:
    const Call& call_;
    OpenDatabase open_; ///< a copy: a search's call-back may close the database
    const Server* server_ = nullptr;
    FoundDatabase found_;
};

} // namespace stand_in
