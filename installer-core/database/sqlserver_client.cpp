// SPDX-License-Identifier: Apache-2.0
#include "database/sqlserver_client.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "host/exhaustion.hpp"
#include "host/files.hpp"
#include "host/library_settings.hpp"
#include "host/root.hpp"
#include "model/try.hpp"

namespace bes::database {
namespace {

constexpr auto section = "bes";
constexpr std::size_t longestWord = 128; ///< of account, password and database in a login: sqlserver.md §1.1

/// What a variable names (sqlserver.md §1.4) for the life of the process, and what changes with each
/// connection.
struct ClientFiles {
    host::PrivateFile settings;
    host::PrivateFile
        authorities; ///< a copy: a path can't be written into the settings, whose lines end after 255 bytes

    ClientFiles() {
        host::setVariable("FREETDSCONF", settings.path());
        host::setVariable("ODBCSYSINI",
                          "/dev/null"); // no odbcinst.ini: nothing is traced, no pool keeps a connection
        host::setVariable("ODBCINI", "/dev/null");
        for (const char* logging : {"TDSDUMP", "TDSDUMPCONFIG"})
            host::removeVariable(logging);
        for (const char* other : {"TDSVER", "TDSPORT", "TDSHOST", "TDSQUERY", "FREETDS"})
            host::removeVariable(other);
    }
};

ClientFiles& clientFiles() {
    static ClientFiles files;
    return files;
}

std::mutex& oneConnection() {
    static std::mutex mutex;
    return mutex;
}

/// Debian's place, then those of others.
std::string driverFile() {
    std::error_code none;
    for (const std::string& file :
         {std::string("/usr/lib/" BES_LIBRARY_ARCHITECTURE "/odbc/libtdsodbc.so"),
          std::string("/usr/lib64/libtdsodbc.so.0"), std::string("/usr/lib64/libtdsodbc.so"),
          std::string("/usr/lib/libtdsodbc.so.0")})
        if (std::filesystem::exists(file, none))
            return file;
    return {};
}

/// In braces, within which a semicolon is a part of the value.
class OptionsText {
public:
    OptionsText() { text_.reserve(2048); } // never moved: no copy of the password stays behind

    void add(std::string_view name, std::string_view value) {
        text_.append(name).append("={").append(value).append("};");
    }
    void addPlain(std::string_view name, std::string_view value) {
        text_.append(name).append("=").append(value).append(";");
    }
    [[nodiscard]] Secret take() { return Secret(std::move(text_)); }

private:
    std::string text_;
};

/// Braces that end a value within it, or a value too long for a login.
bool canBeTold(std::string_view value) {
    return value.find("};") == std::string_view::npos && !value.ends_with('}') && value.size() <= longestWord;
}

tl::unexpected<Failure> cantBeTold(const std::string& what, const std::string& answer) {
    return fail(
        ExitCode::database, "database.login", cantBeOpened,
        fmt::format(
            "{} contains \"}};\", ends with \"}}\" or has more than {} bytes, which ODBC does not take", what,
            longestWord),
        {"Use another one.", {{answer}}});
}

Result<void> expectTellable(const ConnectionParameters& parameters) {
    if (!canBeTold(parameters.password.reveal()))
        return cantBeTold("the password", "database.password");
    if (!canBeTold(parameters.address.user))
        return cantBeTold("the account", "database.user");
    if (!canBeTold(parameters.address.name))
        return cantBeTold("the name of the database", "database.name");
    return {};
}

void writeSettings(ClientFiles& files, const ConnectionParameters& parameters,
                   const SqlserverTarget& target) {
    const std::string& tls = parameters.address.tls;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(parameters.patience).count();
    std::string text =
        fmt::format("[{}]\n\thost = {}\n\tport = {}\n\ttds version = 7.3\n\tclient charset = UTF-8\n"
                    "\tconnect timeout = {}\n\tenable tls v1 = {}\n\tencryption = {}\n",
                    section, target.host, target.port, std::max<long long>(seconds, 1),
                    tls == "require-tls1.0" ? "yes" : "no", tls == "off" ? "off" : "require");
    if (!target.authorities.empty())
        text += fmt::format("\tca file = {}\n\tcheck certificate hostname = {}\n", files.authorities.path(),
                            tls == "verify-full" ? "yes" : "no");
    files.settings.write(text);
}

Result<void> writeFiles(ClientFiles& files, const ConnectionParameters& parameters,
                        const SqlserverTarget& target) {
    if (!target.authorities.empty()) {
        TRY_ASSIGN(const auto certificates, host::readFile(target.authorities));
        files.authorities.write(certificates);
    }
    writeSettings(files, parameters, target);
    return {};
}

} // namespace

void beginSqlserverClient() {
    try {
        (void)clientFiles();
    } catch (
        const std::system_error&) { // NOLINT(bugprone-empty-catch): a connection tries again, and says so
    }
}

bool sqlserverDriverIsInstalled() {
    return !driverFile().empty();
}

SqlserverClient::SqlserverClient() : alone_(oneConnection()) {
}

Result<OdbcConnectionOptions> SqlserverClient::optionsFor(const ConnectionParameters& parameters,
                                                          const SqlserverTarget& target) {
    const std::string driver = driverFile();
    if (driver.empty() && host::thisSystem() == System::windows)
        return fail(ExitCode::database, "database.driver", cantBeOpened,
                    "setup for Windows has no ODBC driver by which it speaks with SQL Server",
                    {"Use a database that setup for Windows can open", {{"database.backend"}}});
    if (driver.empty())
        return fail(ExitCode::database, "database.driver", cantBeOpened,
                    "the ODBC driver FreeTDS, by which setup speaks with SQL Server, is not installed",
                    {"Install the package tdsodbc (in RPM systems freetds-libs)",
                     {},
                     "sudo apt-get install tdsodbc"});
    TRY(expectTellable(parameters));
    try {
        TRY(writeFiles(clientFiles(), parameters, target));
    } catch (const std::system_error& error) {
        return fail(ExitCode::noMemory, "memory.none", cantBeOpened, error.what(),
                    host::freeMemory("ulimit -v, ulimit -n") + ".");
    }
    OptionsText text;
    text.addPlain("DRIVER", driver);
    text.addPlain("SERVERNAME", section);
    text.add("DATABASE", parameters.address.name);
    text.addPlain("APP", "bes-standby-setup");
    text.addPlain("LANGUAGE", "us_english"); // names of broken rules are found in the server's words
    if (parameters.address.integrated) {
        text.addPlain("Trusted_Connection", "yes");
    } else {
        text.add("UID", parameters.address.user);
        text.add("PWD", parameters.password.reveal());
    }
    const auto patience = std::chrono::duration_cast<std::chrono::seconds>(parameters.patience);
    const auto login = std::max(patience, std::chrono::seconds(1));
    return OdbcConnectionOptions{text.take(), login, 2 * login};
}

} // namespace bes::database
