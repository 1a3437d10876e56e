// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QPlainTextEdit>

namespace bes::wizard {

/// A text to be read and copied. Goes by itself when it is closed.
class TextDialog : public QDialog {
    Q_OBJECT
public:
    TextDialog(const QString& title, const QString& text, QWidget* parent);

protected:
    void show(const QString& text);

private:
    QPlainTextEdit* text_ = new QPlainTextEdit;
};

} // namespace bes::wizard
