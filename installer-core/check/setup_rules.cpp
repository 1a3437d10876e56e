// SPDX-License-Identifier: Apache-2.0
#include "check/rules.hpp"

#include "text/lists.hpp"

namespace bes::check {

Findings checkPrivileges(const Situation& now) {
    const Fact<bool>& administrator = now.facts.administrator;
    const std::string where = now.request.onRunningSystem() ? "this computer" : now.request.root.string();
    const std::string remedy = now.request.onRunningSystem()
                                   ? "Run setup as root, e.g. with sudo"
                                   : "Run setup as root or as the owner of " + where;
    if (!administrator.known())
        return {blocker(ExitCode::privileges, "setup.privileges",
                        "It is not known whether setup may change " + where, administrator.reason(), remedy)};
    if (!administrator.value())
        return {blocker(ExitCode::privileges, "setup.privileges", "Setup may not change " + where,
                        "Services, accounts and files can be installed only by an administrator", remedy)};
    return {passed("setup.privileges", "Setup may change " + where, "Running as an administrator")};
}

Findings checkServiceManager(const Situation& now) {
    const Fact<ServiceManagerState>& manager = now.facts.serviceManager;
    const std::string remedy =
        "Run setup where systemd runs, or install into a folder with --target.root DIR";
    if (!manager.known())
        return {blocker(ExitCode::blocked, "service.manager",
                        "It is not known whether services can be started", manager.reason(), remedy)};
    if (!now.request.onRunningSystem())
        return {information("service.manager", "Services are installed and not started",
                            "The computer in " + now.request.root.string() + " is not running")};
    if (manager.value() == ServiceManagerState::running)
        return {passed("service.manager", "Services can be started", "The service manager is running")};
    return {blocker(ExitCode::blocked, "service.manager", "Services can't be started on this computer",
                    "No service manager is running (systemd is not process 1)", remedy)};
}

namespace {

constexpr auto anotherAccount = ", or choose another account with --service.account NAME";

/// The units name a group of the account's name.
Findings checkAccountThatExists(const std::string& account, const AccountState& state) {
    const std::string id = "setup.service-account";
    if (state.user == 0u || state.group == 0u)
        return {blocker(ExitCode::blocked, id, "The account of the services has the rights of root",
                        account + " has the number " + std::to_string(*state.user) + ", its group " +
                            (state.group ? std::to_string(*state.group) : "none"),
                        "Choose another account with --service.account NAME")};
    if (!state.group)
        return {blocker(ExitCode::blocked, id, "The services need a group " + account,
                        "There is an account " + account + ", but no group of that name",
                        "Make the group (groupadd --system " + account + ")" + anotherAccount)};
    if (!state.inOwnFiles)
        return {warning(id, "The account of the services is known by a name service",
                        account + " is not in /etc/passwd: where the name service does not answer when the "
                                  "computer boots, no service starts",
                        "Use an account of this computer" + std::string(anotherAccount))};
    constexpr std::uint32_t firstOfPersons = 1000; // UID_MIN of login.defs
    if (state.user >= firstOfPersons)
        return {warning(id, "The account of the services may be a person's",
                        account + " has the number " + std::to_string(*state.user) +
                            ", those of system accounts are below " + std::to_string(firstOfPersons) +
                            "; the services could change that person's files",
                        "Make sure that nobody logs in as " + account + anotherAccount)};
    return {passed(id, "There is an account for the services",
                   "The services will run as " + account + ", which is left as it is")};
}

Findings checkNewAccount(const std::string& account, const AccountState& state) {
    const std::string id = "setup.service-account";
    if (state.group)
        return {blocker(ExitCode::blocked, id, "There is a group " + account + ", but no account",
                        "The group " + account + " has the number " + std::to_string(*state.group),
                        "Make the account in it (useradd --system --gid " + account + " " + account +
                            "), remove the group if nobody needs it (groupdel " + account + ")" +
                            anotherAccount)};
    if (!state.obstacles.empty())
        return {blocker(ExitCode::blocked, id, "The account " + account + " can't be created",
                        listed(state.obstacles),
                        "Put that right, or name an account that exists with --service.account NAME")};
    return {passed(id, "An account for the services will be created",
                   "System account " + account + ", without login")};
}

} // namespace

Findings checkServiceAccount(const Situation& now) {
    const Fact<bool>& exists = now.facts.serviceAccountExists;
    const std::string& account = now.request.serviceAccount;
    const Fact<AccountState>& state = now.facts.surroundings.account;
    if (exists.known() && state.known())
        return state.value().user ? checkAccountThatExists(account, state.value())
                                  : checkNewAccount(account, state.value());
    if (!exists.known())
        return {blocker(ExitCode::blocked, "setup.service-account",
                        "It is not known whether there is an account " + account, exists.reason(),
                        "Make sure that the account files of the computer can be read")};
    if (exists.value())
        return {passed("setup.service-account", "There is an account for the services",
                       "The services will run as " + account + ", which is left as it is")};
    return {passed("setup.service-account", "An account for the services will be created",
                   "System account " + account + ", without login")};
}

Findings checkWritableByOthers(const Situation& now) {
    const auto& fact = now.facts.writableByOthers;
    if (!fact.known())
        return {blocker(ExitCode::blocked, "setup.others-write",
                        "It is not known whether others can write where setup works", fact.reason(),
                        "Run setup as an administrator")};
    const auto& places = fact.value();
    if (places.empty())
        return {passed("setup.others-write", "Nobody else can write where setup works",
                       "The folders of setup and of the standby were looked at")};
    return {blocker(
        ExitCode::blocked, "setup.others-write", "Others can write where setup works", listed(places, 5),
        "Take that right from them, or choose other folders: what stands there is run and believed by "
        "root")};
}

Findings checkOtherRun(const Situation& now) {
    if (now.facts.otherRun.empty())
        return {};
    return {blocker(ExitCode::busy, "setup.other-run", "Another run of setup is under way",
                    now.facts.otherRun + "; what it changes can't be judged meanwhile",
                    "Wait until that run has ended, then run setup again")};
}

Findings checkUnfinishedRun(const Situation& now) {
    const auto& unfinished = now.facts.unfinishedRun;
    // Both facts come from the journal: when neither could be read, checkInstalled says so.
    if (!unfinished.known() && !now.facts.installed.known())
        return {};
    if (!unfinished.known() && now.facts.fromPublicReceipt)
        return {information("setup.unfinished-run", "Whether an earlier run was interrupted is seen as root",
                            "An administrator's run undoes or finishes it first")};
    if (!unfinished.known())
        return {
            blocker(ExitCode::unfinishedRun, "setup.unfinished-run",
                    "It is not known whether an earlier run was interrupted", unfinished.reason(),
                    "Run setup as an administrator; if it is one, look at the journal's file for damage")};
    if (now.unfinishedRun == nullptr)
        return {
            passed("setup.unfinished-run", "No earlier run was interrupted", "The journal has no open run")};
    const UnfinishedRun& run = *now.unfinishedRun;
    return {information("setup.unfinished-run", "An interrupted run will be undone first",
                        "The " + run.command + " of " + run.since + " (run " + run.run + ") did not end")};
}

} // namespace bes::check
