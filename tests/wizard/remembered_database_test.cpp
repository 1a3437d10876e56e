// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include <catch2/catch.hpp>

#include "models/remembered_database.hpp"
#include "wizard/practice.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;

namespace {

std::string text(const QSettings& settings) {
    std::ifstream file(settings.fileName().toStdString());
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST_CASE("the next wizard knows the database that could be read, but no password", "[engine]") {
    const Practice practice;
    const QString file = QString::fromStdString((practice.root() / "wizard.conf").string());
    {
        QSettings settings(file, QSettings::IniFormat);
        CHECK(rememberedDatabase(settings) == DatabaseAddress());
        Session session(practice.request(), {}, Practice::setup());
        rememberDatabases(session, settings);
        Request request = practice.request();
        request.database.location = "/no/such/file";
        session.setRequest(request);
        session.lookFor(PageId::database);
        REQUIRE(waitUntil([&] { return !session.looking(); }));
        CHECK(rememberedDatabase(settings) == DatabaseAddress());

        request.database = practice.request().database;
        request.database.password.text = "file:/secret";
        session.setRequest(request);
        session.setDatabasePassword(Secret("open sesame"));
        session.lookFor(PageId::database);
        REQUIRE(waitUntil([&] { return !session.looking(); }));
    }
    const QSettings settings(file, QSettings::IniFormat);
    CHECK(rememberedDatabase(settings) == practice.request().database);
    CHECK_THAT(text(settings), !Contains("secret") && !Contains("sesame"));
}
