// SPDX-License-Identifier: Apache-2.0
#include "widgets/path_field.hpp"

#include <system_error>

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QTimer>
#include <QUrl>

#include "answers/fields.hpp"
#include "widgets/fields.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {

namespace {

/// A path as people copy it from elsewhere: with blanks around, as a link to a file, from their own folder.
QString asPasted(const QString& text) {
    QString path = text.trimmed();
    if (path.startsWith(QStringLiteral("file://")))
        path = QUrl(path).toLocalFile();
    if (path == QStringLiteral("~") || path.startsWith(QStringLiteral("~/")))
        path.replace(0, 1, QDir::homePath());
    return path;
}

} // namespace

PathField::PathField(Kind kind, const QString& name, const QString& object)
    : kind_(kind), name_(name), edit_(lineEdit(name, object)),
      browse_(button(tr("Browse…"), object + QStringLiteral("Browse"))) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    browse_->setAccessibleName(tr("Browse for: %1").arg(name));
    layout->addWidget(edit_, 1);
    layout->addWidget(browse_);
    setFocusPolicy(
        Qt::ClickFocus); // else the letter of its label does nothing; before the proxy, which keeps its own
    setFocusProxy(edit_);

    auto* pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(pauseOfTyping);
    connect(edit_, &QLineEdit::textEdited, pause, qOverload<>(&QTimer::start));
    connect(edit_, &QLineEdit::editingFinished, pause, &QTimer::stop);
    connect(edit_, &QLineEdit::editingFinished, this, &PathField::take);
    connect(pause, &QTimer::timeout, this, &PathField::take);
    connect(browse_, &QPushButton::clicked, this, &PathField::browse);
}

void PathField::setPath(const QString& path) {
    if (edit_->hasFocus())
        return;
    edit_->setText(path);
    taken_ = path;
}

/// Not where the field is only left: what it has may not be the answer any more.
void PathField::take() {
    if (edit_->text() == taken_)
        return;
    taken_ = edit_->text();
    Q_EMIT entered();
}

std::filesystem::path PathField::answer() const {
    const std::string text = asPasted(path()).toStdString();
    std::error_code error;
    return text.empty() ? std::filesystem::path()
                        : answers::resolved(text, std::filesystem::current_path(error));
}

void PathField::browse() {
    const QString found = kind_ == Kind::file ? QFileDialog::getOpenFileName(this, name_, path())
                                              : QFileDialog::getExistingDirectory(this, name_, path());
    if (found.isEmpty())
        return;
    edit_->setText(found);
    take();
}

} // namespace bes::wizard
