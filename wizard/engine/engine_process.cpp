#include "engine/engine_process.hpp"

namespace bes::wizard {
namespace {

// pkexec's own exit codes: the person dismissed the question, or may not become an administrator
constexpr int pkexecDismissed = 126;
constexpr int pkexecRefused = 127;
constexpr qsizetype errorsKept = 4000;

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
    process_->start(call.program, call.words);
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
    if (elevation_ == Elevation::pkexec && (code == pkexecDismissed || code == pkexecRefused))
        return {RunEnd::Kind::notStarted, {}, "The administrator's password was not given"};
    const std::string said = errors_.trimmed().toStdString();
    if (elevation_ == Elevation::sudo && code == 1 && said.starts_with("sudo:"))
        return {RunEnd::Kind::notStarted, {}, said};
    std::string why = status == QProcess::CrashExit ? "It was killed or crashed"
                                                    : "It ended with exit code " + std::to_string(code);
    if (!said.empty())
        why += ": " + said;
    return {RunEnd::Kind::died, {}, std::move(why)};
}

void EngineProcess::end(RunEnd end) {
    if (std::exchange(ended_, true))
        return;
    end.course = course_;
    Q_EMIT ended(end);
}

} // namespace bes::wizard
