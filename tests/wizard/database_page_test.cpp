// SPDX-License-Identifier: Apache-2.0
// The page asks for what its kind of database needs, tests the connection, and hands the password on without
// keeping it.

#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "answers/answers.hpp"
#include "database/configuration_database.hpp"
#include "models/database_form.hpp"
#include "setup.hpp"
#include "standby_status.hpp"
#include "unit/database/practice_postgresql.hpp"
#include "unit/left_out.hpp"
#include "wizard/drive.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;

namespace {

constexpr std::array fields{
    "database.location",   "database.server", "database.partner",  "database.port", "database.name",
    "database.integrated", "database.user",   "database.password", "database.tls",  "database.ca-file"};

std::vector<std::string> asked(const DatabaseAddress& database) {
    std::vector<std::string> names;
    for (const char* field : fields)
        if (asksFor(field, database))
            names.emplace_back(std::string(field).substr(std::string("database.").size()));
    return names;
}

DatabaseAddress onServer() {
    DatabaseAddress address;
    address.backend = "postgresql";
    address.location = "/b.db";
    address.server = "db.example.com";
    address.name = "BESMgmt";
    address.user = "besadmin";
    address.caFile = "/ca.pem";
    address.password.text = "file:/p";
    return address;
}

QComboBox* box(const Drive& drive, const char* name) {
    auto* found = drive.window.findChild<QComboBox*>(QString::fromLatin1(name));
    REQUIRE(found != nullptr);
    return found;
}

void choose(QComboBox* box, const char* value) {
    box->setCurrentIndex(box->findData(QString::fromLatin1(value)));
}

void fillIn(Drive& drive, const PracticeDatabase& practice) {
    const DatabaseAddress address = practice.address();
    choose(box(drive, "backend"), "postgresql");
    REQUIRE(drive.type("server", address.server));
    drive.window.findChild<QSpinBox*>(QStringLiteral("port"))->setValue(static_cast<int>(address.port));
    REQUIRE(drive.type("databaseName", address.name));
    REQUIRE(drive.type("authority", address.caFile));
    REQUIRE(drive.type("databaseUser", address.user));
}

} // namespace

TEST_CASE("each kind of database is asked for what it needs") {
    CHECK(asked({}) == std::vector<std::string>{"location"});
    DatabaseAddress address = onServer();
    CHECK(asked(address) ==
          std::vector<std::string>{"server", "port", "name", "user", "password", "tls", "ca-file"});
    address.tls = "require";
    CHECK(asked(address) == std::vector<std::string>{"server", "port", "name", "user", "password", "tls"});
    address.server = "/run/postgresql";
    CHECK(asked(address) == std::vector<std::string>{"server", "port", "name", "user", "password"});
}

TEST_CASE("SQL Server is asked for its failover partner and how to log in, and for no port") {
    DatabaseAddress address = onServer();
    address.backend = "sqlserver";
    CHECK(asked(address) == std::vector<std::string>{"server", "partner", "name", "integrated", "user",
                                                     "password", "tls", "ca-file"});
    address.integrated = true;
    CHECK(asked(address) ==
          std::vector<std::string>{"server", "partner", "name", "integrated", "tls", "ca-file"});
    address.tls = "require-tls1.0";
    CHECK(asked(address) == std::vector<std::string>{"server", "partner", "name", "integrated", "tls"});
}

TEST_CASE("what SQL Server alone means is not answered for PostgreSQL, and no account with Kerberos") {
    DatabaseAddress address = onServer();
    address.partner = "db2.example.com";
    address.integrated = true;
    CHECK(meant(address).partner.empty());
    CHECK_FALSE(meant(address).integrated);
    CHECK(meant(address).user == "besadmin");
    address.backend = "sqlserver";
    CHECK(meant(address).partner == "db2.example.com");
    CHECK(meant(address).integrated);
    CHECK(meant(address).user.empty());
    CHECK(meant(address).password.text.empty());
    CHECK(meant(address).complete());
}

TEST_CASE("the fields of a server tell how they are written") {
    DatabaseAddress address = onServer();
    CHECK_THAT(serverHint(address), Contains("socket"));
    CHECK(userHint(address).empty());
    address.backend = "sqlserver";
    CHECK(serverHint(address) == "SERVER, SERVER,PORT or SERVER\\INSTANCE");
    CHECK_THAT(userHint(address), Contains("DOMAIN\\user"));
    CHECK_THAT(partnerHint(), Contains("mirrored"));
}

