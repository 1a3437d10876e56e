// SPDX-License-Identifier: Apache-2.0
#include "models/packed_report.hpp"

#include "answers/answers.hpp"
#include "host/files.hpp"
#include "model/foreign_json.hpp"
#include "model/json.hpp"
#include "models/words.hpp"
#include "report/archive.hpp"
#include "text/path_text.hpp"

namespace bes::wizard {
namespace {

constexpr std::uint64_t largestArchive = std::uint64_t{1} << 30U;

QString shown(const Failure& failure) {
    return QString::fromStdString(failure.what + ": " + failure.why);
}

/// A document of a failure says it better than the exit code.
QString reasonIn(const QByteArray& output, const QByteArray& errors) {
    const Json json = Json::parse(output.toStdString(), nullptr, false);
    if (json.is_object() && json.contains("failure")) {
        const Json& failure = json.at("failure");
        return QString::fromStdString(failure.value("what", "") + ": " + failure.value("why", ""));
    }
    return QString::fromUtf8(errors).trimmed();
}

} // namespace

std::optional<ReportList> reportListFrom(const QByteArray& json) {
    try {
        const Json document = parseForeignJson(json.toStdString());
        if (document.at("format") != "bes-standby-setup.report")
            return std::nullopt;
        ReportList list{.folder = document.at("folder").get<std::string>(), .files = {}, .missing = {}};
        for (const Json& file : document.at("files")) {
            const auto leftOut = file.at("left_out").get<std::string>();
            std::string about = file.at("about").get<std::string>();
            if (!leftOut.empty())
                about = filled(words("Report", "%1. Left out: %2"), about, leftOut);
            list.files.push_back(
                {file.at("name").get<std::string>(), file.at("size").get<std::uint64_t>(), std::move(about)});
        }
        for (const Json& each : document.at("missing"))
            list.missing.push_back(
                {each.at("what").get<std::string>(), 0, each.at("why").get<std::string>()});
        return list;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

PackedReport::~PackedReport() {
    if (process_ == nullptr)
        return;
    process_->disconnect(this);
    process_->terminate(); // it only looks
    process_->waitForFinished(2000);
}

void PackedReport::pack(const Request* answers, const std::filesystem::path& root) {
    QStringList words{QStringLiteral("report"), QStringLiteral("--json"), QStringLiteral("--yes"),
                      QStringLiteral("--output"), archive()};
    if (answers != nullptr)
        words += {QStringLiteral("--answer-file"), QStringLiteral("/dev/stdin")};
    else
        words += {QStringLiteral("--root"), QString::fromStdString(utf8(root))};
    process_ = new QProcess(this);
    connect(process_, &QProcess::finished, this, &PackedReport::readList);
    connect(process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed(process_->errorString());
    });
    process_->start(program_, words);
    if (answers != nullptr)
        process_->write(QByteArray::fromStdString(answers::formatAnswerFile(*answers)));
    process_->closeWriteChannel();
}

void PackedReport::readList() {
    const QByteArray output = process_->readAllStandardOutput();
    const bool good = process_->exitStatus() == QProcess::NormalExit && process_->exitCode() == 0;
    const auto list = good ? reportListFrom(output) : std::nullopt;
    if (list)
        Q_EMIT packed(*list);
    else
        Q_EMIT failed(reasonIn(output, process_->readAllStandardError()));
}

/// Writing to a slow disk may take seconds.
void PackedReport::saveAs(const QString& file) {
    saving_ = std::jthread([this, file, from = pathOf(archive().toStdString()),
                            to = pathOf(file.toStdString())](const std::stop_token&) {
        const auto done = host::readFile(from, largestArchive).and_then([&](const std::string& bytes) {
            return report::writeArchive(to, bytes);
        });
        QMetaObject::invokeMethod(
            this,
            [this, file, why = done ? QString() : shown(done.error())] {
                if (why.isEmpty())
                    Q_EMIT saved(file);
                else
                    Q_EMIT failed(why);
            },
            Qt::QueuedConnection);
    });
}

} // namespace bes::wizard
