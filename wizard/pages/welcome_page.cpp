#include <QButtonGroup>
#include <QCoreApplication>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QVBoxLayout>

#include "models/recovery_password.hpp"
#include "models/upgrade_offer.hpp"
#include "pages/pages.hpp"
#include "widgets/fields.hpp"
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
        for (QWidget* part :
             std::initializer_list<QWidget*>{primary_, otherDatabase_, installation_, choice_, unfinished_})
            layout->addWidget(part);
        layout->setAlignment(otherDatabase_, Qt::AlignLeft);
        layout->addStretch();
        choice_->hide();
        unfinished_->hide();
        otherDatabase_->hide();
        connect(otherDatabase_, &QPushButton::clicked, this, [this] { Q_EMIT wantsPage(PageId::database); });
    }

    [[nodiscard]] QString title() const override {
        return state().maintenance ? tr("The standby on this computer") : tr("Install a standby");
    }
    [[nodiscard]] QString introduction() const override {
        return state().maintenance
                   ? tr("A standby is installed here. Choose what is to become of it; until you agree to the "
                        "summary, nothing is changed.")
                   : tr("Installs a standby BlackBerry Enterprise Server for IBM Lotus Domino on this "
                        "computer, beside a primary that runs elsewhere.");
    }

    void refresh() override {
        const Receipt* receipt = state().seen ? state().seen->receipt() : nullptr;
        const bool chooses = receipt != nullptr && state().maintenance;
        installation_->setVisible(!chooses && primaryHere(state()) == nullptr);
        choice_->setVisible(chooses);
        if (chooses) {
            installed_->say(Severity::information,
                            tr("%1, the standby of %2, is installed here since %3.")
                                .arg(qt(receipt->standby), qt(receipt->primary), qt(receipt->installedAt)));
            kinds_->button(static_cast<int>(state().maintenance->kind))->setChecked(true);
            const QString offer = qt(upgradeOffer(*state().seen));
            upgrade_->setText(offer);
            kinds_->button(static_cast<int>(Kind::upgrade))->setAccessibleDescription(offer);
        }
        showPrimary();
        showUnfinished();
    }

private:
    void makeInstallation() {
        auto* layout = new QVBoxLayout(installation_);
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
    }

    void makeChoice() {
        auto* layout = new QVBoxLayout(choice_);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(installed_);
        addKind(Kind::modify, tr("&Modify"), QStringLiteral("modify"),
                tr("Adds components, or takes some away. The primary stays the same, and deferred services "
                   "stay stopped."));
        addKind(Kind::repair, tr("Re&pair"), QStringLiteral("repair"),
                tr("Compares every file, service, entry and the registration with what was installed, and "
                   "puts right only what differs. What administrators edited is kept."));
        upgrade_ = addKind(Kind::upgrade, tr("Up&grade"), QStringLiteral("upgrade"), {});
        addKind(Kind::remove, tr("&Remove"), QStringLiteral("remove"),
                tr("Takes the standby off this computer and out of the database. The primary is not "
                   "touched; what others added stays."));
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
        auto* undo = button(tr("&Undo it"), QStringLiteral("undo"));
        auto* finish = button(tr("&Finish it"), QStringLiteral("resume"));
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
        typed_->setPlaceholderText(tr("Is never saved"));
        layout->addRow(tr("Pass&word:"), typed_);
    }

    /// A primary that is on this computer, as the database says it, or a sign of one before that is asked.
    void showPrimary() {
        const Finding* primary = primaryHere(state());
        otherDatabase_->setVisible(primary != nullptr);
        const QString agent = qt(messagingAgentHere(state()));
        if (primary != nullptr)
            primary_->say(Severity::blocker, tr("This computer is a primary: it can't become a standby"),
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
                          tr("The run \"%1\" of %2 was interrupted. It is undone before anything else is "
                             "done; or undo it now, or finish it:")
                              .arg(qt(fact.value()->command), qt(fact.value()->since)));
        showPassword();
    }

    void showPassword() {
        password_->setVisible(asksForRecoveryPassword(state()));
        if (!asksForRecoveryPassword(state()))
            return;
        const DatabaseAddress& database = state().seen->interrupted->database;
        const QString meaning =
            tr("It worked with the database %1 as %2. To finish it, and to undo what it wrote there, the "
               "password is needed. Without it this computer is put right all the same, and the database is "
               "left for later.")
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
    QPushButton* otherDatabase_ = button(tr("Use another &database…"), QStringLiteral("otherDatabase"));
    QWidget* installation_ = new QWidget;
    QWidget* choice_ = new QWidget;
    Notice* installed_ = new Notice;
    QButtonGroup* kinds_ = new QButtonGroup(this);
    QLabel* upgrade_ = nullptr;
    QWidget* unfinished_ = new QWidget;
    Notice* interrupted_ = new Notice;
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
