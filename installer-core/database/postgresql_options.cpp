// SPDX-License-Identifier: Apache-2.0
#include "database/postgresql_connecting.hpp"

#include <algorithm>

#include "database/server_identity.hpp"
#include "model/try.hpp"
#include "text/letters.hpp"

namespace bes::database {
namespace {

constexpr auto noFile = "/dev/null/none"; ///< an empty text would mean a file in the account's home folder

/// As a URI: SOCI cuts what it is given apart at blanks, also those within a password.
class Options {
public:
    void add(std::string_view name, std::string_view value) {
        text_.append(text_.ends_with('?') ? "" : "&").append(name).append("=");
        for (const char c : value)
            append(c);
    }

    [[nodiscard]] Secret take() { return Secret(std::move(text_)); }

private:
    void append(char c) {
        constexpr std::string_view digits = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(c);
        if (isLetterOrDigit(c))
            text_ += c;
        else
            text_.append(1, '%').append(1, digits[byte / 16u]).append(1, digits[byte % 16u]);
    }

    std::string text_ = "postgresql:///?";
};

std::string sslMode(const DatabaseAddress& address) {
    return address.bySocket() || address.tls == "off" ? "disable" : address.tls;
}

Result<void> addPlace(Options& options, const ConnectionParameters& parameters) {
    const DatabaseAddress& address = parameters.address;
    const std::string port = std::to_string(address.port);
    if (address.bySocket()) {
        options.add("host", address.server);
        options.add("port", port);
        return {};
    }
    TRY_ASSIGN(const auto addresses, serverAddresses(address.server, parameters.patience));
    std::string names;
    std::string numbers;
    for (const std::string& number : addresses) {
        names.append(names.empty() ? "" : ",").append(address.server);
        numbers.append(numbers.empty() ? "" : ",").append(number);
    }
    options.add("host", names);
    options.add("hostaddr", numbers);
    options.add("port", port);
    return {};
}

Result<void> addProtection(Options& options, const DatabaseAddress& address) {
    const std::string mode = sslMode(address);
    options.add("sslmode", mode);
    options.add("gssencmode", "disable");
    if (!mode.starts_with("verify")) {
        options.add("sslrootcert", noFile); // one that exists would be compared with
        return {};
    }
    TRY_ASSIGN(const auto file, serverAuthorities(address));
    options.add("sslrootcert", file);
    return {};
}

} // namespace

Result<Secret> postgresqlOptions(const ConnectionParameters& parameters) {
    const DatabaseAddress& address = parameters.address;
    TRY(expectComplete(address));
    // libpq takes several servers with commas between them
    if (address.server.find(',') != std::string::npos)
        return fail(ExitCode::database, "database.connect", cantBeOpened,
                    address.server + " is not the name of one server",
                    {"Enter the name of one server.", {{"database.server"}}});
    Options options;
    TRY(addPlace(options, parameters));
    TRY(addProtection(options, address));
    options.add("dbname", address.name);
    options.add("user", address.user);
    options.add("password", parameters.password.reveal());
    options.add("passfile", noFile);
    options.add("options", "");
    options.add("target_session_attrs", "any");
    options.add("application_name", "bes-standby-setup");
    options.add("client_encoding", "UTF8");
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(parameters.patience).count();
    options.add("connect_timeout", std::to_string(std::max<long long>(seconds, 2)));
    return options.take();
}

} // namespace bes::database
