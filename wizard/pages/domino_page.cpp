// SPDX-License-Identifier: Apache-2.0
#include <QCheckBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QProgressBar>
#include <QVBoxLayout>

#include "models/domino_choice.hpp"
#include "models/obstacles.hpp"
#include "pages/pages.hpp"
#include "text/path_text.hpp"
#include "widgets/cluster_view.hpp"
#include "widgets/fields.hpp"
#include "widgets/paste_dialog.hpp"
#include "widgets/path_field.hpp"
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
        makeServers();
        layout->addWidget(servers_);
        layout->addSpacing(8);
        layout->addWidget(bar_);
        layout->addWidget(replication_);
        layout->addWidget(notice_);
        makeRights();
        layout->addWidget(rights_);
        layout->addWidget(again, 0, Qt::AlignLeft);
        makeSources();
        layout->addWidget(more_);
        layout->addWidget(sources_);
        layout->addStretch();
        connect(again, &QPushButton::clicked, this,
                [this] { this->session().lookFor(PageId::domino, Session::Look::again); });
    }

    [[nodiscard]] QString title() const override { return tr("Domino cluster"); }
    [[nodiscard]] QString introduction() const override {
        return tr(
            "The Domino servers of both computers must be in the same cluster. Missing replicas of state "
            "databases don't block the installation; they are created later.");
    }

    void refresh() override {
        showServers();
        showSources();
        showRights();
        const bool known = seen() != nullptr;
        for (QWidget* part : std::initializer_list<QWidget*>{cluster_, bar_, replication_})
            part->setVisible(known);
        notice_->clear();
        if (!known)
            return title_->setText(tr("Asking the Domino servers"));
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
    /// For where several Domino servers are here: which one counts is seen, and can be chosen.
    void makeServers() {
        auto* form = new QFormLayout(servers_);
        form->setContentsMargins(0, 0, 0, 0);
        form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        form->addRow(tr("Domino &server here:"), server_);
        server_->setPlaceholderText(tr("Choose the one of the standby"));
        letShrink(*server_);
        connect(server_, &QComboBox::activated, this, [this] {
            notesIni_->edit()->setText(server_->currentData().toString());
            take();
        });
    }

    void showServers() {
        const auto choices = dominoChoices(state());
        servers_->setVisible(!choices.empty());
        if (choices != choices_) {
            server_->clear();
            for (const Choice& choice : choices)
                server_->addItem(qt(choice.text), qt(choice.value));
            choices_ = choices;
        }
        server_->setCurrentIndex(server_->findData(qt(utf8(state().request.domino.notesIni))));
    }

    /// For a person whose account can't ask the Domino servers.
    void makeRights() {
        auto* column = new QVBoxLayout(rights_);
        column->setContentsMargins(0, 0, 0, 0);
        auto* ask = button(tr("Ask as a&dministrator…"), QStringLiteral("askAsAdministrator"));
        column->addWidget(paragraph(
            tr("Your account may not be allowed to ask the Domino servers. Setup can ask them as an "
               "administrator: you are asked for a password, and nothing is changed.")));
        column->addWidget(ask, 0, Qt::AlignLeft);
        column->addWidget(refusal_);
        connect(ask, &QPushButton::clicked, this, [this] { session().askAsAdministrator(); });
    }

    void showRights() {
        rights_->setVisible(seen() != nullptr && administratorLearnsMore(state()));
        const QString& why = session().notAskedBecause();
        refusal_->setVisible(!why.isEmpty());
        refusal_->setText(tr("The last try failed: %1").arg(why));
    }

    /// For where several Domino servers are here, or they can't be asked.
    void makeSources() {
        auto* form = new QFormLayout(sources_);
        form->setContentsMargins(0, 0, 0, 0);
        form->addRow(paragraph(
            tr("If several Domino servers are on this computer, choose the notes.ini of the standby's "
               "server. If a server cannot be asked, paste what its console answers to \"show "
               "cluster\" and \"show tasks\", or choose a file with it.")));
        form->addRow(tr("notes.&ini:"), notesIni_);
        form->addRow(tr("Primary's &console:"), primaryConsole_);
        form->addRow(tr("Console &here:"), standbyConsole_);
        more_->setObjectName(QStringLiteral("moreSources"));
        sources_->hide();
        connect(more_, &QCheckBox::toggled, sources_, &QWidget::setVisible);
        for (PathField* field : {notesIni_, primaryConsole_, standbyConsole_})
            connect(field, &PathField::entered, this, &DominoPage::take);
        addPaste(primaryConsole_, Role::primary,
                 button(tr("&Paste…"), QStringLiteral("pastePrimaryConsole")));
        addPaste(standbyConsole_, Role::standby,
                 button(tr("Pas&te…"), QStringLiteral("pasteStandbyConsole")));
    }

    void addPaste(PathField* field, Role role, QPushButton* paste) {
        paste->setAccessibleName(PasteDialog::titleFor(role));
        paste->setAccessibleDescription(tr("Opens a window for text of the console. It is kept in a file, "
                                           "which the field beside this button names then."));
        field->addButton(paste);
        connect(paste, &QPushButton::clicked, this, [this, field, role] {
            auto* dialog = new PasteDialog(session(), role, this);
            connect(dialog, &PasteDialog::kept, this, [this, field](const QString& path) {
                field->edit()->setText(path);
                take();
                session().lookFor(PageId::domino,
                                  Session::Look::again); // also where only what is in the file is new
            });
            dialog->open();
        });
    }

    void showSources() {
        const DominoQuestions& questions = state().request.domino;
        notesIni_->setPath(qt(utf8(questions.notesIni)));
        primaryConsole_->setPath(qt(questions.primaryConsole));
        standbyConsole_->setPath(qt(questions.standbyConsole));
        const bool chosenAbove = !state().seen || !choices_.empty();
        if ((!questions.notesIni.empty() && !chosenAbove) || !questions.primaryConsole.empty() ||
            !questions.standbyConsole.empty())
            more_->setChecked(true);
    }

    void take() {
        Request request = state().request;
        request.domino.notesIni = notesIni_->answer();
        request.domino.primaryConsole = utf8(primaryConsole_->answer());
        request.domino.standbyConsole = utf8(standbyConsole_->answer());
        change(request);
    }

    QLabel* title_ = paragraph();
    ClusterView* cluster_ = new ClusterView;
    QWidget* servers_ = new QWidget;
    QComboBox* server_ = comboBox(tr("Domino server of the standby, of those on this computer"),
                                  QStringLiteral("dominoServer"));
    std::vector<Choice> choices_;
    QProgressBar* bar_ = new QProgressBar;
    QLabel* replication_ = paragraph();
    Notice* notice_ = new Notice;
    QWidget* rights_ = new QWidget;
    QLabel* refusal_ = paragraph();
    QCheckBox* more_ = new QCheckBox(tr("&More ways to check the cluster"));
    QWidget* sources_ = new QWidget;
    PathField* notesIni_ = new PathField(PathField::Kind::file, tr("notes.ini of the Domino server here"),
                                         QStringLiteral("notesIni"));
    PathField* primaryConsole_ =
        new PathField(PathField::Kind::file, tr("File with console output of the primary's Domino server"),
                      QStringLiteral("primaryConsole"));
    PathField* standbyConsole_ =
        new PathField(PathField::Kind::file, tr("File with console output of the Domino server here"),
                      QStringLiteral("standbyConsole"));
};

} // namespace

Page* makeDominoPage(Session& session) {
    return new DominoPage(session);
}

} // namespace bes::wizard
