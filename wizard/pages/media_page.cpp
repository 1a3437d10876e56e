// SPDX-License-Identifier: Apache-2.0
#include <QCheckBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QVBoxLayout>

#include "models/obstacles.hpp"
#include "pages/pages.hpp"
#include "text/path_text.hpp"
#include "widgets/path_field.hpp"
#include "widgets/text_dialog.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

class MediaPage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(MediaPage)
public:
    explicit MediaPage(Session& session) : Page(PageId::media, session) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        auto* form = new QFormLayout;
        form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        form->addRow(tr("&Folder:"), folder_);
        form->addRow(tr("Publisher's cer&tificate:"), trust_);
        form->addRow(tr("Product:"), product_);
        form->addRow(tr("Publisher:"), publisher_);
        form->addRow(QString(), certificate_);
        form->setAlignment(certificate_, Qt::AlignLeft);
        form->addRow(tr("Packages:"), packages_);
        layout->addLayout(form);
        layout->addWidget(notice_); // in a form a long text is cut where the window is small
        layout->addWidget(older_);
        older_->setObjectName(QStringLiteral("acceptOlder"));
        older_->hide();
        connect(older_, &QCheckBox::clicked, this, [this](bool given) {
            this->session().acknowledge("media.older", given);
            this->session().lookFor(PageId::media);
        });
        connect(certificate_, &QPushButton::clicked, this, [this] {
            (new TextDialog(tr("Certificate of the publisher"), certificateText(), this))->open();
        });
        connect(folder_, &PathField::entered, this, &MediaPage::take);
        connect(trust_, &PathField::entered, this, &MediaPage::take);
    }

    [[nodiscard]] QString title() const override { return tr("Media and license"); }
    [[nodiscard]] QString introduction() const override {
        if (state().maintenance && state().maintenance->kind == Maintenance::Kind::upgrade && state().seen &&
            state().seen->receipt() != nullptr)
            return tr("Choose the media of the version to upgrade to. Version %1 is installed.")
                .arg(qt(state().seen->receipt()->catalog.version));
        return tr("Choose the folder that contains the installation media. To trust a new publisher, add its "
                  "certificate.");
    }

    void refresh() override {
        const Request& request = state().request;
        folder_->setPath(qt(utf8(request.media)));
        trust_->setPath(request.trust.empty() ? QString() : qt(utf8(request.trust.front())));
        for (QLabel* label : {product_, publisher_, packages_})
            label->setText(QStringLiteral("–"));
        notice_->clear();
        certificate_->hide();
        if (!seen() || request.media.empty())
            return;
        older_->hide();
        const auto& media = seen()->inspection.facts.media;
        const auto findings = findingsAbout("media", state());
        if (!media.known())
            return notice_->sayWorst(findings);
        show(media.value());
        notice_->sayWorst(findings);
        showAcknowledgement(findings);
    }

private:
    /// What the publisher's own words about it are compared with.
    [[nodiscard]] QString certificateText() const {
        QStringList texts;
        for (const SignerCertificate& one :
             state().seen->inspection.facts.media.value().signature.certificates)
            texts +=
                tr("Subject:\n  %1\n\nIssuer:\n  %2\n\nSerial number:\n  %3\n\nSHA-256 fingerprint:\n  %4\n\n"
                   "Valid from %5 until %6")
                    .arg(qt(one.subject), qt(one.issuer), qt(one.serial), qt(one.sha256),
                         timeText(one.validFrom), timeText(one.validUntil));
        return texts.join(QStringLiteral("\n\n"));
    }

    void show(const MediaContents& media) {
        const Catalog& catalog = media.manifest.catalog;
        product_->setText(qt(catalog.product + " " + catalog.version));
        publisher_->setText(media.signature.trusted
                                ? tr("%1 (signature is good)").arg(qt(media.signature.signer))
                                : tr("not trusted: %1").arg(qt(media.signature.problem)));
        certificate_->setVisible(!media.signature.certificates.empty());
        // unread where the signature is not trusted
        packages_->setText(product_->text().trimmed().isEmpty()
                               ? QString()
                               : QString::number(media.manifest.packages.size()));
    }

    void showAcknowledgement(const std::vector<Finding>& findings) {
        for (const Finding& finding : findings)
            if (const auto acknowledgement = acknowledgementOf(finding, state())) {
                older_->setText(qt(acknowledgement->text));
                older_->setChecked(acknowledgement->given);
                older_->show();
            }
    }

    void take() {
        Request request = state().request;
        request.media = folder_->answer();
        // The first one can be changed here; an answer file may name more.
        const std::filesystem::path trust = trust_->answer();
        if (request.trust.empty() && !trust.empty())
            request.trust.push_back(trust);
        else if (!request.trust.empty() && trust.empty())
            request.trust.erase(request.trust.begin());
        else if (!request.trust.empty())
            request.trust.front() = trust;
        change(request);
    }

    PathField* folder_ = new PathField(PathField::Kind::folder, tr("Folder of the installation media"),
                                       QStringLiteral("media"));
    PathField* trust_ = new PathField(PathField::Kind::file, tr("Certificate whose media is trusted"),
                                      QStringLiteral("trust"));
    QLabel* product_ = paragraph();
    QLabel* publisher_ = paragraph();
    QLabel* packages_ = paragraph();
    QPushButton* certificate_ = button(tr("View &certificate…"), QStringLiteral("viewCertificate"));
    Notice* notice_ = new Notice;
    QCheckBox* older_ = new QCheckBox(tr("Go back to the older version"));
};

} // namespace

Page* makeMediaPage(Session& session) {
    return new MediaPage(session);
}

} // namespace bes::wizard
