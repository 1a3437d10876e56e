// SPDX-License-Identifier: Apache-2.0
#include <QButtonGroup>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QVBoxLayout>

#include "models/fields_of_answers.hpp"
#include "models/obstacles.hpp"
#include "models/preflight.hpp"
#include "models/recovery_password.hpp"
#include "models/upgrade_offer.hpp"
#include "pages/pages.hpp"
#include "start.hpp"
#include "text/path_text.hpp"
#include "widgets/fields.hpp"
#include "widgets/other_run_view.hpp"
#include "widgets/text_dialog.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

using Kind = Maintenance::Kind;

class WelcomePage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(WelcomePage)
public:
    explicit WelcomePage(Session& session) : Page(PageId::welcome, session) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        makeInstallation();
        makeChoice();
        makeUnfinished();
        makeOffers();
        for (QWidget* part :
             std::initializer_list<QWidget*>{other_, primary_, otherDatabase_, preflight_, unfinished_,
                                             installation_, choice_, offers_, answersTold_})
            layout->addWidget(part);
        layout->setAlignment(otherDatabase_, Qt::AlignLeft);
        layout->addStretch();
        choice_->hide();
        unfinished_->hide();
        otherDatabase_->hide();
        other_->hide();
        connect(other_, &OtherRunView::over, this,
                [this] { this->session().lookFor(PageId::welcome, Session::Look::againHere); });
        connect(otherDatabase_, &QPushButton::clicked, this, [this] { Q_EMIT wantsPage(PageId::database); });
    }

    [[nodiscard]] QString title() const override {
        if (anotherRuns(state()))
            return tr("Another run of setup is in progress");
        return state().maintenance ? tr("The standby on this computer") : tr("Install a standby");
    }
    [[nodiscard]] QString introduction() const override {
        if (anotherRuns(state()))
            return tr(
                "This page shows it as it goes on, and changes nothing. When it has ended, you can go on "
                "here.");
        return state().maintenance
                   ? tr("What do you want to do? Nothing is changed until you confirm the review.")
                   : tr("Installs a standby BlackBerry Enterprise Server for IBM Lotus Domino on this "
                        "computer. The primary runs on another one.");
    }

    void refresh() override {
        const bool another = anotherRuns(state());
        for (QWidget* part : std::initializer_list<QWidget*>{installation_, offers_})
            part->setVisible(!another);
        other_->setVisible(another || other_->tellsEnd());
        static_cast<QVBoxLayout*>(layout())->setStretchFactor(other_, another ? 1 : 0);
        if (another)
            return showOtherRun();
        const Receipt* receipt = state().seen ? state().seen->receipt() : nullptr;
        const bool chooses = receipt != nullptr && state().maintenance;
        installation_->setVisible(!chooses && primaryHere(state()) == nullptr);
        choice_->setVisible(chooses);
        if (chooses) {
            installed_->say(Severity::information,
                            tr("%1, the standby of %2. Version %3, installed on %4.")
                                .arg(qt(receipt->standby), qt(receipt->primary), qt(receipt->catalog.version),
                                     timeText(receipt->installedAt)));
            kinds_->button(static_cast<int>(state().maintenance->kind))->setChecked(true);
            const QString offer = qt(upgradeOffer(*state().seen));
            upgrade_->setText(offer);
            kinds_->button(static_cast<int>(Kind::upgrade))->setAccessibleDescription(offer);
        }
        showPrimary();
        showPreflight();
        showUnfinished();
        load_->setVisible(!chooses);
        status_->setVisible(chooses);
        domino_->setText(qt(dominoHere(state())));
        showMedia();
    }

