// SPDX-License-Identifier: Apache-2.0
// A standby whose database is in SQL Server, by the fields of the page: a stand-in for it, which the real
// driver speaks with.

#include <catch2/catch.hpp>

#include <fstream>

#include <QtTest>
#include <QtWidgets>

#include "answers/answers.hpp"
#include "database/configuration_database.hpp"
#include "database/sqlserver_client.hpp"
#include "model/plan.hpp"
#include "places_of_tests.hpp"
#include "setup.hpp"
#include "standby_status.hpp"
#include "unit/database/raw_sqlite.hpp"
#include "unit/database/sqlserver_stand_in.hpp"
#include "unit/left_out.hpp"
#include "wizard/drive.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;

namespace {

bool driverIsMissing() {
    if (database::sqlserverDriverIsInstalled())
        return false;
    leftOut("no ODBC driver for SQL Server is installed");
    return true;
}

/// A practice computer whose primaries are in a database of SQL Server.
struct Site {
    Site() {
        REQUIRE(database::ConfigurationDatabase::create(address, Secret(SqlserverStandIn::password)));
        RawSqlite(server.database()).runFile(BES_PRIMARIES_SQL);
    }

    const Practice practice;
    const SqlserverStandIn server;
    DatabaseAddress address = server.address();
};

template<class Field>
Field* field(const Drive& drive, const char* name) {
    auto* found = drive.window.findChild<Field*>(QString::fromLatin1(name));
    REQUIRE(found != nullptr);
    return found;
}

void choose(const Drive& drive, const char* name, const char* value) {
    auto* box = field<QComboBox>(drive, name);
    box->setCurrentIndex(box->findData(QString::fromLatin1(value)));
}

void fillIn(Drive& drive, const DatabaseAddress& address) {
    choose(drive, "backend", "sqlserver");
    REQUIRE(drive.type("server", address.server));
    if (!address.partner.empty())
        REQUIRE(drive.type("partner", address.partner));
    REQUIRE(drive.type("databaseName", address.name));
    REQUIRE(drive.type("databaseUser", address.user));
    REQUIRE(drive.type("authority", address.caFile));
}

/// Qt's tests type ASCII only.
void enterPassword(Drive& drive) {
    auto* password = field<QLineEdit>(drive, "databasePassword");
    password->setText(QString::fromUtf8(SqlserverStandIn::password));
    password->setModified(true);
    Q_EMIT password->editingFinished();
    REQUIRE(waitUntil([&] { return !drive.session.looking(); }));
}

/// With a password that a file has, as answers say it.
Request answersWith(const Practice& practice, const DatabaseAddress& address) {
    const auto secret = practice.root().parent_path() / "password";
    std::ofstream(secret) << SqlserverStandIn::password << "\n";
    std::filesystem::permissions(secret, std::filesystem::perms::owner_read);
    Request request = practice.request();
    request.database = address;
    request.database.password.text = "file:" + secret.string();
    return request;
}

} // namespace

TEST_CASE("fields of SQL Server that are filled in give the plan of a silent run, and install", "[window]") {
    if (driverIsMissing())
        return;
    Site site;
    const auto& [practice, server, address] = site;
    site.address.partner = "localhost,1";
    const Request answers = answersWith(practice, address);
    const auto file = practice.root().parent_path() / "sqlserver.ini";
    std::ofstream(file) << answers::formatAnswerFile(answers);
    const std::string silent = Practice::output(
        Practice::setup(), {QStringLiteral("plan"), QStringLiteral("--json"), QStringLiteral("--answer-file"),
                            QString::fromStdString(file.string())});

    Request begun = answers;
    begun.database = {};
    begun.database.password = answers.database.password;
    Drive drive(begun);
    REQUIRE(drive.nextUntil(PageId::database));
    fillIn(drive, address);
    CHECK(drive.session.request() == answers);
    enterPassword(drive);
    CHECK_FALSE(drive.window.findChild<QSpinBox*>(QStringLiteral("port"))->isVisible());
    CHECK_THAT(drive.told(), Contains("Connected. Schema version: 3"));
    drive.find("testConnection")->click();
    REQUIRE(waitUntil([&] { return !drive.session.looking(); }));
    CHECK_THAT(drive.told(), Contains("Connected"));

    REQUIRE(drive.nextUntil(PageId::review));
    REQUIRE(waitUntil([&] { return !drive.session.looking(); }));
    REQUIRE(drive.session.state().seen->inspection.plan);
    Plan plan = *drive.session.state().seen->inspection.plan;
    for (Request* request : {&plan.request, &plan.receipt.request}) {
        CHECK(request->database.password.text.empty()); // it was typed
        request->database.password = answers.database.password;
    }
    CHECK(formatPlan(plan) == silent);
    REQUIRE(drive.next());
    REQUIRE(waitUntil([&] { return drive.window.current() == PageId::result; }));
    CHECK(drive.session.runEnd()->result.outcome == "installed");
    CHECK(RawSqlite(server.database()).rows("SELECT State FROM BESPair WHERE PrimaryId = 1") == "final\n");
    CHECK(bes::status(practice.root())->receipt->request.database == address);
}

TEST_CASE("a failover partner that answers is told on the page", "[window]") {
    if (driverIsMissing())
        return;
    Site site;
    site.address.partner = std::exchange(site.address.server, "localhost,1");
    Drive drive(answersWith(site.practice, site.address));
    REQUIRE(drive.nextUntil(PageId::database));
    enterPassword(drive);
    CHECK_THAT(drive.told(), Contains("The failover partner " + site.address.partner + " answered."));
}

TEST_CASE("with Kerberos the page asks for no account", "[window]") {
    const Practice practice;
    Request request = practice.request();
    request.database = {};
    Drive drive(request);
    REQUIRE(drive.nextUntil(PageId::database));
    choose(drive, "backend", "sqlserver");
    CHECK(field<QLineEdit>(drive, "databaseUser")->isVisible());
    field<QCheckBox>(drive, "integrated")->click();
    CHECK_FALSE(field<QLineEdit>(drive, "databaseUser")->isVisible());
    CHECK_FALSE(field<QLineEdit>(drive, "databasePassword")->isVisible());
    CHECK(drive.session.request().database.integrated);
    choose(drive, "backend", "postgresql");
    CHECK(field<QLineEdit>(drive, "databaseUser")->isVisible());
    CHECK_FALSE(drive.session.request().database.integrated);
}

TEST_CASE("why SQL Server can't be reached is told on the page, with the field that mends it", "[window]") {
    if (driverIsMissing())
        return;
    const Practice practice;
    const SqlserverStandIn server;
    DatabaseAddress address = server.address();
    SECTION("a wrong form") {
        address.server = "localhost,port";
    }
    SECTION("a certificate of somebody else") {
        address.caFile = ServerCertificates::shared().certificate("other").string();
    }
    const std::string field = address.server == "localhost,port" ? "\"Server\"" : "\"CA certificate\"";
    Drive drive(answersWith(practice, address));
    REQUIRE(drive.nextUntil(PageId::database));
    REQUIRE(drive.reached(PageId::database));
    REQUIRE(waitUntil([&] { return !drive.session.looking(); }));
    CHECK_THAT(drive.told(), Contains(field));
    CHECK_FALSE(drive.find("next")->isEnabled());
}
