// SPDX-License-Identifier: Apache-2.0
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include <QApplication>
#include <QPalette>

#include "database/sqlserver_client.hpp"
#include "translation.hpp"
#include "widgets/readable_style.hpp"

/// As dark desktops have it.
static QPalette dark() {
    QPalette palette(QColor(58, 62, 67), QColor(44, 47, 51));
    palette.setColor(QPalette::Base, QColor(33, 36, 39));
    palette.setColor(QPalette::AlternateBase, QColor(40, 43, 47));
    return palette;
}

int main(int count, char** words) {
    bes::database::beginSqlserverClient(); // as the program does, while there is one thread
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    int none = 1;
    const QApplication application(none, words);
    // NOLINTBEGIN(clang-analyzer-cplusplus.NewDeleteLeaks): the application owns its style
    QApplication::setStyle(new bes::wizard::ReadableStyle(QStringLiteral("Fusion"))); // the same everywhere
    if (qEnvironmentVariableIsSet("BES_DARK"))                                        // for pictures of it
        QApplication::setPalette(dark());
    // NOLINTEND(clang-analyzer-cplusplus.NewDeleteLeaks)
    if (qEnvironmentVariableIsSet("BES_LANGUAGE")) { // likewise
        QLocale::setDefault(QLocale(qEnvironmentVariable("BES_LANGUAGE")));
        bes::wizard::installTranslation(QLocale());
    }
    return Catch::Session().run(count, words);
}
