// SPDX-License-Identifier: Apache-2.0
#include "journal/journal_failure.hpp"

#include <stdexcept>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "model/json.hpp"
#include "text/path_text.hpp"

namespace bes::journal {
namespace {

Failure damaged(const std::filesystem::path& path) {
    return {ExitCode::blocked, "journal.damaged", "The journal of setup " + utf8(path) + " can't be read",
            "It was not written by setup, or is damaged",
            "Restore the file from a backup, then run the same command again. If no standby is installed "
            "here, move the file away: setup starts a new one"};
}

/// SQLite's words without those of SOCI, which name its functions.
std::string words(const soci::soci_error& error) {
    const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
    return sqlite == nullptr ? error.what() : sqlite_api::sqlite3_errstr(sqlite->result());
}

/// What SQLite says of content, and not of disks, rights and locks.
bool isAboutContent(const soci::soci_error& error) {
    const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
    const int code = sqlite == nullptr ? SQLITE_ERROR : sqlite->result() & 0xff;
    return code == SQLITE_NOTADB || code == SQLITE_CORRUPT || code == SQLITE_ERROR;
}

} // namespace

Failure notUsable(const std::filesystem::path& path, std::string why) {
    return {ExitCode::failed, "journal.open", "The journal of setup " + utf8(path) + " can't be used",
            std::move(why), "Check whether its disk is full or read-only, then run the same command again."};
}

Failure newerJournal(const std::filesystem::path& path) {
    return {ExitCode::blocked, "journal.newer", "The journal of setup " + utf8(path) + " can't be used",
            "It was written by a newer version of setup", "Use that version of setup"};
}

Failure handledFailure(const std::filesystem::path& path) {
    try {
        throw;
    } catch (const Json::type_error&) {
        return {ExitCode::failed, "journal.text", "Setup can't write to its journal " + utf8(path) + "",
                "A name or path is not valid UTF-8",
                "Find it among the given folders and files, and rename it"};
    } catch (const Json::exception&) {
        return damaged(path);
    } catch (const std::invalid_argument&) {
        return damaged(path);
    } catch (const soci::soci_error& error) {
        return isAboutContent(error) ? damaged(path) : notUsable(path, words(error));
    } catch (const std::exception& error) {
        return notUsable(path, error.what());
    }
}

} // namespace bes::journal
