#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include <QApplication>

int main(int count, char** words) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    int none = 1;
    QApplication application(none, words);
    QApplication::setStyle(QStringLiteral("Fusion")); // the same everywhere
    return Catch::Session().run(count, words);
}
