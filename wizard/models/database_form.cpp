// SPDX-License-Identifier: Apache-2.0
#include "models/database_form.hpp"

#include <algorithm>

#include "answers/answers.hpp"
#include "models/words.hpp"

namespace bes::wizard {
namespace {

const answers::Answer& declared(std::string_view name) {
    return *std::ranges::find(answers::declaredAnswers(), name, &answers::Answer::name);
}

std::vector<Choice> choicesOf(std::string_view answer, std::string (*wordsFor)(const std::string&)) {
    std::vector<Choice> choices;
    for (const std::string& value : declared(answer).choices)
        choices.push_back({value, wordsFor(value)});
    return choices;
}

std::string kindWords(const std::string& kind) {
    if (kind == "sqlite")
        return words("DatabaseForm", "SQLite: a file");
    if (kind == "postgresql")
        return words("DatabaseForm", "PostgreSQL: a server");
    if (kind == "sqlserver")
        return words("DatabaseForm", "Microsoft SQL Server");
    return kind;
}

std::string tlsWords(const std::string& demand) {
    if (demand == "verify-full")
        return words("DatabaseForm", "Encrypted; certificate and name are verified");
    if (demand == "verify-ca")
        return words("DatabaseForm", "Encrypted; the certificate is verified, not its name");
    if (demand == "require")
        return words("DatabaseForm", "Encrypted, server identity not verified");
    if (demand == "require-tls1.0")
        return words("DatabaseForm", "Encrypted, also by old TLS 1.0; server identity not verified");
    if (demand == "off")
        return words("DatabaseForm", "Not encrypted");
    return demand;
}

} // namespace

std::vector<Choice> databaseKinds() {
    return choicesOf("database.backend", kindWords);
}

std::vector<Choice> tlsDemands() {
    return choicesOf("database.tls", tlsWords);
}

bool asksFor(std::string_view answer, const DatabaseAddress& database) {
    if (answer == "database.password")
        return asksFor("database.user", database);
    if (answer == "database.user" && database.integrated && asksFor("database.integrated", database))
        return false;
    if (answer == "database.tls" && database.bySocket())
        return false;
    if (answer == "database.ca-file" && (database.bySocket() || !database.tls.starts_with("verify")))
        return false;
    return declared(answer).meansSomethingWith(database.backend);
}

DatabaseAddress meant(DatabaseAddress typed) {
    const DatabaseAddress none;
    const auto drop = [&](std::string_view answer, auto member) {
        if (!asksFor(answer, typed))
            typed.*member = none.*member;
    };
    drop("database.location", &DatabaseAddress::location);
    drop("database.ca-file", &DatabaseAddress::caFile);
    drop("database.tls", &DatabaseAddress::tls);
    drop("database.server", &DatabaseAddress::server);
    drop("database.partner", &DatabaseAddress::partner);
    drop("database.integrated", &DatabaseAddress::integrated);
    drop("database.port", &DatabaseAddress::port);
    drop("database.name", &DatabaseAddress::name);
    drop("database.user", &DatabaseAddress::user);
    drop("database.password", &DatabaseAddress::password);
    return typed;
}

std::string serverHint(const DatabaseAddress& database) {
    return database.backend == "sqlserver"
               ? words("DatabaseForm", "SERVER, SERVER,PORT or SERVER\\INSTANCE")
               : words("DatabaseForm", "Name of the server, or folder of its socket");
}

std::string partnerHint() {
    return words("DatabaseForm", "Only for a mirrored database; written as the server");
}

std::string userHint(const DatabaseAddress& database) {
    return database.backend == "sqlserver" ? words("DatabaseForm", "SQL login, or DOMAIN\\user") : "";
}

std::string passwordHint(const DatabaseAddress& database) {
    return database.password.text.empty() ? words("DatabaseForm", "Is never saved")
                                          : words("DatabaseForm", "The one that the answers refer to");
}

} // namespace bes::wizard
