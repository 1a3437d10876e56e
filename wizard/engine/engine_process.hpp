// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QProcess>

#include "engine/engine_call.hpp"
#include "engine/engine_events.hpp"
#include "model/engine_order.hpp"

namespace bes::wizard {

/// How far a run came, as its events tell.
struct Course {
    bool earlierUndone = false; ///< the undo of a run that was interrupted before it was begun
    bool begun = false;         ///< it began to change something
    bool undone = false;        ///< what it had done was undone, as far as that went

    void follow(const EngineEvent& event);
};

/// How a run ended.
struct RunEnd {
    enum class Kind {
        told,       ///< the engine said how: see result
        died,       ///< it was killed or crashed; what it had begun is in the journal
        notStarted, ///< nothing was changed
    };
    Kind kind = Kind::told;
    RunResult result;
    std::string why; ///< of died and notStarted, one sentence
    Course course = {};
};

/// The engine at work, as seen from the wizard: another process, often with other rights. Never blocks.
class EngineProcess final : public QObject {
    Q_OBJECT
public:
    explicit EngineProcess(QObject* parent = nullptr);
    /// Leaves the engine alone: it sees its input end, and goes on or undoes as it was ordered.
    ~EngineProcess() override;

    /// Once per object.
    void run(const EngineCall& call, const EngineOrder& order);
    /// A further one, for an engine that takes several.
    void order(const EngineOrder& order);
    void wish(EngineWish wish);

    [[nodiscard]] bool running() const;
    [[nodiscard]] qint64 processId() const { return process_->processId(); }

Q_SIGNALS:
    void told(const bes::wizard::EngineEvent& event);
    void ended(const bes::wizard::RunEnd& end);

private:
    void readLines();
    void onError(QProcess::ProcessError error);
    void onFinished(int code, QProcess::ExitStatus status);
    void end(RunEnd end);
    [[nodiscard]] RunEnd endWithoutResult(int code, QProcess::ExitStatus status) const;

    QProcess* process_;
    Elevation elevation_ = Elevation::none;
    QByteArray unread_;
    QByteArray errors_;
    Course course_;
    std::optional<RunResult> result_;
    bool hasTold_ = false;
    bool ended_ = false;
};

} // namespace bes::wizard
