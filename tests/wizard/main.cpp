#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include <QApplication>
#include <QPalette>

int main(int count, char** words) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    int none = 1;
    QApplication application(none, words);
    QApplication::setStyle(QStringLiteral("Fusion")); // the same everywhere
    if (qEnvironmentVariableIsSet("BES_DARK"))        // for pictures of it
        QApplication::setPalette(QPalette(QColor(40, 42, 46), QColor(30, 31, 34)));
    return Catch::Session().run(count, words);
}