private:
    void makeInstallation() {
        auto* layout = new QVBoxLayout(installation_);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(paragraph(
            tr("Setup asks for the installation media and the BlackBerry Configuration Database, and detects "
               "everything else. SRP credentials are never typed or shown.\n\n"
               "Nothing is changed until you press Install. A run that fails or is cancelled is rolled "
               "back.\n\n"
               "You need:")));
        layout->addWidget(paragraph(tr("  •  the installation media\n"
                                       "  •  access to the BlackBerry Configuration Database\n"
                                       "  •  a Domino server on this computer, in the same cluster as the "
                                       "primary's Domino server\n"
                                       "  •  administrator rights on this computer")));
        layout->addWidget(domino_);
        layout->addWidget(useMedia_, 0, Qt::AlignLeft);
        connect(useMedia_, &QPushButton::clicked, this, [this] {
            Request request = state().request;
            request.media = state().seen->mediaHere.front();
            change(request);
        });
    }

    /// In place of everything else: what was found is half done.
    void showOtherRun() {
        for (QWidget* part : std::initializer_list<QWidget*>{choice_, unfinished_, otherDatabase_})
            part->hide();
        primary_->clear();
        preflight_->clear();
        if (isVisible() && !session().looking())
            other_->follow(state().request.root);
    }

    /// Other ways to begin than Next.
    void makeOffers() {
        auto* row = new QHBoxLayout(offers_);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(load_);
        row->addWidget(status_);
        row->addStretch();
        connect(load_, &QPushButton::clicked, this, &WelcomePage::loadAnswers);
        connect(status_, &QPushButton::clicked, this, [this] {
            (new StatusDialog(session().engineProgram(), state().request.root, this))->open();
        });
    }

    void loadAnswers() {
        const QString file = QFileDialog::getOpenFileName(this, tr("Load answers"), {},
                                                          tr("Answer files (*.ini);;All files (*)"));
        if (file.isEmpty())
            return;
        const auto start = readStart(answers::readCommandLine({"--answer-file", file.toStdString()},
                                                              startOptions(), answers::allAnswers()),
                                     {});
        if (!start)
            return answersTold_->say(Severity::blocker, qt(start.error().what),
                                     qt(start.error().why + "\n" + shownRemedy(start.error())));
        session().takeAnswers(start->request, start->passwords);
        answersTold_->say(Severity::passed, tr("Answers loaded from %1").arg(file));
        session().lookFor(PageId::welcome);
    }

    /// Media that was found is offered as long as none is named.
    void showMedia() {
        const bool offered = state().seen && !state().seen->mediaHere.empty() &&
                             state().request.media.empty() && !state().maintenance;
        useMedia_->setVisible(offered);
        if (offered)
            useMedia_->setText(tr("Use &media found in %1").arg(qt(utf8(state().seen->mediaHere.front()))));
    }

    void showPreflight() {
        const auto findings = preflight(state());
        preflight_->setVisible(!findings.empty());
        if (findings.empty())
            return;
        QStringList others;
        for (std::size_t i = 1; i < findings.size(); ++i)
            others += qt(findings[i].title + ": " + findings[i].evidence);
        const Finding& worst = findings.front();
        QString text = qt(worst.evidence);
        if (!worst.remedy.empty())
            text += QStringLiteral("\n") + qt(shownRemedy(worst));
        if (!others.isEmpty())
            text += QStringLiteral("\n\n") + others.join(QStringLiteral("\n"));
        preflight_->say(worst.severity, qt(worst.title), text);
    }

    void makeChoice() {
        auto* layout = new QVBoxLayout(choice_);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(installed_);
        addKind(Kind::modify, tr("&Modify"), QStringLiteral("modify"),
                tr("Adds or removes components. The primary stays the same, and deferred services stay "
                   "stopped."));
        addKind(Kind::repair, tr("Re&pair"), QStringLiteral("repair"),
                tr("Compares files, services and the registration with what was installed, and restores "
                   "only what differs. Files that administrators edited are kept."));
        upgrade_ = addKind(Kind::upgrade, tr("Up&grade"), QStringLiteral("upgrade"), {});
        addKind(Kind::remove, tr("&Remove"), QStringLiteral("remove"),
                tr("Removes the standby from this computer and from the database. The primary is not "
                   "changed; files of others stay."));
        connect(kinds_, &QButtonGroup::idClicked, this,
                [this](int kind) { this->session().setMaintenance({.kind = static_cast<Kind>(kind)}); });
    }

    /// Returns the text below it.
    QLabel* addKind(Kind kind, const QString& name, const QString& object, const QString& meaning) {
        auto* button = new QRadioButton(name);
        button->setObjectName(object);
        button->setAccessibleDescription(meaning);
        kinds_->addButton(button, static_cast<int>(kind));
        auto* text = paragraph(meaning);
        text->setIndent(fontMetrics().height() * 3 / 2);
        choice_->layout()->addWidget(button);
        choice_->layout()->addWidget(text);
        return text;
    }

    void makeUnfinished() {
        auto* layout = new QVBoxLayout(unfinished_);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(interrupted_);
        makePassword();
        layout->addWidget(password_);
        auto* row = new QHBoxLayout;
        auto* undo = button(tr("Roll bac&k"), QStringLiteral("undo"));
        auto* finish = button(tr("&Finish"), QStringLiteral("resume"));
        row->addWidget(undo);
        row->addWidget(finish);
        row->addStretch();
        layout->addLayout(row);
        connect(undo, &QPushButton::clicked, this, [this] { recover(false); });
        connect(finish, &QPushButton::clicked, this, [this] { recover(true); });
    }

    void makePassword() {
        auto* layout = new QFormLayout(password_);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        layout->addRow(databaseOfIt_);
        typed_->setEchoMode(QLineEdit::Password);
        typed_->setPlaceholderText(tr("Never saved"));
        layout->addRow(tr("Pass&word:"), typed_);
    }

    /// A primary that is on this computer, as the database says it, or a sign of one before that is asked.
    void showPrimary() {
        const Finding* primary = primaryHere(state());
        otherDatabase_->setVisible(primary != nullptr);
        const QString agent = qt(messagingAgentHere(state()));
        if (primary != nullptr)
            primary_->say(Severity::blocker, tr("This computer is a primary and cannot become a standby"),
                          tr("%1\n\nA standby takes over when the computer of its primary fails, so it has "
                             "to be on another "
                             "one. Run this setup there: on a computer with a Domino server that is in one "
                             "cluster with the "
                             "primary's. The primary stays as it is; nothing was changed here.")
                              .arg(qt(primary->evidence)));
        else if (!agent.isEmpty())
            primary_->say(Severity::warning,
                          tr("A BlackBerry Enterprise Server may run on this computer already"),
                          tr("The Domino server here loads the Messaging Agent (BES in ServerTasks of %1), "
                             "and this setup has "
                             "not installed it. A primary can't become a standby: run setup on another "
                             "computer then. The "
                             "BlackBerry Configuration Database will tell.")
                              .arg(agent));
        else
            primary_->clear();
    }

    void showUnfinished() {
        const Fact<std::optional<UnfinishedRun>> none = std::optional<UnfinishedRun>();
        const auto& fact = state().seen ? state().seen->inspection.facts.unfinishedRun : none;
        unfinished_->setVisible(fact.known() && fact.value());
        if (!fact.known() || !fact.value())
            return;
        interrupted_->say(Severity::warning,
                          tr("The run \"%1\" of %2 was interrupted. Roll it back or finish it now; "
                             "otherwise the next run rolls it back first.")
                              .arg(qt(fact.value()->command), timeText(fact.value()->since)));
        showPassword();
    }

    void showPassword() {
        password_->setVisible(asksForRecoveryPassword(state()));
        if (!asksForRecoveryPassword(state()))
            return;
        const DatabaseAddress& database = state().seen->interrupted->database;
        const QString meaning =
            tr("It worked with the database %1 as %2. Enter the password to finish the run, or to roll back "
               "what it wrote there. Without the password only this computer is rolled back.")
                .arg(qt(database.place()), qt(database.user));
        databaseOfIt_->setText(meaning);
        typed_->setAccessibleDescription(meaning);
    }

    void recover(bool resume) {
        session().setRecoveryPassword(Secret(typed_->text().toStdString()));
        session().recover(resume);
        Q_EMIT wantsPage(PageId::progress);
    }

    Notice* primary_ = new Notice;
    Notice* preflight_ = new Notice;
    QWidget* offers_ = new QWidget;
    QPushButton* load_ = button(tr("&Load answers…"), QStringLiteral("loadAnswers"));
    QPushButton* status_ = button(tr("&Status…"), QStringLiteral("showStatus"));
    Notice* answersTold_ = new Notice;
    QLabel* domino_ = paragraph();
    QPushButton* useMedia_ = button(tr("Use &media"), QStringLiteral("useMedia"));
    QPushButton* otherDatabase_ = button(tr("Use another &database…"), QStringLiteral("otherDatabase"));
    QWidget* installation_ = new QWidget;
    QWidget* choice_ = new QWidget;
    Notice* installed_ = new Notice;
    QButtonGroup* kinds_ = new QButtonGroup(this);
    QLabel* upgrade_ = nullptr;
    QWidget* unfinished_ = new QWidget;
    Notice* interrupted_ = new Notice;
    OtherRunView* other_ = new OtherRunView;
    QWidget* password_ = new QWidget;
    QLabel* databaseOfIt_ = paragraph();
    QLineEdit* typed_ =
        lineEdit(tr("Password for the database of the interrupted run"), QStringLiteral("recoveryPassword"));
};

} // namespace

Page* makeWelcomePage(Session& session) {
    return new WelcomePage(session);
}

} // namespace bes::wizard
