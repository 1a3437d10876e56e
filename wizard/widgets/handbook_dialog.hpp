// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QTextBrowser>

namespace bes::wizard {

/// The administrator's handbook, and which program this is. Stands beside the window that it explains.
class HandbookDialog final : public QDialog {
    Q_OBJECT
public:
    explicit HandbookDialog(QWidget* parent);

    /// Scrolls to the section of that title. False where there is none: the handbook is shown from its
    /// beginning.
    bool showSection(const QString& title);

private:
    QTextBrowser* text_ = new QTextBrowser;
};

} // namespace bes::wizard
