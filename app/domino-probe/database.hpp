// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "domino/notes_api.hpp"
#include "model/domino/replies.hpp"
#include "server_names.hpp"

namespace bes::probe {

/// An open database or folder of a server, of which it is known that this very server gave it: a failover
/// could lead to the mate (domino.md §2.4).
class Database {
public:
    /// `file` is relative to the data folder, with backslashes; where a server has no such file it is looked
    /// for with slashes too, for not every server runs on Windows (domino.md §2.3).
    [[nodiscard]] static tl::expected<Database, domino::Reason>
    open(const domino::notes::Functions& api, const ServerName& server, const std::string& file);

    Database(Database&& other) noexcept;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    Database& operator=(Database&&) = delete;
    ~Database();

    [[nodiscard]] domino::notes::DatabaseHandle handle() const { return slot_.handle; }
    /// The library has said which server it was. Otherwise it lacks the function or gave no name.
    [[nodiscard]] bool serverProved() const { return serverProved_; }

private:
    explicit Database(const domino::notes::Functions& api) : api_(&api) {}

    const domino::notes::Functions* api_;
    domino::notes::HandleSlot slot_;
    bool serverProved_ = false;
};

} // namespace bes::probe
