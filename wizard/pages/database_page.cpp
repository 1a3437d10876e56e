#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>

#include "answers/answers.hpp"
#include "pages/pages.hpp"
#include "widgets/path_field.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

class DatabasePage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(DatabasePage)
public:
    explicit DatabasePage(Session& session) : Page(PageId::database, session) {
        auto* layout = new QFormLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        kind_->setObjectName(QStringLiteral("backend"));
        kind_->setAccessibleName(tr("Kind of database"));
        for (const answers::Answer& answer : answers::declaredAnswers())
            if (answer.name == "database.backend")
                for (const std::string& choice : answer.choices)
                    kind_->addItem(qt(choice));
        kind_->setCurrentText(qt(session.request().database.backend));
        location_->setPath(qt(session.request().database.location));
        layout->addRow(tr("&Kind:"), kind_);
        layout->addRow(tr("&File:"), location_);
        auto* test = button(tr("&Test connection"), QStringLiteral("testConnection"));
        layout->addRow(QString(), test);
        layout->addRow(notice_);
        layout->setAlignment(test, Qt::AlignLeft);
        connect(location_, &PathField::entered, this, &DatabasePage::take);
        connect(kind_, &QComboBox::currentTextChanged, this, &DatabasePage::take);
        connect(test, &QPushButton::clicked, this, [this] {
            take();
            this->session().lookFor(PageId::database, true);
        });
    }

    [[nodiscard]] QString title() const override { return tr("BlackBerry Configuration Database"); }
    [[nodiscard]] QString introduction() const override {
        return tr("It knows the primaries, their SRP credentials and their standbys. Setup reads it now, and "
                  "writes to it only while it installs.");
    }

    void refresh() override {
        notice_->clear();
        if (!seen() || state().request.database.location.empty())
            return;
        const auto& database = seen()->inspection.facts.database;
        if (!database.known())
            return notice_->say(Severity::blocker, qt(database.reason()));
        const auto primaries = seen()->primaries.size();
        notice_->say(Severity::passed,
                     tr("The database can be read. Schema version %1, %2 primaries, %3 pairs.")
                         .arg(database.value().schemaVersion)
                         .arg(primaries)
                         .arg(database.value().pairs.size()));
    }

private:
    void take() {
        Request request = state().request;
        request.database.backend = kind_->currentText().toStdString();
        request.database.location = location_->path().toStdString();
        change(request);
    }

    QComboBox* kind_ = new QComboBox;
    PathField* location_ = new PathField(PathField::Kind::file, tr("File of the configuration database"),
                                         QStringLiteral("database"));
    Notice* notice_ = new Notice;
};

} // namespace

Page* makeDatabasePage(Session& session) {
    return new DatabasePage(session);
}

} // namespace bes::wizard
