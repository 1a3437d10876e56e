// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QPlainTextEdit>

#include "models/session.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {

/// Takes what a person pastes from the console of a Domino server, and keeps it in a file. What it can't take
/// it explains, and leaves the text where it is. Goes by itself when it is closed.
class PasteDialog final : public QDialog {
    Q_OBJECT
public:
    PasteDialog(const Session& session, Role role, QWidget* parent);

    [[nodiscard]] static QString titleFor(Role role);

    void accept() override;

Q_SIGNALS:
    void kept(const QString& path);

private:
    const Session& session_;
    Role role_;
    QPlainTextEdit* text_ = new QPlainTextEdit;
    Notice* notice_ = new Notice;
};

} // namespace bes::wizard
