// SPDX-License-Identifier: Apache-2.0
#include "check/rules.hpp"

#include "check/system_of.hpp"
#include "model/system_words.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"

namespace bes::check {

Findings checkPrivileges(const Situation& situation) {
    const Fact<bool>& administrator = situation.facts.administrator;
    const std::string where =
        situation.request.onRunningSystem() ? "this computer" : utf8(situation.request.root);
    const std::string remedy =
        onWindows(situation)                  ? "Run setup as an administrator (\"Run as administrator\")"
        : situation.request.onRunningSystem() ? "Run setup as root, for example with sudo"
                                              : "Run setup as root or as the owner of " + where;
    if (!administrator.known())
        return {blocker(ExitCode::privileges, "setup.privileges",
                        "Setup can't tell whether it may change " + where, administrator.reason(), remedy)};
    if (!administrator.value())
        return {blocker(ExitCode::privileges, "setup.privileges",
                        "Setup has no permission to change " + where,
                        "Only an administrator can install services, accounts and files", remedy)};
    return {passed("setup.privileges", "Setup has permission to change " + where,
                   "Setup runs as an administrator")};
}

Findings checkServiceManager(const Situation& situation) {
    const Fact<ServiceManagerState>& manager = situation.facts.serviceManager;
    const Remedy remedy =
        onWindows(situation)
            ? Remedy("Run setup as an administrator, and look for the reason in the event log (eventvwr.msc)")
            : Remedy("Run setup where systemd runs, or install into a folder", {{"target.root"}});
    if (!manager.known())
        return {blocker(ExitCode::blocked, "service.manager",
                        "Setup can't tell whether it can start services", manager.reason(), remedy)};
    if (!situation.request.onRunningSystem())
        return {information("service.manager", "Services will be installed, not started",
                            "The computer in " + utf8(situation.request.root) + " is not running")};
    if (manager.value() == ServiceManagerState::running)
        return {
            passed("service.manager", "Setup can start services",
                   onWindows(situation) ? "Windows' service control manager answers" : "systemd is running")};
    return {blocker(ExitCode::blocked, "service.manager", "Setup can't start services on this computer",
                    onWindows(situation) ? "Windows' service control manager does not answer"
                                         : "systemd is not running (it is not process 1)",
                    remedy)};
}

namespace {

/// A way to put it right, or another account.
Remedy orAnotherAccount(std::string way, std::string command = {}) {
    return {way + ", or choose another account", {{"service.account"}}, std::move(command)};
}

/// The units name a group of the account's name.
Findings checkAccountThatExists(const std::string& account, const AccountState& state) {
    const std::string id = "setup.service-account";
    if (state.user == 0u || state.group == 0u)
        return {blocker(ExitCode::blocked, id, "The service account has the rights of root",
                        account + " has the user ID " + std::to_string(*state.user) + " and the group ID " +
                            (state.group ? std::to_string(*state.group) : "none"),
                        {"Choose another account", {{"service.account"}}})};
    if (!state.group)
        return {blocker(ExitCode::blocked, id, "The group " + account + " is missing",
                        "The account " + account + " exists, but no group of that name",
                        orAnotherAccount("Create the group", "groupadd --system " + account))};
    if (!state.inOwnFiles)
        return {warning(id, "The service account comes from a name service",
                        account + " is not in /etc/passwd. If the name service does not answer when the "
                                  "computer boots, no service starts",
                        orAnotherAccount("Use an account of this computer"))};
    constexpr std::uint32_t firstOfPersons = 1000; // UID_MIN of login.defs
    if (state.user >= firstOfPersons)
        return {warning(id, "The service account may be a person's",
                        account + " has the user ID " + std::to_string(*state.user) +
                            "; system accounts have IDs below " + std::to_string(firstOfPersons) +
                            ". The services could change that person's files",
                        orAnotherAccount("Make sure that nobody logs in as " + account))};
    return {passed(id, "The service account exists",
                   "The services will run as " + account + ", which is not changed")};
}

Findings checkNewAccount(const std::string& account, const AccountState& state) {
    const std::string id = "setup.service-account";
    if (state.group)
        return {
            blocker(ExitCode::blocked, id, "The group " + account + " exists without an account",
                    "The group " + account + " has the group ID " + std::to_string(*state.group),
                    orAnotherAccount("Create the account in this group, remove the group if nobody needs it",
                                     "useradd --system --gid " + account + " " + account))};
    if (!state.obstacles.empty())
        return {blocker(ExitCode::blocked, id, "The account " + account + " can't be created",
                        listed(state.obstacles),
                        {"Resolve this, or choose an account that exists", {{"service.account"}}})};
    return {passed(id, "The service account will be created",
                   account + " will be created as a system account without login")};
}

/// Accounts are made by the domain, not by setup; their numbers say nothing but whose rights they have.
Findings checkWindowsAccount(const std::string& account, const Fact<AccountState>& fact) {
    const std::string id = "setup.service-account";
    if (!fact.known())
        return {blocker(ExitCode::blocked, id, "Setup can't tell whether the account " + account + " exists",
                        fact.reason(), "Make sure that this computer can reach its domain")};
    const AccountState& state = fact.value();
    if (state.user == 0u)
        return {blocker(ExitCode::blocked, id, "The service account has the rights of an administrator",
                        "The services don't need the permissions of " + account,
                        {"Choose another account", {{"service.account"}}})};
    if (!state.obstacles.empty())
        return {blocker(ExitCode::blocked, id, "The service account does not exist", listed(state.obstacles),
                        orAnotherAccount("Let the administrator of the domain make the managed account and "
                                         "install it on this computer (Install-ADServiceAccount)"))};
    return {passed(id, "The service account exists",
                   "The services will run as " + account + ", which logs on as a service")};
}

} // namespace

Findings checkServiceAccount(const Situation& situation) {
    const Fact<bool>& exists = situation.facts.serviceAccountExists;
    const std::string& account = situation.request.serviceAccount;
    const Fact<AccountState>& state = situation.facts.surroundings.account;
    if (onWindows(situation))
        return checkWindowsAccount(account, state);
    if (exists.known() && state.known())
        return state.value().user ? checkAccountThatExists(account, state.value())
                                  : checkNewAccount(account, state.value());
    if (!exists.known())
        return {blocker(ExitCode::blocked, "setup.service-account",
                        "Setup can't tell whether the account " + account + " exists", exists.reason(),
                        "Make sure that setup can read the account files of the computer")};
    if (exists.value())
        return {passed("setup.service-account", "The service account exists",
                       "The services will run as " + account + ", which is not changed")};
    return {passed("setup.service-account", "The service account will be created",
                   account + " will be created as a system account without login")};
}

Findings checkWritableByOthers(const Situation& situation) {
    const auto& fact = situation.facts.writableByOthers;
    if (!fact.known())
        return {blocker(ExitCode::blocked, "setup.others-write",
                        "Setup can't tell whether other accounts can write where it works", fact.reason(),
                        "Run setup as an administrator")};
    const auto& places = fact.value();
    if (places.empty())
        return {passed("setup.others-write", "No other account can write where setup works",
                       "The folders of setup and of the standby were checked")};
    return {blocker(ExitCode::blocked, "setup.others-write", "Other accounts can write where setup works",
                    listed(places, 5),
                    "Remove their write permission, or choose other folders: " +
                        administratorOf(systemOf(situation)) + " runs and trusts the files there")};
}

Findings checkOtherRun(const Situation& situation) {
    if (situation.facts.otherRun.empty())
        return {};
    return {blocker(ExitCode::busy, "setup.other-run", "Another run of setup is in progress",
                    situation.facts.otherRun + ". Setup can't check what it is changing",
                    "Wait until that run has ended, then run setup again")};
}

Findings checkUnfinishedRun(const Situation& situation) {
    const auto& unfinished = situation.facts.unfinishedRun;
    // Both facts come from the journal: when neither could be read, checkInstalled says so.
    if (!unfinished.known() && !situation.facts.installed.known())
        return {};
    if (!unfinished.known() && situation.facts.fromPublicReceipt)
        return {information("setup.unfinished-run",
                            "Only " + administratorOf(systemOf(situation)) +
                                " can see whether an earlier run was interrupted",
                            "A run as an administrator rolls it back or finishes it first")};
    if (!unfinished.known())
        return {blocker(
            ExitCode::unfinishedRun, "setup.unfinished-run",
            "Setup can't tell whether an earlier run was interrupted", unfinished.reason(),
            unfinished.remedy().orElse("Run setup as an administrator. If you already do, check the journal "
                                       "file for damage"))};
    if (situation.unfinishedRun == nullptr)
        return {passed("setup.unfinished-run", "No earlier run was interrupted",
                       "The journal has no unfinished run")};
    const UnfinishedRun& run = *situation.unfinishedRun;
    return {warning("setup.unfinished-run", "An interrupted run will be rolled back first",
                    "The " + run.command + " of " + run.since + " (run " + run.run +
                        ") did not end. What was looked at is half done, and so is a plan that is made of it",
                    {"Roll it back, or finish it, and look again", {}, "bes-standby-setup recover"})};
}

} // namespace bes::check
