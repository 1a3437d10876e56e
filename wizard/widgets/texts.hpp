#pragma once

#include <vector>

#include <QLabel>
#include <QPushButton>

#include "model/finding.hpp"

namespace bes::wizard {

[[nodiscard]] inline QString qt(const std::string& text) {
    return QString::fromStdString(text);
}

/// A label for sentences: wrapped, plain text, can be selected and copied.
[[nodiscard]] QLabel* paragraph(const QString& text = {});

/// A button that Enter presses only where it has the focus.
[[nodiscard]] QPushButton* button(const QString& text, const QString& name);

/// An icon and a paragraph side by side, hidden while it has no text.
class Notice final : public QWidget {
    Q_OBJECT
public:
    explicit Notice(QWidget* parent = nullptr);
    void say(Severity severity, const QString& text);
    void clear();
    /// The worst of the findings with its evidence and remedy; nothing where all are passed.
    void sayWorst(const std::vector<Finding>& findings);

private:
    QLabel* icon_;
    QLabel* text_;
};

[[nodiscard]] QIcon severityIcon(Severity severity);

} // namespace bes::wizard
