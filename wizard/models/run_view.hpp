// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>

#include <QAbstractListModel>
#include <QStringList>

#include "engine/engine_process.hpp"
#include "model/plan.hpp"
#include "run_follower.hpp"

namespace bes::wizard {

/// A run as it is shown: the steps of its plan with their state, how far it is, and what it said.
class RunView final : public QAbstractListModel {
    Q_OBJECT
public:
    enum class StepState { waiting, running, done, undone };
    static constexpr int stateRole = Qt::UserRole + 1;
    using Clock = std::chrono::steady_clock;

    using QAbstractListModel::QAbstractListModel;

    void begin(const std::vector<Step>& steps, Clock::time_point now);
    void take(const EngineEvent& event, Clock::time_point now);
    /// As another process does it: its steps have to be known.
    void follow(const FollowedRun& run);

    [[nodiscard]] int permille() const;
    [[nodiscard]] QString current() const { return current_; } ///< what happens now, one sentence
    [[nodiscard]] bool undoing() const { return undoing_; }
    /// Empty while it can't be said with some right.
    [[nodiscard]] std::optional<std::chrono::seconds> timeLeft(Clock::time_point now) const;
    /// A line each, with its time.
    [[nodiscard]] const QStringList& log() const { return log_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void advanced();

private:
    void setState(std::size_t index, StepState state);
    void undo(const std::string& title);
    void say(const QString& line);

    struct Row {
        QString title;
        StepState state = StepState::waiting;
    };
    std::vector<Row> rows_;
    std::uint64_t weight_ = 0;
    std::uint64_t done_ = 0;
    Clock::time_point began_;
    QString current_;
    bool undoing_ = false;
    QStringList log_;
};

} // namespace bes::wizard
