// SPDX-License-Identifier: Apache-2.0
#include "database/sqlite_file.hpp"

#include <system_error>

#include "answers/answers.hpp"
#include "database/sqlite_layers.hpp"
#include "database/typed_command.hpp"
#include "host/accounts.hpp"
#include "host/files.hpp"
#include "model/try.hpp"

namespace bes::database {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Failure> noConnection(std::string why, Remedy remedy) {
    return fail(ExitCode::database, "database.connect", cantBeOpened, std::move(why), std::move(remedy));
}

tl::unexpected<Failure> noRight(std::string why, Remedy remedy) {
    auto failed = noConnection(std::move(why), std::move(remedy));
    failed.value().byRights = true;
    return failed;
}

/// Root lacks no rights: something else keeps it from writing.
tl::unexpected<Failure> unwritable(Failure failure) {
    if (host::isAdministrator()) {
        Remedy remedy = remedyOf(failure);
        return noConnection(std::move(failure.why), std::move(remedy));
    }
    return noRight(std::move(failure.why),
                   "Run setup as an account that can write to the file and to its folder.");
}

Result<void> expectUsablePath(const DatabaseAddress& address) {
    if (address.location.empty())
        return noConnection("no database file is given",
                            {"Enter the path of the database file.", {{"database.location"}}});
    // SOCI takes the path inside quotation marks and knows no way to escape one
    if (address.location.find('"') != std::string::npos)
        return noConnection("the path " + address.location + " contains a quotation mark",
                            "Rename the file without it.");
    return {};
}

} // namespace

fs::path sqliteFile(const DatabaseAddress& address) {
    std::error_code ignored;
    const fs::path absolute = fs::absolute(address.location, ignored);
    return ignored ? fs::path(address.location) : absolute;
}

Result<void> expectSqliteFile(const DatabaseAddress& address, Access access) {
    TRY(expectUsablePath(address));
    const fs::path file = sqliteFile(address);
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found)
        return noConnection(
            file.string() + " does not exist",
            {"Enter the path of the database that the primary uses.", {{"database.location"}}});
    if (error)
        return noRight(file.string() + ": " + error.message(),
                       "Run setup as an account that can access the file.");
    if (status.type() != fs::file_type::regular)
        return noConnection(file.string() +
                                (fs::is_directory(status) ? " is a folder" : " is not a regular file"),
                            {"Enter the path of the database file.", {{"database.location"}}});
    if (auto readable = host::checkReadable(file); !readable)
        return noRight(std::move(readable.error().why), "Run setup as an account that can read the file.");
    if (access == Access::read && changesWaitInLog(file))
        return noConnection("changes of another program are waiting in " + file.string() +
                                "-wal, and reading them would write to it",
                            {"Stop the programs that have it open, or change its journal mode",
                             {},
                             "sqlite3 " + answers::quotedForShell(file.string()) + ' ' +
                                 answers::quotedForShell("PRAGMA journal_mode = DELETE")});
    if (access == Access::write)
        if (auto writable = host::checkWritable(fs::canonical(file, error)); !writable)
            return unwritable(std::move(writable.error()));
    return {};
}

Result<void> expectRoomForSqliteFile(const DatabaseAddress& address) {
    TRY(expectUsablePath(address));
    const fs::path file = sqliteFile(address);
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found) {
        if (auto writable = host::checkWritable(file); !writable)
            return noRight(std::move(writable.error().why),
                           "Run setup as an account that can write to the folder.");
        return {};
    }
    const bool empty = status.type() == fs::file_type::regular && fs::file_size(file, error) == 0;
    if (error)
        return noRight(file.string() + ": " + error.message(),
                       "Run setup as an account that can access the file.");
    if (empty)
        return {};
    return fail(ExitCode::database, "database.exists", "No BlackBerry Configuration Database was created",
                file.string() + " already exists",
                Remedy("Choose another path, or upgrade the existing database", {{"database.location"}},
                       typedCommand({"upgrade"}, address)));
}

Result<void> makePrivateFile(const DatabaseAddress& address) {
    const fs::path file = sqliteFile(address);
    constexpr unsigned ownersOnly = 0600;
    auto made = host::makeFile(file, ownersOnly);
    return made ? made : noConnection(std::move(made.error().why), std::move(made.error().remedy));
}

Result<std::optional<host::OtherWriter>> strangerAtSqliteFile(const DatabaseAddress& address, Access access) {
    using Reach = host::OtherWriter::Reach;
    if (!host::isAdministrator() || !expectUsablePath(address))
        return std::nullopt;
    const fs::path file = sqliteFile(address);
    const host::Accounts rootOnly{0};
    std::error_code error;
    const bool there = fs::exists(fs::symlink_status(file, error));
    if (auto other = host::otherWriter(file, rootOnly); there && other && other->reach == Reach::replace)
        return other;
    // what stands beside it counts as well: SQLite believes a journal of that name
    const fs::path real = fs::weakly_canonical(file, error);
    auto other = host::otherWriter((error ? file : real).parent_path(), rootOnly);
    if (!other || other->reach == Reach::unknown)
        return std::nullopt;
    if (other->reach == Reach::replace)
        return other;
    const bool isDatabase = !there || fs::is_regular_file(file, error);
    if (access == Access::read || !isDatabase) // nothing is believed then, or done
        return std::nullopt;
    return fail(ExitCode::database, "database.others-write",
                "The BlackBerry Configuration Database is not written",
                describe(*other) + ", and a file beside the database decides what becomes of it",
                "Move the database into a folder that only its owner can write.");
}

} // namespace bes::database
