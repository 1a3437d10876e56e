// SPDX-License-Identifier: Apache-2.0
#include "models/run_view.hpp"

#include <QTime>

namespace bes::wizard {

namespace {

/// Before that much is done and that much time has gone nobody can say how long the rest takes.
constexpr int permilleForGuess = 50;
constexpr std::chrono::seconds timeForGuess{3};

QString text(const std::string& s) {
    return QString::fromStdString(s);
}

RunView::StepState stateOf(journal::StepState state) {
    switch (state) {
    case journal::StepState::pending:
        break;
    case journal::StepState::begun:
        return RunView::StepState::running;
    case journal::StepState::done:
        return RunView::StepState::done;
    case journal::StepState::undone:
        return RunView::StepState::undone;
    }
    return RunView::StepState::waiting;
}

template<class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

} // namespace

void RunView::begin(const std::vector<Step>& steps, Clock::time_point now) {
    beginResetModel();
    rows_.clear();
    for (const Step& step : steps)
        rows_.push_back({text(step.title), StepState::waiting});
    endResetModel();
    weight_ = done_ = 0;
    began_ = now;
    undoing_ = false;
    log_.clear();
    current_ = tr("Checking once more that nothing has changed");
    Q_EMIT advanced();
}

void RunView::take(const EngineEvent& event, Clock::time_point now) {
    std::visit(Overloaded{[&](const RunStarted& started) {
                              weight_ = started.weight;
                              began_ = now;
                          },
                          [&](const StepStarted& step) {
                              setState(step.index, StepState::running);
                              current_ = text(step.title);
                              say(current_);
                          },
                          [&](const WeightDone& weight) { done_ = weight.done; },
                          [&](const StepFinished& step) { setState(step.index, StepState::done); },
                          [&](const UndoStarted& undone) {
                              undoing_ = true;
                              current_ = tr("Rolling back: %1").arg(text(undone.reason));
                              say(current_);
                          },
                          [&](const StepUndone& step) {
                              undo(step.title);
                              say(tr("Rolled back: %1").arg(text(step.title)));
                          },
                          [&](const Note& note) { say(text(note.text)); },
                          [](const DominoAsked& /*no part of a run*/) {},
                          [&](const RunResult& result) {
                              if (result.failure)
                                  say(text(result.failure->what + ": " + result.failure->why));
                              else
                                  say(tr("Ended: %1").arg(text(result.outcome)));
                          }},
               event);
    Q_EMIT advanced();
}

void RunView::follow(const FollowedRun& run) {
    const std::vector<Step>& steps = run.plan->steps;
    if (rows_.size() != steps.size())
        begin(steps, Clock::now());
    weight_ = done_ = 0;
    undoing_ = false;
    for (std::size_t i = 0; i < steps.size() && i < run.steps.size(); ++i) {
        const StepState state = stateOf(run.steps[i].state);
        weight_ += steps[i].weight;
        done_ += state == StepState::done ? steps[i].weight : 0;
        undoing_ = undoing_ || state == StepState::undone;
        if (rows_[i].state != state)
            setState(i, state);
    }
    const auto step = run.stepInProgress();
    if (step && *step < steps.size())
        current_ = undoing_ ? tr("Rolling back: %1").arg(text(steps[*step].title)) : text(steps[*step].title);
    Q_EMIT advanced();
}

void RunView::setState(std::size_t index, StepState state) {
    if (index >= rows_.size())
        return;
    rows_[index].state = state;
    const QModelIndex changed = this->index(static_cast<int>(index));
    Q_EMIT dataChanged(changed, changed);
}

void RunView::undo(const std::string& title) {
    for (std::size_t i = rows_.size(); i-- > 0;)
        if (rows_[i].title == text(title) && rows_[i].state != StepState::undone)
            return setState(i, StepState::undone);
}

void RunView::say(const QString& line) {
    log_ += QTime::currentTime().toString(QStringLiteral("HH:mm:ss  ")) + line;
}

int RunView::permille() const {
    return weight_ == 0 ? 0 : static_cast<int>(std::min<std::uint64_t>(1000, done_ * 1000 / weight_));
}

std::optional<std::chrono::seconds> RunView::timeLeft(Clock::time_point now) const {
    const auto gone = now - began_;
    if (undoing_ || permille() < permilleForGuess || gone < timeForGuess)
        return std::nullopt;
    const auto left = gone * (1000 - permille()) / permille();
    return std::chrono::ceil<std::chrono::seconds>(left);
}

int RunView::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant RunView::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const QString states[] = {tr("waiting"), tr("in progress"), tr("done"), tr("rolled back")};
    const QString state = states[static_cast<int>(row.state)];
    if (role == Qt::DisplayRole)
        return row.title;
    if (role == Qt::AccessibleTextRole)
        return row.title + QStringLiteral(", ") + state;
    if (role == Qt::ToolTipRole)
        return state;
    if (role == stateRole)
        return static_cast<int>(row.state);
    return {};
}

} // namespace bes::wizard
