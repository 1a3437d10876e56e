// SPDX-License-Identifier: Apache-2.0
#include <clocale>
#include <iostream>

#include <QApplication>
#include <QIcon>
#include <QMessageBox>
#include <QStyle>

#include "answers/typed_remedy.hpp"
#include "database/sqlserver_client.hpp"
#include "host/begin_process.hpp"
#include "host/practice.hpp"
#include "models/fields_of_answers.hpp"
#include "models/remembered_database.hpp"
#include "start.hpp"
#include "translation.hpp"
#include "widgets/readable_style.hpp"
#include "widgets/window_size.hpp"
#include "wizard_window.hpp"

namespace {

using namespace bes;

/// Qt would end with a core file where there is no display.
bool hasDisplay() {
    for (const char* variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (!qEnvironmentVariableIsEmpty(variable))
            return true;
    return false;
}

int refuse(const Failure& failure, bool inWindow) {
    if (inWindow)
        QMessageBox::critical(nullptr, QString::fromStdString(failure.what),
                              QString::fromStdString(failure.why + "\n" + wizard::shownRemedy(failure)));
    std::cerr << failure.what << ":\n" << failure.why << "\n" << answers::typedRemedy(failure) << '\n';
    return static_cast<int>(failure.code);
}

} // namespace

int main(int count, char** words) {
    const auto begun = host::beginProcess(host::Program::wizard, count, words);
    if (!begun)
        return host::tellNotBegun("bes-standby-wizard", begun.error());
    auto line = answers::readCommandLine(begun->words, wizard::startOptions(), answers::allAnswers());
    if (line.has("help")) {
        std::cout
            << "bes-standby-wizard [OPTIONS]: the wizard that installs a standby. Beside these it takes "
               "every answer of 'bes-standby-setup install --help'.\n"
            << wizard::startOptions();
        return 0;
    }
    auto start = wizard::readStart(line, begun->environment);
    if (!hasDisplay())
        return refuse(start ? Failure{ExitCode::usage, "display.none", "The wizard needs a desktop",
                                      "neither DISPLAY nor WAYLAND_DISPLAY is set",
                                      "Install from the terminal: bes-standby-setup help"}
                            : start.error(),
                      false);
    database::beginSqlserverClient(); // while there is one thread
    QApplication application(count, words);
    std::setlocale(LC_NUMERIC, "C"); // Qt took the person's: numbers for other programs would have commas
    QApplication::setStyle(new wizard::ReadableStyle(QApplication::style()->name()));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/application.svg")));
    wizard::installTranslation(QLocale::system());
    if (!start)
        return refuse(start.error(), true);
    QSettings settings(QStringLiteral("bes-standby-setup"), QStringLiteral("wizard"));
    if (start->request.database == DatabaseAddress() &&
        !host::isPracticeComputer(host::Root(start->request.root)))
        start->request.database = wizard::rememberedDatabase(settings);
    wizard::Session session(start->request, start->passwords,
                            QApplication::applicationDirPath() + QStringLiteral("/bes-standby-setup"));
    wizard::rememberDatabases(session, settings);
    wizard::WizardWindow window(session);
    wizard::restoreSize(window, settings);
    window.show();
    const int code = QApplication::exec();
    wizard::rememberSize(window, settings);
    return code;
}
