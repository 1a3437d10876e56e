// SPDX-License-Identifier: Apache-2.0
#include "database/sqlite_layers.hpp"

#include <sqlite3.h>

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <system_error>

namespace bes::database {
namespace {

/// SQLite's own layer.
sqlite3_vfs* original() {
    return sqlite3_vfs_find(nullptr);
}

/// Setup's own, below the folder for temporary files, where SQLite sorts what does not fit into memory.
bool isTemporary(int flags) {
    return (flags & (SQLITE_OPEN_TEMP_DB | SQLITE_OPEN_TEMP_JOURNAL | SQLITE_OPEN_TRANSIENT_DB |
                     SQLITE_OPEN_SUBJOURNAL)) != 0;
}

/// What may be opened: SQLite goes by names, and follows no link at the end of one.
bool isFileOrAbsent(const char* name) {
    std::error_code error;
    const auto type = std::filesystem::symlink_status(name, error).type();
    return type == std::filesystem::file_type::regular || type == std::filesystem::file_type::not_found;
}

/// The database says so in its header.
bool isInLogMode(sqlite3_file* file) {
    constexpr int writeVersion = 18, readVersion = 19;
    std::array<unsigned char, 20> header{};
    return file->pMethods->xRead(file, header.data(), static_cast<int>(header.size()), 0) == SQLITE_OK &&
           (header[writeVersion] == 2 || header[readVersion] == 2);
}

bool hasLog(const std::filesystem::path& file) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file.string() + "-wal", error);
    return !error && size > 0;
}

int nobodyChangesIt(sqlite3_file* /*file*/) {
    return SQLITE_IOCAP_IMMUTABLE;
}

/// What SQLite does with an open file, without the parts that make a shared memory beside it. A database in
/// WAL mode without a log is complete: it is read as if nobody could change it, for locks of that mode are in
/// the shared memory.
const sqlite3_io_methods* readingMethods(const sqlite3_io_methods* methods, bool logMode) {
    static std::mutex making;
    static std::map<std::pair<const sqlite3_io_methods*, bool>, std::unique_ptr<sqlite3_io_methods>> made;
    const std::scoped_lock lock(making);
    auto& found = made[{methods, logMode}];
    if (!found) {
        found = std::make_unique<sqlite3_io_methods>(*methods);
        found->iVersion = 1;
        if (logMode)
            found->xDeviceCharacteristics = nobodyChangesIt;
    }
    return found.get();
}

int openForLooking(sqlite3_vfs* /*layer*/, const char* name, sqlite3_file* file, int flags, int* openedWith) {
    file->pMethods = nullptr; // nothing to close, where it ends here
    sqlite3_vfs* const sqlite = original();
    if (name == nullptr || isTemporary(flags))
        return sqlite->xOpen(sqlite, name, file, flags, openedWith);
    if (!isFileOrAbsent(name))
        return SQLITE_CANTOPEN;
    constexpr int writing = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_DELETEONCLOSE;
    const int opened =
        sqlite->xOpen(sqlite, name, file, (flags & ~writing) | SQLITE_OPEN_READONLY, openedWith);
    if (opened == SQLITE_OK && (flags & SQLITE_OPEN_MAIN_DB) != 0)
        file->pMethods = readingMethods(file->pMethods, isInLogMode(file) && !hasLog(name));
    return opened;
}

int openForChanging(sqlite3_vfs* /*layer*/, const char* name, sqlite3_file* file, int flags,
                    int* openedWith) {
    file->pMethods = nullptr;
    sqlite3_vfs* const sqlite = original();
    if (name != nullptr && !isTemporary(flags) && !isFileOrAbsent(name))
        return SQLITE_CANTOPEN;
    return sqlite->xOpen(sqlite, name, file, flags, openedWith);
}

int removeNothing(sqlite3_vfs* /*layer*/, const char* /*name*/, int /*syncFolder*/) {
    return SQLITE_READONLY;
}

using Open = int (*)(sqlite3_vfs*, const char*, sqlite3_file*, int, int*);

/// Everything else is SQLite's own, which finds what it needs in the copy.
sqlite3_vfs makeLayer(const char* name, Open open) {
    sqlite3_initialize();
    sqlite3_vfs layer = *original();
    layer.pNext = nullptr;
    layer.zName = name;
    layer.xOpen = open;
    return layer;
}

} // namespace

const char* lookingLayer() {
    static sqlite3_vfs layer = [] {
        sqlite3_vfs made = makeLayer("bes-looking", openForLooking);
        made.xDelete = removeNothing;
        return made;
    }();
    static const int registered = sqlite3_vfs_register(&layer, 0);
    return registered == SQLITE_OK ? layer.zName : "";
}

const char* changingLayer() {
    static sqlite3_vfs layer = makeLayer("bes-changing", openForChanging);
    static const int registered = sqlite3_vfs_register(&layer, 0);
    return registered == SQLITE_OK ? layer.zName : "";
}

bool changesWaitInLog(const std::filesystem::path& file) {
    return hasLog(file);
}

} // namespace bes::database
