// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>
#include <QFormLayout>
#include <QSpinBox>
#include <QTimer>

#include "models/database_form.hpp"
#include "models/obstacles.hpp"
#include "pages/pages.hpp"
#include "text/path_text.hpp"
#include "widgets/fields.hpp"
#include "widgets/path_field.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

constexpr int pauseOfTyping = 400; ///< milliseconds

QComboBox* choiceBox(const std::vector<Choice>& choices, const QString& name, const QString& object) {
    auto* box = comboBox(name, object);
    letShrink(*box);
    for (const Choice& choice : choices)
        box->addItem(qt(choice.text), qt(choice.value));
    return box;
}

class DatabasePage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(DatabasePage)
public:
    explicit DatabasePage(Session& session) : Page(PageId::database, session) {
        layout_->setContentsMargins(0, 0, 0, 0);
        layout_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        port_->setRange(1, 65535);
        port_->setKeyboardTracking(false);
        port_->setAccessibleName(tr("Port of the server"));
        port_->setObjectName(QStringLiteral("port"));
        password_->setEchoMode(QLineEdit::Password);
        addRows();
        auto* test = button(tr("&Test connection"), QStringLiteral("testConnection"));
        layout_->addRow(QString(), test);
        layout_->addRow(notice_);
        layout_->setAlignment(test, Qt::AlignLeft);
        show(session.request().database);
        listen();
        connect(test, &QPushButton::clicked, this, [this] {
            take();
            takePassword();
            this->session().lookFor(PageId::database, Session::Look::again);
        });
    }

    [[nodiscard]] QString title() const override { return tr("Database and primary"); }
    [[nodiscard]] QString introduction() const override {
        return tr(
            "This database holds the primaries and their SRP credentials. Setup only reads it until you "
            "install.");
    }

    void refresh() override {
        if (state().request.database != known_) // answers were loaded, or a standby is maintained
            show(state().request.database);
        showRows(state().request.database);
        notice_->clear();
        if (!seen() || !state().request.database.complete())
            return;
        const auto& database = seen()->inspection.facts.database;
        if (!database.known())
            return notice_->sayWorst(findingsAbout("database", state()));
        QString text = tr("Connected. Schema version: %1, primaries: %2, pairs: %3.")
                           .arg(database.value().schemaVersion)
                           .arg(seen()->primaries.size())
                           .arg(database.value().pairs.size());
        if (!database.value().partner.empty())
            text += QChar(u' ') + tr("The failover partner %1 answered.").arg(qt(database.value().partner));
        notice_->say(Severity::passed, text);
    }

