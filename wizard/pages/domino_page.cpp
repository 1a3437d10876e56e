#include <QCoreApplication>
#include <QProgressBar>
#include <QVBoxLayout>

#include "pages/pages.hpp"
#include "widgets/cluster_view.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

class DominoPage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(DominoPage)
public:
    explicit DominoPage(Session& session) : Page(PageId::domino, session) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        QFont bold = title_->font();
        bold.setBold(true);
        title_->setFont(bold);
        bar_->setAccessibleName(tr("State databases with a replica on the standby"));
        bar_->setFormat(tr("%v of %m state databases replicated"));
        auto* again = button(tr("&Ask again"), QStringLiteral("askAgain"));
        layout->addWidget(title_);
        layout->addWidget(cluster_);
        layout->addSpacing(8);
        layout->addWidget(bar_);
        layout->addWidget(replication_);
        layout->addWidget(notice_);
        layout->addWidget(again, 0, Qt::AlignLeft);
        layout->addStretch();
        connect(again, &QPushButton::clicked, this,
                [this] { this->session().lookFor(PageId::domino, true); });
    }

    [[nodiscard]] QString title() const override { return tr("Domino cluster"); }
    [[nodiscard]] QString introduction() const override {
        return tr(
            "The Domino servers of both computers must be in one cluster that replicates. State databases "
            "without a replica yet don't stand in the way: the standby makes them as accounts initialise.");
    }

    void refresh() override {
        const bool known = seen() != nullptr;
        for (QWidget* part : std::initializer_list<QWidget*>{cluster_, bar_, replication_})
            part->setVisible(known);
        notice_->clear();
        if (!known)
            return title_->setText(tr("The Domino servers are being asked"));
        const ClusterPicture picture = clusterPicture(seen()->inspection.facts.domino);
        title_->setText(qt(picture.title));
        cluster_->show(picture);
        bar_->setVisible(picture.replication && picture.replication->all > 0);
        if (picture.replication) {
            bar_->setRange(0, static_cast<int>(picture.replication->all));
            bar_->setValue(static_cast<int>(picture.replication->replicated));
        }
        replication_->setText(qt(picture.replicationText));
        notice_->sayWorst(findingsAbout("domino", state()));
    }

private:
    QLabel* title_ = paragraph();
    ClusterView* cluster_ = new ClusterView;
    QProgressBar* bar_ = new QProgressBar;
    QLabel* replication_ = paragraph();
    Notice* notice_ = new Notice;
};

} // namespace

Page* makeDominoPage(Session& session) {
    return new DominoPage(session);
}

} // namespace bes::wizard
