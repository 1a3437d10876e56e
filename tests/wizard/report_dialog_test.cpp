// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <QFileInfo>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>

#include "widgets/report_dialog.hpp"
#include "wizard/practice.hpp"

using namespace bes::wizard;

TEST_CASE("the report for a colleague shows its contents before it is written, and is its owner's alone",
          "[window]") {
    const Practice practice;
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("report.tar.gz"));
    const QPointer dialog = new ReportDialog(Practice::setup(), practice.request(), nullptr);
    dialog->open();
    const auto* shown = dialog->findChild<QPlainTextEdit*>(QStringLiteral("shownText"));
    auto* save = dialog->findChild<QPushButton*>(QStringLiteral("saveArchive"));
    REQUIRE(shown != nullptr);
    REQUIRE(save != nullptr);
    CHECK_FALSE(save->isEnabled());
    REQUIRE(waitUntil([&] { return save->isEnabled(); }));
    CHECK(shown->toPlainText().contains(QStringLiteral("facts.json")));
    CHECK(shown->toPlainText().contains(QStringLiteral("Nothing was written")));
    CHECK_FALSE(QFileInfo::exists(file));

    dialog->writeTo(file);
    REQUIRE(waitUntil([&] { return save->isEnabled(); }));
    INFO(shown->toPlainText().toStdString());
    REQUIRE(QFileInfo::exists(file));
    CHECK(QFileInfo(file).permissions() ==
          (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));

    dialog->writeTo(file);
    REQUIRE(waitUntil([&] { return save->isEnabled(); }));
    CHECK(shown->toPlainText().contains(QStringLiteral("report.exists")));
    dialog->close();
}
