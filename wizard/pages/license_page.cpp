// SPDX-License-Identifier: Apache-2.0
#include <QCheckBox>
#include <QCoreApplication>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "pages/pages.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

class LicensePage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(LicensePage)
public:
    explicit LicensePage(Session& session) : Page(PageId::media, session) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        text_->setObjectName(QStringLiteral("license"));
        text_->setAccessibleName(tr("Text of the license"));
        text_->setReadOnly(true);
        text_->setTabChangesFocus(true);
        text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        accept_->setObjectName(QStringLiteral("acceptLicense"));
        text_->setMinimumHeight(fontMetrics().height() * 7);
        layout->addWidget(text_, 1);
        layout->addWidget(accept_);
        setFocusProxy(text_);
        connect(accept_, &QCheckBox::clicked, this, [this](bool accepted) {
            Request request = state().request;
            request.acceptLicense = accepted;
            change(request);
        });
    }

    [[nodiscard]] QString title() const override { return tr("License"); }
    [[nodiscard]] QString introduction() const override { return tr("Accept this license to continue."); }

    void refresh() override {
        accept_->setChecked(state().request.acceptLicense);
        const License* license = licenseToAccept(state());
        const QString text =
            license == nullptr ? QString() : qt(license->textIn(QLocale().name().left(2).toStdString()));
        if (text != text_->toPlainText()) // else who reads it would be taken to its beginning
            text_->setPlainText(text);
    }

private:
    QPlainTextEdit* text_ = new QPlainTextEdit;
    QCheckBox* accept_ = new QCheckBox(tr("I &accept the license"));
};

} // namespace

Page* makeLicensePage(Session& session) {
    return new LicensePage(session);
}

} // namespace bes::wizard
