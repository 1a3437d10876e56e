// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <QDialog>
#include <QPlainTextEdit>
#include <QProcess>

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

/// What `bes-standby-setup status` tells.
class StatusDialog final : public TextDialog {
    Q_OBJECT
public:
    StatusDialog(const QString& program, const std::filesystem::path& root, QWidget* parent);

private:
    QProcess* process_;
};

} // namespace bes::wizard
