// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <QFileInfo>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeWidget>

#include "models/packed_report.hpp"
#include "widgets/report_dialog.hpp"
#include "wizard/practice.hpp"

using namespace bes::wizard;

namespace {

/// All rows, "name: about".
QString textOf(const QTreeWidget& tree) {
    QString text;
    for (int group = 0; group < tree.topLevelItemCount(); ++group)
        for (int row = 0; row < tree.topLevelItem(group)->childCount(); ++row) {
            const QTreeWidgetItem* item = tree.topLevelItem(group)->child(row);
            text += item->text(0) + QStringLiteral(": ") + item->text(2) + QLatin1Char('\n');
        }
    return text;
}

QString shownNotice(const QWidget& dialog) {
    QString text;
    for (const Notice* notice : dialog.findChildren<Notice*>())
        for (const QLabel* label : notice->findChildren<QLabel*>())
            text += label->text();
    return text;
}

} // namespace

TEST_CASE("the list of a report is shown before it is saved, and it takes no file's place", "[window]") {
    const Practice practice;
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("report.tar.gz"));
    const bes::Request request = practice.request();
    const QPointer dialog = new ReportDialog(Practice::setup(), &request, practice.root(), nullptr);
    dialog->open();
    const auto* files = dialog->findChild<QTreeWidget*>(QStringLiteral("reportFiles"));
    auto* save = dialog->findChild<QPushButton*>(QStringLiteral("saveArchive"));
    REQUIRE(files != nullptr);
    REQUIRE(save != nullptr);
    CHECK_FALSE(files->accessibleName().isEmpty());
    CHECK_FALSE(save->isEnabled());
    REQUIRE(waitUntil([&] { return save->isEnabled(); }));
    CHECK(textOf(*files).contains(QStringLiteral("facts.json")));
    CHECK(textOf(*files).contains(QStringLiteral("receipt.json: no standby is installed")));
    CHECK(textOf(*files).contains(QStringLiteral("answers.ini: the answers. ")));

    dialog->saveAs(file);
    REQUIRE(waitUntil([&] { return save->isEnabled(); }));
    CHECK(shownNotice(*dialog).contains(file));
    REQUIRE(QFileInfo::exists(file));
    CHECK(QFileInfo(file).permissions() ==
          (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
    const qint64 size = QFileInfo(file).size();

    dialog->saveAs(file);
    REQUIRE(waitUntil([&] { return save->isEnabled(); }));
    CHECK(shownNotice(*dialog).contains(QStringLiteral("exists already")));
    CHECK(QFileInfo(file).size() == size);
    dialog->close();
    CHECK(waitUntil([&] { return dialog.isNull(); }));
}

TEST_CASE("a report that can't be packed says why, and there is nothing to save", "[window]") {
    const Practice practice;
    const QPointer dialog =
        new ReportDialog(QStringLiteral("/nowhere/bes-standby-setup"), nullptr, practice.root(), nullptr);
    dialog->open();
    CHECK(waitUntil([&] { return !shownNotice(*dialog).isEmpty(); }));
    CHECK_FALSE(dialog->findChild<QPushButton*>(QStringLiteral("saveArchive"))->isEnabled());
    dialog->close();
}

TEST_CASE("what is no list of a report is not taken for one") {
    for (const char* text :
         {"", "{}", "[]", "rubbish", R"({"format": "bes-standby-setup.status"})",
          R"({"format": "bes-standby-setup.report", "folder": "a", "files": 1, "missing": []})"})
        CHECK_FALSE(reportListFrom(text));
    const auto list = reportListFrom(R"({"format": "bes-standby-setup.report", "folder": "a",
        "files": [{"name": "b", "size": 3, "about": "c", "left_out": "d"}],
        "missing": [{"what": "e", "why": "f"}]})");
    REQUIRE(list);
    CHECK(list->files.at(0).size == 3);
    CHECK(list->missing.at(0).about == "f");
}
