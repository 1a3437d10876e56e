#include "widgets/path_field.hpp"

#include <system_error>

#include <QFileDialog>
#include <QHBoxLayout>
#include <QTimer>

#include "answers/fields.hpp"
#include "widgets/fields.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {

PathField::PathField(Kind kind, const QString& name, const QString& object)
    : kind_(kind), name_(name), edit_(lineEdit(name, object)),
      browse_(button(tr("Browse…"), object + QStringLiteral("Browse"))) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    browse_->setAccessibleName(tr("Browse for: %1").arg(name));
    layout->addWidget(edit_, 1);
    layout->addWidget(browse_);
    setFocusProxy(edit_);

    auto* pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(pauseOfTyping);
    connect(edit_, &QLineEdit::textEdited, pause, qOverload<>(&QTimer::start));
    connect(edit_, &QLineEdit::editingFinished, pause, &QTimer::stop);
    connect(edit_, &QLineEdit::editingFinished, this, &PathField::entered);
    connect(pause, &QTimer::timeout, this, &PathField::entered);
    connect(browse_, &QPushButton::clicked, this, &PathField::browse);
}

void PathField::setPath(const QString& path) {
    if (!edit_->hasFocus())
        edit_->setText(path);
}

std::filesystem::path PathField::answer() const {
    const std::string text = path().toStdString();
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
    Q_EMIT entered();
}

} // namespace bes::wizard
