#include "widgets/texts.hpp"

#include <algorithm>

#include <QApplication>
#include <QHBoxLayout>
#include <QIcon>
#include <QStyle>

namespace bes::wizard {

QLabel* paragraph(const QString& text) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QPushButton* button(const QString& text, const QString& name) {
    auto* made = new QPushButton(text);
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
}

QIcon severityIcon(Severity severity) {
    const QStyle* style = QApplication::style();
    switch (severity) {
    case Severity::blocker:
        return style->standardIcon(QStyle::SP_MessageBoxCritical);
    case Severity::warning:
        return style->standardIcon(QStyle::SP_MessageBoxWarning);
    case Severity::information:
        return style->standardIcon(QStyle::SP_MessageBoxInformation);
    case Severity::passed:
        break;
    }
    return style->standardIcon(QStyle::SP_DialogApplyButton);
}

Notice::Notice(QWidget* parent) : QWidget(parent), icon_(new QLabel), text_(paragraph()) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(icon_, 0, Qt::AlignTop);
    layout->addWidget(text_, 1);
    clear();
}

void Notice::say(Severity severity, const QString& text) {
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    icon_->setPixmap(severityIcon(severity).pixmap(QSize(size, size), devicePixelRatioF()));
    text_->setText(text);
    setVisible(!text.isEmpty());
}

void Notice::clear() {
    text_->clear();
    hide();
}

void Notice::sayWorst(const std::vector<Finding>& findings) {
    const auto worst = std::ranges::max_element(findings, {}, &Finding::severity);
    if (worst == findings.end() || worst->severity == Severity::passed)
        return clear();
    QString text = qt(worst->title) + QStringLiteral(".\n") + qt(worst->evidence);
    if (!worst->remedy.empty())
        text += QStringLiteral("\n") + qt(worst->remedy);
    say(worst->severity, text);
}

} // namespace bes::wizard
