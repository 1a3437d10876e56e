#include <QCoreApplication>
#include <QFormLayout>

#include "pages/pages.hpp"
#include "widgets/path_field.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

class MediaPage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(MediaPage)
public:
    explicit MediaPage(Session& session) : Page(PageId::media, session) {
        auto* layout = new QFormLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addRow(tr("&Folder:"), folder_);
        layout->addRow(tr("&Trusted certificate:"), trust_);
        layout->addRow(tr("Product:"), product_);
        layout->addRow(tr("Publisher:"), publisher_);
        layout->addRow(tr("Packages:"), packages_);
        layout->addRow(notice_);
        folder_->setPath(qt(session.request().media.string()));
        if (!session.request().trust.empty())
            trust_->setPath(qt(session.request().trust.front().string()));
        connect(folder_, &PathField::entered, this, &MediaPage::take);
        connect(trust_, &PathField::entered, this, &MediaPage::take);
    }

    [[nodiscard]] QString title() const override { return tr("Installation media"); }
    [[nodiscard]] QString introduction() const override {
        return tr(
            "The folder with media.json. Its signature says who made it; without a certificate here, those "
            "in /etc/bes-standby-setup/trust.d are trusted.");
    }

    void refresh() override {
        for (QLabel* label : {product_, publisher_, packages_})
            label->setText(QStringLiteral("–"));
        notice_->clear();
        if (!seen() || state().request.media.empty())
            return;
        const auto& media = seen()->inspection.facts.media;
        if (!media.known())
            return notice_->say(Severity::blocker, qt(media.reason()));
        show(media.value());
        notice_->sayWorst(findingsAbout("media", state()));
    }

private:
    void show(const MediaContents& media) {
        const Catalog& catalog = media.manifest.catalog;
        product_->setText(qt(catalog.product + " " + catalog.version));
        publisher_->setText(media.signature.trusted
                                ? tr("%1 (signature is good)").arg(qt(media.signature.signer))
                                : tr("not trusted: %1").arg(qt(media.signature.problem)));
        packages_->setText(QString::number(media.manifest.packages.size()));
    }

    void take() {
        Request request = state().request;
        request.media = folder_->path().toStdString();
        // The first one can be changed here; an answer file may name more.
        const std::filesystem::path trust = trust_->path().toStdString();
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
    Notice* notice_ = new Notice;
};

} // namespace

Page* makeMediaPage(Session& session) {
    return new MediaPage(session);
}

} // namespace bes::wizard
