// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "apply/apply.hpp"
#include "database/configuration_database.hpp"
#include "host/interruption.hpp"
#include "host/root.hpp"
#include "host/service_control.hpp"
#include "journal/journal.hpp"

namespace bes::apply {

/// A run under way: what every act and undo works with.
class Run {
public:
    Run(journal::Journal journal, std::string id, const Plan& plan, const Tools& tools);

    [[nodiscard]] const Plan& plan() const { return plan_; }
    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] const Tools& tools() const { return tools_; }
    [[nodiscard]] const host::Root& root() const { return root_; }
    [[nodiscard]] journal::Journal& journal() { return journal_; }
    [[nodiscard]] host::ServiceControl& services() { return *services_; }
    /// What the run has made.
    [[nodiscard]] Result<std::set<std::filesystem::path>> foldersMade();
    /// Says it where a failover partner answers in place of the server.
    [[nodiscard]] Result<database::ConfigurationDatabase> openDatabase();
    /// That partner, of the last time; empty: the server itself. Nothing where the database was not opened.
    [[nodiscard]] const std::optional<std::string>& partner() const { return partner_; }

    /// Of a service that did not start, which was accepted. Told at once, and at the end of the run.
    void keepNotStarted(Failure failure);
    [[nodiscard]] const std::vector<Failure>& notStarted() const { return notStarted_; }

    /// What the run has recorded, once it has: nobody needs to read it again.
    void keepRecorded(Receipt receipt) { recorded_ = std::move(receipt); }
    [[nodiscard]] const std::optional<Receipt>& recorded() const { return recorded_; }

    /// The step under way changed nothing: where it fails, its undo needs nothing either.
    void keepUnchanged(std::size_t step) { unchanged_ = step; }
    [[nodiscard]] bool hasChanged(std::size_t step) const { return unchanged_ != step; }

    /// Weight of the steps that are done, for the progress.
    void stepDone(const Step& step);
    /// `part` of the current step's weight is done.
    void advanced(std::uint64_t part) const;

private:
    journal::Journal journal_;
    std::string id_;
    const Plan& plan_;
    const Tools& tools_;
    host::Root root_;
    std::unique_ptr<host::ServiceControl> services_;
    host::ChangesUnderWay underWay_;
    std::vector<Failure> notStarted_;
    std::optional<Receipt> recorded_;
    std::optional<std::size_t> unchanged_;
    std::optional<std::string> partner_;
    std::uint64_t weightDone_ = 0;
};

/// The plan of a run in the journal, for the root as it is reached now: it may be mounted elsewhere than
/// then.
[[nodiscard]] Result<Plan> planOf(journal::Journal& journal, std::string_view run, const host::Root& root);

/// Does what a step says. Writes its effects to the journal before it changes anything.
[[nodiscard]] Result<void> act(Run& run, std::size_t step);

/// Takes back what a step did, whether it came to its end or not. Doing it again does no harm.
[[nodiscard]] Result<void> undo(Run& run, std::size_t step);

/// Undoes every step that began, newest first, as far as possible. What could not be undone is in the Failure
/// (undoIncomplete) and stays in the journal for the next try.
[[nodiscard]] Result<void> undoAll(Run& run);

/// Does every step that is not done yet, up to the one that commits, then finish(). A step that fails undoes
/// all; one that fails after the commit is left to the next run, and the Failure says so.
[[nodiscard]] Result<void> performAll(Run& run);

/// Removes what a committed run kept for its undo, does the steps after the commit, and ends it. Doing it
/// again does no harm.
[[nodiscard]] Result<void> finish(Run& run);

} // namespace bes::apply
