// SPDX-License-Identifier: Apache-2.0
#include "widgets/practice_titles.hpp"

#include <utility>

#include <QApplication>
#include <QWidget>

#include "host/practice.hpp"

namespace bes::wizard {
namespace {

const QString mark = QStringLiteral("PRACTICE"); // the same in every language

/// Lists of a field and hints have no title that is seen.
bool hasTitle(const QWidget& window) {
    return window.isWindow() && (window.windowType() == Qt::Window || window.windowType() == Qt::Dialog);
}

QString marked(const QString& title) {
    if (title.startsWith(mark))
        return title;
    return title.isEmpty() ? mark : mark + QStringLiteral(" - ") + title;
}

} // namespace

PracticeTitles::PracticeTitles(QObject* parent) : QObject(parent) {
    qApp->installEventFilter(this);
}

bool PracticeTitles::follow(const std::filesystem::path& root) {
    const bool before = std::exchange(practice_, host::isPracticeComputer(host::Root(root)));
    if (practice_ && !before)
        for (QWidget* window : QApplication::topLevelWidgets()) // which are open already
            if (hasTitle(*window))
                window->setWindowTitle(marked(window->windowTitle()));
    return practice_;
}

bool PracticeTitles::eventFilter(QObject* object, QEvent* event) {
    if (practice_ && (event->type() == QEvent::Show || event->type() == QEvent::WindowTitleChange))
        if (auto* window = qobject_cast<QWidget*>(object); window != nullptr && hasTitle(*window))
            window->setWindowTitle(marked(window->windowTitle()));
    return false;
}

} // namespace bes::wizard
