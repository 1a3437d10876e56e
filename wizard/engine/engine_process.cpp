// SPDX-License-Identifier: Apache-2.0
#include "engine/engine_process.hpp"

#include <QFile>

#include "host/handed_on.hpp"

namespace bes::wizard {
namespace {

// pkexec's own exit codes: the person dismissed the question, or may not become an administrator
constexpr int pkexecDismissed = 126;
constexpr int pkexecRefused = 127;
constexpr int sudoRefused = 1;
constexpr qsizetype errorsKept = 4000;

std::string reason(std::string what, const std::string& said) {
    return said.empty() ? what : what + ": " + said;
}

} // namespace

void Course::follow(const EngineEvent& event) {
    begun = begun || std::holds_alternative<RunStarted>(event);
    if (std::holds_alternative<UndoStarted>(event))
        (begun ? undone : earlierUndone) = true;
}

EngineProcess::EngineProcess(QObject* parent) : QObject(parent), process_(new QProcess) {
    connect(process_, &QProcess::readyReadStandardOutput, this, &EngineProcess::readLines);
    connect(process_, &QProcess::readyReadStandardError, this,
            [this] { errors_ = (errors_ + process_->readAllStandardError()).right(errorsKept); });
    connect(process_, &QProcess::errorOccurred, this, &EngineProcess::onError);
    connect(process_, &QProcess::finished, this, &EngineProcess::onFinished);
}

EngineProcess::~EngineProcess() {
    process_->disconnect(this);
    if (!running()) {
        delete process_;
        return;
    }
    // ~QProcess would kill it in the middle of a run. It goes with this process, whose end closes the pipes.
    // What was wished has to be written before that: nobody writes it afterwards.
    if (process_->bytesToWrite() > 0)
        process_->waitForBytesWritten(1000);
    process_->closeWriteChannel();
}

void EngineProcess::run(const EngineCall& call, const EngineOrder& order) {
    elevation_ = call.elevation;
    QProcessEnvironment environment;
    for (const auto& [name, value] : host::handedOn(host::Child::engine))
        environment.insert(QString::fromStdString(name), QFile::decodeName(value.c_str()));
    process_->setProcessEnvironment(environment);
    process_->start(call.program, call.words);
    this->order(order);
}

void EngineProcess::order(const EngineOrder& order) {
    const Secret line = formatEngineOrder(order);
    process_->write(line.reveal().data(), static_cast<qint64>(line.reveal().size()));
}

void EngineProcess::wish(EngineWish wish) {
    if (running())
        process_->write(QByteArray(toString(wish).data(), static_cast<qsizetype>(toString(wish).size())) +
                        '\n');
}

bool EngineProcess::running() const {
    return process_->state() != QProcess::NotRunning;
}

void EngineProcess::readLines() {
    unread_ += process_->readAllStandardOutput();
    for (auto end = unread_.indexOf('\n'); end >= 0; end = unread_.indexOf('\n')) {
        const auto event = parseEngineEvent({unread_.constData(), static_cast<std::size_t>(end)});
        unread_.remove(0, end + 1);
        if (!event)
            continue;
        hasTold_ = true;
        course_.follow(*event);
        if (const auto* result = std::get_if<RunResult>(&*event))
            result_ = *result;
        Q_EMIT told(*event);
    }
}

void EngineProcess::onError(QProcess::ProcessError error) {
    if (error == QProcess::FailedToStart)
        end({RunEnd::Kind::notStarted, {}, process_->errorString().toStdString()});
}

void EngineProcess::onFinished(int code, QProcess::ExitStatus status) {
    readLines();
    end(result_ ? RunEnd{RunEnd::Kind::told, *result_, {}} : endWithoutResult(code, status));
}

RunEnd EngineProcess::endWithoutResult(int code, QProcess::ExitStatus status) const {
    const std::string said = errors_.trimmed().toStdString();
    if (elevation_ == Elevation::pkexec && (code == pkexecDismissed || code == pkexecRefused))
        return {RunEnd::Kind::notStarted, {}, reason("The administrator's password was not given", said)};
    // sudo says why in the person's language; the engine tells something before anything else
    if (elevation_ == Elevation::sudo && status == QProcess::NormalExit && code == sudoRefused && !hasTold_)
        return {RunEnd::Kind::notStarted, {}, reason("sudo did not let the engine start", said)};
    std::string why = status == QProcess::CrashExit ? "It was killed or crashed"
                                                    : "It ended with exit code " + std::to_string(code);
    return {RunEnd::Kind::died, {}, reason(std::move(why), said)};
}

void EngineProcess::end(RunEnd end) {
    if (std::exchange(ended_, true))
        return;
    end.course = course_;
    Q_EMIT ended(end);
}

} // namespace bes::wizard
