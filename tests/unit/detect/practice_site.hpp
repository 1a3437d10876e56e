// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "model/receipt.hpp"
#include "model/request.hpp"
#include "unit/database/practice_database.hpp"
#include "unit/temporary_folder.hpp"

void writeText(const std::filesystem::path& path, const std::string& text);

/// Everything that detect looks at, for real: a computer's file system, a database and signed media.
class PracticeSite {
public:
    /// The media's only component listens on `port`.
    explicit PracticeSite(std::uint16_t port = 3101);

    /// For the computer "practice", whose file system is in root().
    [[nodiscard]] bes::Request request() const;
    [[nodiscard]] std::filesystem::path root() const { return folder_.path() / "root"; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
    [[nodiscard]] const PracticeDatabase& database() const { return database_; }

    /// Every path below the site with type, mode, time of change and content, and the database's bytes.
    [[nodiscard]] std::map<std::string, std::string> everything() const;

private:
    TemporaryFolder folder_;
    PracticeDatabase database_;
};

/// Records the receipt in a new journal below the root, as the end of an installation does.
void recordReceipt(const std::filesystem::path& root, const bes::Receipt& receipt);
/// A run that was begun below the root and did not end.
void beginRun(const std::filesystem::path& root, const std::string& run);
