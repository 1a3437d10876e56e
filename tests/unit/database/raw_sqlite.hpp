// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include <sqlite3.h>

#include "text/path_text.hpp"

/// Works on a database file as another program would: without setup's code and without switching foreign keys
/// on.
class RawSqlite {
public:
    explicit RawSqlite(const std::filesystem::path& file) {
        if (sqlite3_open(bes::utf8(file).c_str(), &connection_) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(connection_));
        sqlite3_busy_timeout(connection_, 20000);
    }
    RawSqlite(const RawSqlite&) = delete;
    RawSqlite& operator=(const RawSqlite&) = delete;
    ~RawSqlite() { sqlite3_close(connection_); }

    /// A rule of the database forbids it; throws where something else is wrong.
    bool refuses(const std::string& sql) {
        const int code = sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr);
        if (code != SQLITE_OK && code != SQLITE_CONSTRAINT)
            throw std::runtime_error(sqlite3_errmsg(connection_) + (" in: " + sql));
        return code == SQLITE_CONSTRAINT;
    }

    void run(const std::string& sql) {
        if (sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(connection_) + (" in: " + sql));
    }

    void runFile(const std::filesystem::path& script) {
        std::ifstream file(script, std::ios::binary);
        run("PRAGMA foreign_keys = ON");
        run({std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
    }

    /// All values of a query, with '|' between columns and a line break after each row.
    std::string rows(const std::string& sql) {
        std::string text;
        const auto append = [](void* parameters, int columns, char** values, char**) {
            for (int i = 0; i < columns; ++i)
                *static_cast<std::string*>(parameters) +=
                    std::string(values[i] ? values[i] : "NULL") + (i + 1 < columns ? "|" : "\n");
            return 0;
        };
        if (sqlite3_exec(connection_, sql.c_str(), append, &text, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(connection_));
        return text;
    }

private:
    sqlite3* connection_ = nullptr;
};
