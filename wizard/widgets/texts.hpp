// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QLabel>
#include <QPushButton>

#include "model/finding.hpp"
#include "widgets/signs.hpp"

namespace bes::wizard {

[[nodiscard]] inline QString qt(const std::string& text) {
    return QString::fromStdString(text);
}

/// A label for sentences: wrapped, plain text, can be selected and copied.
[[nodiscard]] QLabel* paragraph(const QString& text = {});

/// A button that Enter presses only where it has the focus.
[[nodiscard]] QPushButton* button(const QString& text, const QString& name);

/// A time of a file ("2026-11-27T22:59:03Z") as the person's country writes it, in local time.
[[nodiscard]] QString timeText(const std::string& utc);

[[nodiscard]] QFont boldOf(QFont font);

/// What has to be noticed: a sign, perhaps a heading, and a paragraph in a tinted box. Hidden while it has no
/// text.
class Notice final : public QWidget {
    Q_OBJECT
public:
    explicit Notice(QWidget* parent = nullptr);
    void say(Severity severity, const QString& text);
    void say(Severity severity, const QString& title, const QString& text);
    void clear();
    /// The worst of the findings with its evidence and remedy; nothing where all are passed.
    void sayWorst(const std::vector<Finding>& findings);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int signSize() const;

    Severity severity_ = Severity::passed;
    QLabel* title_;
    QLabel* text_;
};

} // namespace bes::wizard
