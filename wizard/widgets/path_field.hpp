// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <QLayout>
#include <QLineEdit>
#include <QPushButton>

namespace bes::wizard {

/// A field for the path of a file or folder, with a button that looks for one.
class PathField final : public QWidget {
    Q_OBJECT
public:
    enum class Kind { file, folder };
    static constexpr int pauseOfTyping = 400; ///< milliseconds, until what was typed counts

    /// `name` is what a screen reader calls it, `object` what tests do.
    PathField(Kind kind, const QString& name, const QString& object);

    /// Not where the path is one of another computer.
    void setBrowsable(bool browsable) { browse_->setVisible(browsable); }
    /// Another way to a path, beside the one of looking for it.
    void addButton(QPushButton* other) { layout()->addWidget(other); }
    void setPath(const QString& path);
    [[nodiscard]] QString path() const { return edit_->text(); }
    /// As an answer is kept: absolute, without "." and "..", without a '/' at the end. Empty where nothing
    /// stands there.
    [[nodiscard]] std::filesystem::path answer() const;
    [[nodiscard]] QLineEdit* edit() const { return edit_; }

Q_SIGNALS:
    /// The person has typed and paused, or has chosen.
    void entered();

private:
    void browse();
    void take();

    Kind kind_;
    QString name_;
    QString taken_; ///< what is known of the text already
    QLineEdit* edit_;
    QPushButton* browse_;
};

} // namespace bes::wizard