private:
    struct Row {
        const char* answer;
        QWidget* field;
    };

    void addRow(const char* answer, const QString& label, QWidget* field) {
        layout_->addRow(label, field);
        rows_.push_back({answer, field});
    }

    void addRows() {
        layout_->addRow(tr("&Kind:"), kind_);
        addRow("database.location", tr("&File:"), location_);
        addRow("database.server", tr("&Server:"), server_);
        addRow("database.partner", tr("Failover &partner:"), partner_);
        addRow("database.port", tr("&Port:"), port_);
        addRow("database.name", tr("&Database:"), name_);
        addRow("database.integrated", QString(), integrated_);
        addRow("database.user", tr("&Account:"), user_);
        addRow("database.password", tr("Pass&word:"), password_);
        addRow("database.tls", tr("&Encryption:"), tls_);
        addRow("database.ca-file", tr("&CA certificate:"), authority_);
    }

    void listen() {
        for (const PathField* field : {location_, authority_})
            connect(field, &PathField::entered, this, &DatabasePage::take);
        pause_->setSingleShot(true);
        pause_->setInterval(pauseOfTyping);
        connect(pause_, &QTimer::timeout, this, &DatabasePage::take);
        connect(integrated_, &QCheckBox::toggled, this, &DatabasePage::take);
        for (const QLineEdit* field : {server_, partner_, name_, user_}) {
            connect(field, &QLineEdit::textEdited, pause_, qOverload<>(&QTimer::start));
            connect(field, &QLineEdit::editingFinished, this, &DatabasePage::take);
        }
        connect(password_, &QLineEdit::editingFinished, this, &DatabasePage::takePassword);
        connect(port_, &QSpinBox::valueChanged, this, &DatabasePage::take);
        for (const QComboBox* box : {kind_, tls_})
            connect(box, &QComboBox::currentIndexChanged, this, &DatabasePage::take);
    }

    void show(const DatabaseAddress& database) {
        showing_ = true;
        known_ = database;
        kind_->setCurrentIndex(kind_->findData(qt(database.backend)));
        location_->setPath(qt(database.location));
        server_->setText(qt(database.server));
        partner_->setText(qt(database.partner));
        integrated_->setChecked(database.integrated);
        port_->setValue(static_cast<int>(database.port));
        name_->setText(qt(database.name));
        user_->setText(qt(database.user));
        tls_->setCurrentIndex(tls_->findData(qt(database.tls)));
        authority_->setPath(qt(database.caFile));
        showRows(database);
        showing_ = false;
    }

    void showRows(const DatabaseAddress& database) {
        for (const Row& row : rows_)
            layout_->setRowVisible(row.field, asksFor(row.answer, database));
        password_->setPlaceholderText(qt(passwordHint(database)));
        server_->setPlaceholderText(qt(serverHint(database)));
        partner_->setPlaceholderText(qt(partnerHint()));
        user_->setPlaceholderText(qt(userHint(database)));
    }

    void take() {
        if (showing_)
            return;
        pause_->stop();
        Request request = state().request;
        DatabaseAddress& database = request.database;
        database.backend = kind_->currentData().toString().toStdString();
        database.location = utf8(location_->answer());
        database.server = server_->text().trimmed().toStdString();
        database.partner = partner_->text().trimmed().toStdString();
        database.integrated = integrated_->isChecked();
        database.port = static_cast<unsigned>(port_->value());
        database.name = name_->text().toStdString();
        database.user = user_->text().toStdString();
        database.tls = tls_->currentData().toString().toStdString();
        database.caFile = utf8(authority_->answer());
        database = meant(database);
        known_ = database;
        showRows(database);
        change(request);
    }

    /// Not while it is typed: a server may lock an account after some that are wrong.
    void takePassword() {
        if (!password_->isModified())
            return;
        password_->setModified(false);
        session().setDatabasePassword(Secret(password_->text().toStdString()));
        session().lookAnew();
    }

    QFormLayout* layout_ = new QFormLayout(this);
    QComboBox* kind_ = choiceBox(databaseKinds(), tr("Kind of database"), QStringLiteral("backend"));
    PathField* location_ = new PathField(PathField::Kind::file, tr("File of the configuration database"),
                                         QStringLiteral("database"));
    QLineEdit* server_ = lineEdit(tr("Database server"), QStringLiteral("server"));
    QLineEdit* partner_ = lineEdit(tr("Failover partner of the server"), QStringLiteral("partner"));
    QCheckBox* integrated_ = checkBox(tr("&Log in by Kerberos"), QStringLiteral("integrated"));
    QSpinBox* port_ = new QSpinBox;
    QLineEdit* name_ = lineEdit(tr("Name of the database on the server"), QStringLiteral("databaseName"));
    QLineEdit* user_ = lineEdit(tr("Account on the server"), QStringLiteral("databaseUser"));
    QLineEdit* password_ = lineEdit(tr("Password of the account"), QStringLiteral("databasePassword"));
    QComboBox* tls_ = choiceBox(tlsDemands(), tr("Encryption of the connection"), QStringLiteral("tls"));
    PathField* authority_ =
        new PathField(PathField::Kind::file, tr("CA certificate of the server"), QStringLiteral("authority"));
    QTimer* pause_ = new QTimer(this);
    std::vector<Row> rows_;
    DatabaseAddress known_; ///< what the fields show
    bool showing_ = false;
    Notice* notice_ = new Notice;
};

} // namespace

Page* makeDatabasePage(Session& session) {
    return new DatabasePage(session);
}

} // namespace bes::wizard
