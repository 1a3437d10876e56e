// SPDX-License-Identifier: Apache-2.0
// Run by fits_screen.sh on screens of several sizes and scales.

#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "widgets/window_size.hpp"
#include "wizard/drive.hpp"

using namespace bes;
using namespace bes::wizard;

TEST_CASE("on every step the window and its buttons are on the screen", "[.][screen]") {
    const Practice practice;
    Drive drive(practice);
    const QSize room = drive.window.screen()->availableSize();
    UNSCOPED_INFO("room " << room.width() << "x" << room.height());
    for (const PageId page : {PageId::welcome, PageId::media, PageId::database, PageId::components,
                              PageId::domino, PageId::review}) {
        drive.window.goTo(page);
        REQUIRE(drive.reached(page));
        QTest::qWait(30);
        INFO("step " << static_cast<int>(page) << ", window " << drive.window.width() << "x"
                     << drive.window.height());
        CHECK(drive.window.width() <= room.width());
        CHECK(drive.window.height() <= room.height());
        for (const char* name : {"back", "next", "cancel"}) {
            const QPushButton* button = drive.find(name);
            INFO(name);
            REQUIRE(button->isVisible());
            const QRect place(button->mapTo(&drive.window, QPoint()), button->size());
            CHECK(drive.window.rect().contains(place));
        }
    }
}

TEST_CASE("the window may be 420 high, and keeps the size it had", "[window]") {
    const Practice practice;
    Drive drive(practice);
    CHECK(drive.window.minimumHeight() <= 420);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    drive.window.resize(780, 440);
    rememberSize(drive.window, settings);
    drive.window.resize(790, 450);
    restoreSize(drive.window, settings);
    CHECK(drive.window.size() == QSize(780, 440));
    settings.setValue(QStringLiteral("window/size"), QSize(9000, 9000));
    restoreSize(drive.window, settings);
    const QSize room = drive.window.screen()->availableSize().expandedTo(drive.window.minimumSize());
    CHECK(drive.window.height() <= room.height());
    CHECK(drive.window.width() <= room.width());
}