TEST_CASE("what is not asked for is not answered either") {
    DatabaseAddress address = meant(onServer());
    CHECK(address.location.empty());
    CHECK(address.server == "db.example.com");
    CHECK(address.caFile == "/ca.pem");
    address = onServer();
    address.backend = "sqlite";
    DatabaseAddress file;
    file.location = "/b.db";
    CHECK(meant(address) == file);
    address = onServer();
    address.server = "/run/postgresql";
    address.tls = "off";
    CHECK(meant(address).caFile.empty());
    CHECK(meant(address).tls == DatabaseAddress().tls);
}

TEST_CASE("every kind and every demand has words of its own") {
    for (const auto& choices : {databaseKinds(), tlsDemands()})
        for (const Choice& choice : choices)
            CHECK(choice.text != choice.value);
}

TEST_CASE("a password that was entered is a reason to look again, and goes before the answers' one",
          "[engine]") {
    const Practice practice;
    Request request = practice.request();
    request.database.password.text = "file:/elsewhere";
    Session session(request, {}, Practice::setup());
    session.lookFor(PageId::database);
    REQUIRE(waitUntil([&] { return !session.looking(); }));
    CHECK_FALSE(outdated(PageId::database, session.state()));
    session.setDatabasePassword(Secret("first"));
    CHECK(session.request().database.password.text.empty());
    session.lookFor(PageId::database);
    REQUIRE(waitUntil([&] { return !session.looking(); }));
    CHECK_FALSE(outdated(PageId::database, session.state()));
    session.setDatabasePassword(Secret("second"));
    CHECK(outdated(PageId::database, session.state()));
    CHECK_FALSE(outdated(PageId::media, session.state()));
    CHECK(session.state().passwords.database.reveal() == "second");
}

TEST_CASE("a standby is installed with a database on a server and a password that is only typed",
          "[window]") {
    if (!PostgresqlServer::available()) {
        leftOut("no PostgreSQL server is installed");
        return;
    }
    const Practice practice;
    const PracticeDatabase database;
    Request request = practice.request();
    request.database = {};
    Drive drive(request);
    REQUIRE(drive.nextUntil(PageId::database));
    CHECK_FALSE(drive.find("next")->isEnabled());
    fillIn(drive, database);
    CHECK(drive.session.request().database == database.address());
    CHECK_THAT(drive.told(), Contains("requires a password for besadmin"));

    REQUIRE(drive.type("databasePassword", "pass word of somebody"));
    CHECK_THAT(drive.told(), Contains("password authentication failed") &&
                                 Contains("Correct the account or its password") &&
                                 !Contains("database.user"));
    CHECK_FALSE(drive.find("next")->isEnabled());
    REQUIRE(drive.type("databasePassword", PostgresqlServer::password));
    CHECK_THAT(drive.told(), Contains("Connected. Schema version: 3"));
    drive.find("testConnection")->click();
    CHECK(drive.session.looking());
    REQUIRE(waitUntil([&] { return !drive.session.looking(); }));
    CHECK_THAT(drive.told(), Contains("Connected"));
    CHECK_THAT(answers::formatAnswerFile(drive.session.request()), !Contains("pass word"));

    REQUIRE(drive.nextUntil(PageId::progress));
    REQUIRE(waitUntil([&] { return drive.window.current() == PageId::result; }));
    CHECK(drive.session.runEnd()->result.outcome == "installed");
    CHECK(database.rows("SELECT State FROM BESPair WHERE PrimaryId = 1") == "final\n");
    const auto receipt = bes::status(practice.root())->receipt;
    REQUIRE(receipt);
    CHECK(receipt->request.database == database.address());
    CHECK(receipt->request.database.password.text.empty());
}

TEST_CASE("a certificate that is not trusted is told on the page", "[window]") {
    if (!PostgresqlServer::available()) {
        leftOut("no PostgreSQL server is installed");
        return;
    }
    const Practice practice;
    const PracticeDatabase database;
    Request request = practice.request();
    request.database = database.address();
    request.database.caFile = PostgresqlServer::shared().strangersAuthority().string();
    Drive drive(request);
    REQUIRE(drive.nextUntil(PageId::database));
    REQUIRE(drive.reached(PageId::database));
    CHECK_THAT(drive.told(), Contains("certificate verify failed"));
    CHECK_FALSE(drive.find("next")->isEnabled());
}
