// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <thread>

#include <QObject>

#include "engine/engine_process.hpp"
#include "models/domino_asker.hpp"
#include "models/package_check.hpp"
#include "models/run_report.hpp"
#include "models/run_view.hpp"
#include "models/wizard_state.hpp"

namespace bes::wizard {

/// One person's way through the wizard: the answers, the looks at the world (in threads of their own) and the
/// run of the engine. Knows no widgets.
class Session final : public QObject {
    Q_OBJECT
public:
    /// `engine` is the path of bes-standby-setup.
    Session(Request request, Passwords passwords, QString engine, QObject* parent = nullptr);
    /// Ends what is being asked and waits for it.
    ~Session() override;

    [[nodiscard]] const WizardState& state() const { return state_; }
    [[nodiscard]] const Request& request() const { return state_.request; }
    void setRequest(const Request& request);
    /// Those of an answer file, in the place of all that were given; where the computer is stays.
    void takeAnswers(Request request, Passwords passwords);
    /// The path of bes-standby-setup.
    [[nodiscard]] const QString& engineProgram() const { return engineProgram_; }
    /// Takes one answer as it is typed, by the rules of answer files: what is wrong is a mistake of the
    /// state.
    void answer(const std::string& name, const std::string& text);
    /// That the person has entered: it goes before the one that the answers refer to.
    void setDatabasePassword(Secret password);
    /// The request becomes the one of the standby that is installed, which has to have been seen.
    void setMaintenance(const Maintenance& wanted);
    /// Takes a finding on oneself, or not any more: see acknowledgementOf().
    void acknowledge(const std::string& finding, bool given);

    /// The person has entered something that would be lost with the wizard.
    [[nodiscard]] bool entered() const { return entered_; }

    enum class Look {
        ifNeeded,  ///< nothing where all that the page needs is known
        againHere, ///< in any case, but what the Domino servers said is kept where it still counts
        again,     ///< in any case, and the Domino servers are asked too
    };
    void lookFor(PageId page, Look how = Look::ifNeeded);
    /// For the page that was looked for last: what a field says late must not take away what that one needs.
    void lookAnew() { lookFor(page_); }
    /// Looks for the page with what an administrator is told by the Domino servers: asks for a password.
    void askAsAdministrator();
    /// Why that did not succeed; empty: it did, or was not tried.
    [[nodiscard]] const QString& notAskedBecause() const { return asker_.refusal(); }
    void stopLooking();
    [[nodiscard]] bool looking() const { return looking_; }

    [[nodiscard]] bool running() const { return engine_ && engine_->running(); }
    /// Executes the plan that was seen: an installation or a maintenance.
    void execute();
    /// Of the database that an interrupted run worked with; empty: see recoveryPassword().
    void setRecoveryPassword(Secret password);
    /// Undoes (or finishes) what was interrupted.
    void recover(bool resume);
    void cancel();
    void setWhenLeft(WhenLeft whenLeft);
    [[nodiscard]] WhenLeft whenLeft() const { return whenLeft_; }
    /// How the last run ended; empty while none has.
    [[nodiscard]] const std::optional<RunEnd>& runEnd() const { return runEnd_; }
    [[nodiscard]] const RunReport& runReport() const { return runReport_; }
    /// The standby that is there after a run that did what it was to do; null otherwise.
    [[nodiscard]] const Receipt* installedAfterRun() const { return installed_ ? &*installed_ : nullptr; }
    /// What the engine does, or did last.
    [[nodiscard]] Doing doing() const { return doing_; }
    /// What it would be started for with the state as it is.
    [[nodiscard]] Doing intended() const;
    [[nodiscard]] EngineProcess* engine() const { return engine_.get(); }
    [[nodiscard]] RunView& run() { return run_; }

Q_SIGNALS:
    void requestChanged();
    void lookingChanged();
    void seenChanged();
    void packagesRead();
    void runEnded();

private:
    void startLook(std::function<Seen(const std::stop_token&)> look);
    void askFirst(const Request& wanted);
    void maintain(const Maintenance& wanted);
    void followInstalled();
    void takeOnlyPrimary();
    void readPackages();
    void takeMediaFor(Maintenance::Kind kind, const Receipt& receipt);
    void take(std::uint64_t look, std::shared_ptr<const Seen> seen);
    [[nodiscard]] std::optional<EngineCall> callOfEngine() const;
    void start(const EngineOrder& order);
    void lookAtResult(const RunEnd& end);
    void finish(std::uint64_t look, const RunEnd& end, const Result<StandbyStatus>& standby);

    WizardState state_;
    Request answered_;                ///< before the request became the one of the standby that is installed
    bool answeredOtherMedia_ = false; ///< than that standby was installed from
    QString engineProgram_;
    bool entered_ = false;
    std::uint64_t look_ = 0; ///< number of the last one: older ones don't count any more
    bool looking_ = false;
    PageId page_ = PageId::welcome;
    std::map<std::uint64_t, std::jthread> threads_;
    PackageCheck packages_;
    DominoAsker asker_;

    std::unique_ptr<EngineProcess> engine_;
    Doing doing_ = Doing::installing;
    std::optional<RunEnd> runEnd_;
    RunReport runReport_;
    std::optional<Receipt> installed_;
    WhenLeft whenLeft_ = WhenLeft::finish;
    RunView run_;
};

} // namespace bes::wizard
