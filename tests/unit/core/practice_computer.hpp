// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "host/service_control.hpp"
#include "model/catalog.hpp"
#include "model/request.hpp"
#include "run_outcome.hpp"
#include "unit/core/tree.hpp"

/// The computer that a standby is installed on, with a Domino server's notes.ini: on Linux a root folder; on
/// Windows, where a standby is installed on the running system alone, the one that runs the tests, which is
/// put right at the begin and at the end (see unit/windows/this_computer.hpp).
class PracticeComputer {
public:
    explicit PracticeComputer(const std::filesystem::path& folder);
    PracticeComputer(const PracticeComputer&) = delete;
    PracticeComputer& operator=(const PracticeComputer&) = delete;
    ~PracticeComputer();

    [[nodiscard]] const std::filesystem::path& root() const { return root_; }
    /// As the standby's registration has it.
    [[nodiscard]] std::string name() const;
    /// As the installed computer sees it.
    [[nodiscard]] static std::filesystem::path notesIni();
    /// As the catalogue of media for this system has it: how its services and programs are called, and
    /// without ports that others on this computer may have.
    [[nodiscard]] static bes::Catalog catalog();
    /// The program of that service in practice media; says which one it is.
    [[nodiscard]] static std::string programOf(const bes::Service& service);

    /// All that a standby changes: files, what the service manager has, the registry.
    [[nodiscard]] Tree tree() const;
    /// What a path of this computer is called there.
    [[nodiscard]] std::string nameInTree(const std::filesystem::path& path) const;

    /// The service manager has it.
    [[nodiscard]] bool has(const bes::Service& service) const;
    void remove(const bes::Service& service) const;
    /// The run had nothing to do. Wine changes no owner, so that there each maintenance gives the folder of
    /// the logs to the account of the services once more.
    [[nodiscard]] static bool hadNothingToDo(const bes::RunOutcome& outcome);
    /// After a run that is done.
    [[nodiscard]] static bes::host::ServiceState stateAfterRun(const bes::Service& service);
    /// As an administrator does who does not want the standby to start with the computer.
    void disable(const bes::Service& service) const;
    /// From now on that service can't be installed, until what is given is called, which removes it for good.
    [[nodiscard]] std::function<void()> standInTheWayOf(const bes::Service& service) const;
    /// Nobody can change it, for a program runs from it.
    [[nodiscard]] bool inUse(const std::filesystem::path& path) const;

private:
    std::filesystem::path root_;
};
