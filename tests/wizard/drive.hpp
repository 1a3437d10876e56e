// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMessageBox>
#include <QString>

#include "wizard/practice.hpp"
#include "wizard_window.hpp"

class QCheckBox;
class QPushButton;

namespace bes::wizard {

/// The window as a person uses it, by keys, with the answers of a practice computer.
struct Drive {
    explicit Drive(const Practice& practice);
    explicit Drive(const Request& answers);

    [[nodiscard]] QPushButton* find(const char* name);
    /// Presses a key with Alt, once the window can take it.
    [[nodiscard]] bool press(Qt::Key key);
    /// The mnemonic of Next once the page allows it; false where it never does.
    [[nodiscard]] bool next();
    [[nodiscard]] bool nextUntil(PageId page);
    /// Waits for the page and for what it has to look at.
    [[nodiscard]] bool reached(PageId page);

    /// Domino's step is asked for nothing where it is in order: by the list at the side.
    [[nodiscard]] bool lookAtDomino();

    /// Types over what a field has, and waits until setup has looked.
    [[nodiscard]] bool type(const char* field, const std::string& text);
    [[nodiscard]] QCheckBox* box(const char* name);
    /// What the labels that are visible say, in the order in which they were made.
    [[nodiscard]] std::string told();
    /// What the summary says.
    [[nodiscard]] std::string summary();

    Session session;
    WizardWindow window;
};

/// Answers the next question of the window.
void answer(QMessageBox::StandardButton with);

} // namespace bes::wizard
