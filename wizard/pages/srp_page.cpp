// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>
#include <QFormLayout>

#include "models/obstacles.hpp"
#include "pages/pages.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

class SrpPage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(SrpPage)
public:
    explicit SrpPage(Session& session) : Page(PageId::database, session) {
        auto* layout = new QFormLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addRow(tr("Copied from:"), from_);
        layout->addRow(tr("SRP identifier:"), identifier_);
        layout->addRow(tr("Authentication key:"), key_);
        layout->addRow(tr("SRP host:"), host_);
        layout->addRow(tr("Endpoint:"), endpoint_);
        layout->addRow(notice_);
        layout->addRow(paragraph(
            tr("Setup never logs in to SRP, because a second session would disconnect the primary. It only "
               "tests the TCP connection.")));
    }

    [[nodiscard]] QString title() const override { return tr("SRP credentials"); }
    [[nodiscard]] QString introduction() const override {
        return tr("The standby uses the SRP credentials of the primary. The key stays hidden; only its "
                  "fingerprint is shown.");
    }

    void refresh() override {
        const Server* primary = chosenPrimary(state());
        for (QLabel* label : {from_, identifier_, key_, host_, endpoint_})
            label->setText(QStringLiteral("–"));
        notice_->clear();
        if (primary == nullptr)
            return;
        const SrpCredentials& srp = primary->srp;
        from_->setText(tr("%1 on %2").arg(qt(primary->name), qt(primary->computer)));
        identifier_->setText(qt(srp.identifier));
        key_->setText(srp.keyFingerprint.empty() ? tr("none in the database")
                                                 : tr("fingerprint %1").arg(qt(srp.keyFingerprint)));
        host_->setText(tr("%1, port %2").arg(qt(srp.host)).arg(srp.port));
        if (!seen())
            return endpoint_->setText(tr("checked on the review"));
        const auto& endpoint = seen()->inspection.facts.srpEndpoint;
        endpoint_->setText(!endpoint.known() ? qt(endpoint.reason())
                           : endpoint.value().reachable
                               ? tr("reachable: %1").arg(qt(endpoint.value().detail))
                               : tr("not reachable: %1").arg(qt(endpoint.value().detail)));
        notice_->sayWorst(findingsAbout("srp", state()));
    }

private:
    QLabel* from_ = paragraph();
    QLabel* identifier_ = paragraph();
    QLabel* key_ = paragraph();
    QLabel* host_ = paragraph();
    QLabel* endpoint_ = paragraph();
    Notice* notice_ = new Notice;
};

} // namespace

Page* makeSrpPage(Session& session) {
    return new SrpPage(session);
}

} // namespace bes::wizard
