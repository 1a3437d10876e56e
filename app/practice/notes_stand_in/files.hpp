// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario.hpp"
#include "state_databases.hpp"

namespace stand_in {

/// A path to compare by: lower case, backslashes.
[[nodiscard]] std::string foldedPath(std::string_view path);

/// A path with the separators of the server's platform.
[[nodiscard]] std::string separated(std::string path, const Server& server);

/// Title, categories, the template that it is and the one that it inherits from, as Domino keeps them: a line
/// each.
[[nodiscard]] std::string infoText(const Database& database);

/// The data directory of one server of a scenario, which it refers to.
class Files {
public:
    Files(const Scenario& scenario, const Server& server);

    [[nodiscard]] std::optional<Database> database(std::string_view path) const;
    [[nodiscard]] std::optional<Database> replica(notes::TimeDate id) const;
    [[nodiscard]] bool isFolder(std::string_view path) const;

    /// All databases, with places where one is missing.
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] std::optional<Database> at(std::size_t place) const;

    /// Databases in the folder, and below it if `recurse`. Stops where visit gives false.
    void forEachDatabase(std::string_view folder, bool recurse,
                         const std::function<bool(const Database&)>& visit) const;
    /// Paths of the folders in the folder, as above.
    [[nodiscard]] std::vector<std::string> folders(std::string_view folder, bool recurse) const;

private:
    [[nodiscard]] std::vector<std::string> allFolders() const;

    const Server* server_;
    std::optional<StateDatabaseFiles> stateDatabases_;
};

} // namespace stand_in
