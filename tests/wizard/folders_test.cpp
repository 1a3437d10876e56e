// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "models/folder_view.hpp"
#include "wizard/drive.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;

TEST_CASE("folders, account and policy that are typed give the plan of a silent run that says the same",
          "[window]") {
    const Practice practice;
    const std::string silent = Practice::output(
        Practice::setup(),
        {QStringLiteral("plan"), QStringLiteral("--json"), QStringLiteral("--answer-file"),
         QString::fromStdString(practice.answerFile()), QStringLiteral("--folders.install"),
         QStringLiteral("/srv/standby"), QStringLiteral("--folders.configuration"),
         QStringLiteral("/srv/standby.d"), QStringLiteral("--folders.logs"), QStringLiteral("/srv/log"),
         QStringLiteral("--service.account"), QStringLiteral("besservice"),
         QStringLiteral("--service.on-start-failure"), QStringLiteral("keep")});
    Drive drive(practice);
    REQUIRE(drive.nextUntil(PageId::components));
    REQUIRE(drive.reached(PageId::components));
    REQUIRE(drive.press(Qt::Key_V)); // Advanced
    REQUIRE(drive.type("installFolder", "/srv/standby/"));
    REQUIRE(drive.type("configurationFolder", "/srv/standby.d"));
    REQUIRE(drive.type("logFolder", "/srv/log"));
    REQUIRE(drive.type("account", "besservice"));
    auto* policy = drive.window.findChild<QComboBox*>(QStringLiteral("onStartFailure"));
    policy->setFocus();
    QTest::keyClick(policy, Qt::Key_Down);
    REQUIRE(drive.nextUntil(PageId::review));
    REQUIRE(drive.reached(PageId::review));
    INFO(drive.told());
    REQUIRE(drive.session.state().seen->inspection.plan);
    CHECK(formatPlan(*drive.session.state().seen->inspection.plan) == silent);
}

TEST_CASE("what can't be taken is told while it is typed, stays to be mended, and holds Next", "[window]") {
    const Practice practice;
    Drive drive(practice);
    REQUIRE(drive.nextUntil(PageId::components));
    REQUIRE(drive.reached(PageId::components));
    REQUIRE(drive.press(Qt::Key_V)); // Advanced
    auto* account = drive.window.findChild<QLineEdit*>(QStringLiteral("account"));
    account->setFocus();
    account->selectAll();
    QTest::keyClicks(account, QStringLiteral("root")); // and no other key: it is noticed after a pause
    REQUIRE(waitUntil([&] { return !drive.find("next")->isEnabled(); }));
    CHECK_THAT(account->accessibleDescription().toStdString(), Contains("must not be root"));
    CHECK(drive.session.request().serviceAccount == "bes");

    REQUIRE(drive.type("installFolder", "somewhere"));
    CHECK(account->text() == QStringLiteral("root"));
    CHECK_THAT(drive.window.findChild<QLineEdit*>(QStringLiteral("installFolder"))
                   ->accessibleDescription()
                   .toStdString(),
               Contains("absolute path"));
    REQUIRE(drive.type("installFolder", "")); // the default
    CHECK_FALSE(drive.find("next")->isEnabled());
    REQUIRE(drive.type("account", "besservice"));
    REQUIRE(waitUntil([&] { return drive.find("next")->isEnabled(); }));
    CHECK(drive.session.request().installFolder == Request().installFolder);
    CHECK_THAT(account->accessibleDescription().toStdString(), Contains("Will be created"));
}

TEST_CASE("a folder tells what it needs and what is free, and what is not known") {
    Seen seen;
    Facts& facts = seen.inspection.facts;
    facts.space["/opt/bes"] = FileSystemSpace{"/opt", 3ull << 30};
    CHECK_THAT(roomFor("/opt/bes", seen),
               Contains("3" + QString(QLocale().decimalPoint()).toStdString() + "0 GiB free on /opt"));
    facts.space["/opt/bes"] = Fact<FileSystemSpace>::unknown("no such disk");
    CHECK_THAT(roomFor("/opt/bes", seen), Contains("no such disk"));
    facts.serviceAccountExists = true;
    CHECK_THAT(accountOf(seen), Contains("as it is"));
    facts.serviceAccountExists = Fact<bool>::unknown("no account file");
    CHECK_THAT(accountOf(seen), Contains("no account file"));
}
