// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QWidget>

namespace bes::wizard {

/// What is waited for, with a button to stop it or to begin anew. Keeps its room while there is nothing, so
/// that the page above does not jump.
class BusyRow final : public QWidget {
    Q_OBJECT
public:
    BusyRow();

    /// Setup looks at something: says at what.
    void looking(const QString& at);
    /// It was stopped; `again`: the button offers to begin anew.
    void stopped(bool again);
    void nothing() { hide(); }

Q_SIGNALS:
    void pressed();

private:
    QProgressBar* bar_;
    QLabel* text_;
    QPushButton* button_;
};

} // namespace bes::wizard
