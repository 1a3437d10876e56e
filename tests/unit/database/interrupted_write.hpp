// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

#include "unit/database/other_process.hpp"
#include "unit/database/raw_sqlite.hpp"

inline std::filesystem::path journalOf(const std::filesystem::path& file) {
    return file.string() + "-journal";
}

/// Dies after some pages have reached the file and before the commit.
inline void interruptWrite(const std::filesystem::path& file) {
    OtherProcess dying([&] {
        auto* database = new RawSqlite(file); // never closed: closing would take the write back
        database->run("PRAGMA cache_size = 1; BEGIN IMMEDIATE; "
                      "UPDATE UserConfig SET DisplayName = DisplayName || hex(zeroblob(500)); "
                      "DELETE FROM ServerComponent");
        return 0;
    });
    REQUIRE(dying.exitCode() == 0);
    REQUIRE(std::filesystem::file_size(journalOf(file)) > 512);
}
