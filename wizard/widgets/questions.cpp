// SPDX-License-Identifier: Apache-2.0
#include "widgets/questions.hpp"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace bes::wizard {
namespace {

struct Questions {
    Q_DECLARE_TR_FUNCTIONS(Questions)
};

} // namespace

bool agrees(QWidget* parent, const QString& question, const QString& meaning) {
    QMessageBox box(QMessageBox::Question, question, meaning, QMessageBox::Yes | QMessageBox::No, parent);
    box.button(QMessageBox::Yes)->setText(Questions::tr("&Yes"));
    box.button(QMessageBox::No)->setText(Questions::tr("&No"));
    box.setDefaultButton(QMessageBox::No);
    return box.exec() == QMessageBox::Yes;
}

std::optional<WhenLeft> askHowToLeaveRun(QWidget* parent) {
    QMessageBox box(
        QMessageBox::Question, Questions::tr("Close the wizard?"),
        Questions::tr("The run is in progress. It can be completed or rolled back without the wizard."),
        QMessageBox::NoButton, parent);
    const auto* finish = box.addButton(Questions::tr("&Finish and close"), QMessageBox::AcceptRole);
    const auto* undo = box.addButton(Questions::tr("&Roll back and close"), QMessageBox::DestructiveRole);
    box.addButton(Questions::tr("&Stay"), QMessageBox::RejectRole);
    box.exec();
    if (box.clickedButton() == finish)
        return WhenLeft::finish;
    return box.clickedButton() == undo ? std::optional(WhenLeft::undo) : std::nullopt;
}

} // namespace bes::wizard
