// SPDX-License-Identifier: Apache-2.0
#include "models/remembered_database.hpp"

#include "host/practice.hpp"

namespace bes::wizard {
namespace {

struct Kept {
    const char* key;
    std::string DatabaseAddress::*part;
};
constexpr std::array texts{
    Kept{"backend", &DatabaseAddress::backend}, Kept{"location", &DatabaseAddress::location},
    Kept{"server", &DatabaseAddress::server},   Kept{"name", &DatabaseAddress::name},
    Kept{"user", &DatabaseAddress::user},       Kept{"tls", &DatabaseAddress::tls},
    Kept{"ca-file", &DatabaseAddress::caFile},
};

QString keyOf(const char* part) {
    return QStringLiteral("database/") + QLatin1String(part);
}

void remember(const DatabaseAddress& database, QSettings& settings) {
    for (const auto& [key, part] : texts)
        settings.setValue(keyOf(key), QString::fromStdString(database.*part));
    settings.setValue(keyOf("port"), database.port);
}

} // namespace

DatabaseAddress rememberedDatabase(const QSettings& settings) {
    DatabaseAddress database;
    for (const auto& [key, part] : texts)
        if (settings.contains(keyOf(key)))
            database.*part = settings.value(keyOf(key)).toString().toStdString();
    database.port = settings.value(keyOf("port"), database.port).toUInt();
    return database.complete() ? database : DatabaseAddress();
}

void rememberDatabases(Session& session, QSettings& settings) {
    QObject::connect(&session, &Session::seenChanged, &session, [&] {
        const auto& seen = session.state().seen;
        if (seen && seen->inspection.facts.database.known() && seen->request.database.complete() &&
            !host::isPracticeComputer(host::Root(seen->request.root)))
            remember(seen->request.database, settings);
    });
}

} // namespace bes::wizard
