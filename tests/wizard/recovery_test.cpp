// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "database/configuration_database.hpp"
#include "models/recovery_password.hpp"
#include "unit/database/practice_postgresql.hpp"
#include "unit/left_out.hpp"
#include "wizard/drive.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;

namespace {

DatabaseAddress onServer(const std::string& server) {
    DatabaseAddress address;
    address.backend = "postgresql";
    address.server = server;
    address.name = "BESMgmt";
    address.user = "besadmin";
    return address;
}

/// Somebody who has answered with a database, on a computer where a run with another one was interrupted.
WizardState interruptedWith(const DatabaseAddress& then, const DatabaseAddress& answered) {
    Seen seen;
    seen.interrupted.emplace();
    seen.interrupted->database = then;
    WizardState state;
    state.request.database = answered;
    state.seen = std::make_shared<const Seen>(seen);
    return state;
}

QLineEdit* field(const Drive& drive) {
    return drive.window.findChild<QLineEdit*>(QStringLiteral("recoveryPassword"));
}

std::string outcome(const Drive& drive) {
    std::string text;
    for (const std::string& sentence : drive.session.runReport().sentences)
        text += sentence + "\n";
    return drive.session.runReport().headline + "\n" + text;
}

/// The registration waits, so that however late the window hears of the run, it is not at its end.
void registerSlowly(const PracticeDatabase& database) {
    database.run("CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS "
                 "'BEGIN PERFORM pg_sleep(5); RETURN NEW; END'");
    database.run("CREATE TRIGGER slow BEFORE INSERT ON ServerConfig FOR EACH ROW EXECUTE FUNCTION slow()");
}

/// Installs with this database, and kills the engine when it has reserved the primary.
void dieInTheMiddle(const Practice& practice, const PracticeDatabase& database) {
    registerSlowly(database);
    Request request = practice.request();
    request.database = database.address();
    Drive drive(request);
    drive.session.setDatabasePassword(PracticeDatabase::password());
    REQUIRE(drive.nextUntil(PageId::review));
    REQUIRE(drive.reached(PageId::review));
    QObject::connect(&drive.session.run(), &RunView::advanced, &drive.window, [&] {
        if (drive.session.run().permille() > 100)
            ::kill(static_cast<pid_t>(drive.session.engine()->processId()), SIGKILL);
    });
    REQUIRE(drive.next());
    REQUIRE(waitUntil([&] { return drive.window.current() == PageId::result; }));
    REQUIRE(drive.session.runEnd()->kind == RunEnd::Kind::died);
    REQUIRE(database.rows("SELECT count(*) FROM BESPair WHERE PrimaryId = 1") == "1\n");
}

} // namespace

TEST_CASE("recovery asks for a password where the database takes one and none was given for it") {
    const DatabaseAddress server = onServer("one");
    CHECK_FALSE(asksForRecoveryPassword({}));
    CHECK_FALSE(asksForRecoveryPassword(interruptedWith({}, {}))); // a file
    CHECK(asksForRecoveryPassword(interruptedWith(server, server)));

    WizardState given = interruptedWith(server, server);
    given.passwords.database = Secret("known");
    CHECK_FALSE(asksForRecoveryPassword(given));
    CHECK(recoveryPassword(given).reveal() == "known");

    WizardState another = interruptedWith(server, onServer("two"));
    another.passwords.database = Secret("of another");
    CHECK(asksForRecoveryPassword(another));
    CHECK(recoveryPassword(another).empty());
    another.typedForRecovery = Secret("typed");
    CHECK(recoveryPassword(another).reveal() == "typed");
}

TEST_CASE("an interrupted run is undone with a password that is typed for it", "[window]") {
    if (!PostgresqlServer::available()) {
        leftOut("no PostgreSQL server is installed");
        return;
    }
    const Practice practice;
    const PracticeDatabase database;
    dieInTheMiddle(practice, database);

    Request request;
    request.root = practice.root();
    Drive drive(request);
    REQUIRE(drive.reached(PageId::welcome));
    REQUIRE(field(drive)->isVisible());
    CHECK_THAT(field(drive)->accessibleDescription().toStdString(),
               Contains("on localhost") && Contains("as besadmin"));
    REQUIRE(drive.press(Qt::Key_W));
    CHECK(field(drive)->hasFocus());
    QTest::keyClicks(field(drive), QStringLiteral("wrong"));
    REQUIRE(drive.press(Qt::Key_K));
    REQUIRE(waitUntil([&] { return drive.window.current() == PageId::result; }));
    CHECK_THAT(outcome(drive), Contains("password authentication failed"));
    CHECK(database.rows("SELECT count(*) FROM BESPair WHERE PrimaryId = 1") == "1\n");
    CHECK_FALSE(std::filesystem::exists(practice.root() / "opt/bes-standby"));

    REQUIRE(drive.press(Qt::Key_T));
    REQUIRE(drive.reached(PageId::welcome));
    REQUIRE(field(drive)->isVisible());
    field(drive)->setText(QString::fromLatin1(PostgresqlServer::password));
    REQUIRE(drive.press(Qt::Key_K));
    REQUIRE(waitUntil([&] { return drive.window.current() == PageId::result; }));
    CHECK(drive.session.runEnd()->result.outcome == "undone");
    CHECK(database.rows("SELECT count(*) FROM BESPair WHERE PrimaryId = 1") == "0\n");
}
