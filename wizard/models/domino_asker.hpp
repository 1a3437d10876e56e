// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include <QObject>

#include "engine/engine_process.hpp"
#include "model/domino_look.hpp"
#include "model/passwords.hpp"
#include "model/request.hpp"

namespace bes::wizard {

/// Asks the Domino servers where this person's account can't: by an engine that gets an administrator's
/// rights once, and keeps them for the questions after that. It can't be used for a run.
class DominoAsker final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// The person is asked for a password where no engine waits. What was asked before is not answered any
    /// more.
    void ask(const std::optional<EngineCall>& call, const Request& request, const Passwords& passwords);
    /// Gives the rights back, and does not wait for the answer.
    void stop();
    /// It waits for an answer, or for the next question.
    [[nodiscard]] bool hasRights() const { return engine_ != nullptr && answeredOnce_; }
    /// Why the last question was not answered; empty where it was.
    [[nodiscard]] const QString& refusal() const { return refusal_; }

Q_SIGNALS:
    void answered(const std::shared_ptr<const bes::DominoLook>& look);
    void refused();

private:
    void begin(const EngineCall& call, const EngineOrder& order);
    void refuse(const std::string& why);

    std::unique_ptr<EngineProcess> engine_;
    unsigned waitedFor_ = 0; ///< answers that are still to come; only the last one counts
    bool answeredOnce_ = false;
    QString refusal_;
};

} // namespace bes::wizard
