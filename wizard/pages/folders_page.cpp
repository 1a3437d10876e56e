// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>
#include <QFormLayout>
#include <QTimer>

#include "answers/answers.hpp"
#include "models/folder_view.hpp"
#include "models/obstacles.hpp"
#include "pages/pages.hpp"
#include "text/path_text.hpp"
#include "widgets/fields.hpp"
#include "widgets/path_field.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

class FoldersPage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(FoldersPage)
public:
    explicit FoldersPage(Session& session) : Page(PageId::components, session) {
        layout_->setContentsMargins(0, 0, 0, 0);
        addFolder(programs_, tr("&Programs:"), "folders.install");
        addFolder(configuration_, tr("&Configuration:"), "folders.configuration");
        addFolder(logs_, tr("&Logs:"), "folders.logs");
        makeAccount();
        makePolicy();
        layout_->addRow(notice_);
    }

    [[nodiscard]] QString title() const override { return tr("Advanced"); }
    [[nodiscard]] QString introduction() const override {
        return tr("Leave a field empty to use the default.");
    }

    void refresh() override {
        const Request& request = state().request;
        show(programs_, request.installFolder);
        show(configuration_, request.configurationFolder);
        show(logs_, request.logFolder);
        if (!account_->hasFocus() && mistakeAbout(accountAnswer, state()).empty())
            account_->setText(qt(request.serviceAccount));
        tell(accountText_, account_, accountAnswer, seen() ? accountOf(*seen()) : std::string());
        policy_->setCurrentIndex(static_cast<int>(request.onStartFailure));
        notice_->clear();
        if (seen())
            notice_->sayWorst(findingsAbout("disk", state()));
    }

private:
    static constexpr auto accountAnswer = "service.account";

    struct Folder {
        PathField* field;
        QLabel* text = paragraph();
        const char* answer = nullptr;
    };

    void addFolder(Folder& folder, const QString& label, const char* answer) {
        folder.answer = answer;
        folder.field->setBrowsable(state().request.onRunningSystem());
        folder.field->edit()->setPlaceholderText(defaultOf(answer));
        layout_->addRow(label, folder.field);
        layout_->addRow(QString(), folder.text);
        connect(folder.field, &PathField::entered, this,
                [this, &folder] { take(folder.answer, folder.field->path()); });
    }

    void makeAccount() {
        account_->setPlaceholderText(defaultOf(accountAnswer));
        layout_->addRow(tr("&Account:"), account_);
        layout_->addRow(QString(), accountText_);
        auto* pause = new QTimer(this);
        pause->setSingleShot(true);
        pause->setInterval(PathField::pauseOfTyping);
        const auto taken = [this] { take(accountAnswer, account_->text()); };
        connect(account_, &QLineEdit::textEdited, pause, qOverload<>(&QTimer::start));
        connect(account_, &QLineEdit::editingFinished, pause, &QTimer::stop);
        connect(account_, &QLineEdit::editingFinished, this, taken);
        connect(pause, &QTimer::timeout, this, taken);
    }

    void makePolicy() {
        policy_->addItem(tr("Roll back the installation"));
        policy_->addItem(tr("Keep the installation and report the service"));
        layout_->addRow(tr("&If a service does not start:"), policy_);
        connect(policy_, &QComboBox::activated, this, [this](int index) {
            Request request = state().request;
            request.onStartFailure = static_cast<OnStartFailure>(index);
            change(request);
        });
    }

    [[nodiscard]] static QString defaultOf(const std::string& answer) {
        for (const auto& declared : answers::declaredAnswers())
            if (declared.name == answer)
                return qt(declared.defaultValue);
        return {};
    }

    void show(const Folder& folder, const std::filesystem::path& path) {
        if (mistakeAbout(folder.answer, state()).empty())
            folder.field->setPath(qt(utf8(path)));
        tell(folder.text, folder.field->edit(), folder.answer,
             seen() ? roomFor(path, *seen()) : std::string());
    }

    /// What is wrong with a field, or what becomes of it: below it, and for who does not see that.
    void tell(QLabel* label, QLineEdit* field, const std::string& answer, const std::string& outcome) {
        const std::string mistake = mistakeAbout(answer, state());
        const QString text = mistake.empty() ? qt(outcome) : tr("It %1.").arg(qt(mistake));
        label->setText(text);
        QPalette colours = palette();
        if (!mistake.empty())
            colours.setColor(QPalette::WindowText, colourOf(Tone::bad, palette()));
        label->setPalette(colours);
        field->setAccessibleDescription(text);
    }

    void take(const std::string& answer, const QString& text) {
        session().answer(answer, text.trimmed().toStdString());
        session().lookAnew();
    }

    QFormLayout* layout_ = new QFormLayout(this);
    Folder programs_{new PathField(PathField::Kind::folder, tr("Folder for the programs"),
                                   QStringLiteral("installFolder"))};
    Folder configuration_{new PathField(PathField::Kind::folder, tr("Folder for the configuration"),
                                        QStringLiteral("configurationFolder"))};
    Folder logs_{new PathField(PathField::Kind::folder, tr("Folder for the logs of the services"),
                               QStringLiteral("logFolder"))};
    QLineEdit* account_ = lineEdit(tr("Account of the services"), QStringLiteral("account"));
    QLabel* accountText_ = paragraph();
    QComboBox* policy_ =
        comboBox(tr("What happens when a service does not start"), QStringLiteral("onStartFailure"));
    Notice* notice_ = new Notice;
};

} // namespace

Page* makeFoldersPage(Session& session) {
    return new FoldersPage(session);
}

} // namespace bes::wizard
