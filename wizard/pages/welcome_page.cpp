#include <QCoreApplication>
#include <QVBoxLayout>

#include "pages/pages.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

class WelcomePage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(WelcomePage)
public:
    explicit WelcomePage(Session& session) : Page(PageId::welcome, session) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(paragraph(tr(
            "Setup asks for the media, the BlackBerry Configuration Database and the primary. All else it "
            "finds out: nobody types or sees SRP credentials.\n\n"
            "Then it checks everything and shows what it would do. Until you press Install on the summary, "
            "nothing is changed. What fails or is cancelled after that is undone.\n\n"
            "You need:")));
        layout->addWidget(paragraph(tr("  •  the installation media (a folder with media.json)\n"
                                       "  •  access to the BlackBerry Configuration Database\n"
                                       "  •  a Domino server on this computer, in one cluster with the "
                                       "primary's\n"
                                       "  •  the right to become an administrator here")));
        layout->addSpacing(12);
        layout->addWidget(installed_);
        layout->addWidget(unfinished_);
        layout->addWidget(undo_, 0, Qt::AlignLeft);
        layout->addStretch();
        undo_->hide();
        connect(undo_, &QPushButton::clicked, this, [this] {
            this->session().recover(false);
            Q_EMIT wantsPage(PageId::progress);
        });
    }

    [[nodiscard]] QString title() const override { return tr("Install a standby"); }
    [[nodiscard]] QString introduction() const override {
        return tr(
            "Installs a standby BlackBerry Enterprise Server for IBM Lotus Domino on this computer, beside "
            "a primary that runs elsewhere.");
    }

    void refresh() override {
        installed_->clear();
        unfinished_->clear();
        undo_->hide();
        if (!seen())
            return;
        const Facts& facts = seen()->inspection.facts;
        if (facts.installed.known() && facts.installed.value()) {
            const Receipt& receipt = facts.installed.value()->receipt;
            installed_->say(
                Severity::information,
                tr("%1, the standby of %2, is installed here since %3. With the same answers there is "
                   "nothing to do; other answers are refused.")
                    .arg(qt(receipt.standby), qt(receipt.primary), qt(receipt.installedAt)));
        }
        if (facts.unfinishedRun.known() && facts.unfinishedRun.value()) {
            const UnfinishedRun& run = *facts.unfinishedRun.value();
            unfinished_->say(
                Severity::warning,
                tr("The %1 of %2 was interrupted. It is undone before anything else is installed, or "
                   "now:")
                    .arg(qt(run.command), qt(run.since)));
            undo_->show();
        }
    }

private:
    Notice* installed_ = new Notice;
    Notice* unfinished_ = new Notice;
    QPushButton* undo_ = button(tr("&Undo the interrupted run"), QStringLiteral("undo"));
};

} // namespace

Page* makeWelcomePage(Session& session) {
    return new WelcomePage(session);
}

} // namespace bes::wizard
