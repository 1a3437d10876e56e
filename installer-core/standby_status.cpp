// SPDX-License-Identifier: Apache-2.0
#include "standby_status.hpp"

#include <algorithm>
#include <iterator>

#include "apply/apply.hpp"
#include "detect/detect.hpp"
#include "detect/looks.hpp"
#include "host/files.hpp"
#include "journal/journal.hpp"
#include "journal/run_under_way.hpp"
#include "journal/state_folder.hpp"
#include "model/plan.hpp"
#include "model/try.hpp"

namespace bes {
namespace {

std::vector<ServiceStatus> servicesOf(const Receipt& receipt, host::ServiceControl& control) {
    std::vector<ServiceStatus> services;
    for (const std::string& id : receipt.components) {
        const Component* component = receipt.catalog.find(id);
        if (!component)
            continue;
        for (const Service& service : component->services)
            services.push_back(
                {id, service, control.state(service.unit).value_or(host::ServiceState::absent)});
    }
    std::ranges::stable_sort(services, {}, [](const ServiceStatus& s) { return s.service.startOrder; });
    return services;
}

std::vector<std::string> dominoTasksOf(const Receipt& receipt) {
    std::vector<std::string> tasks;
    for (const std::string& id : receipt.components)
        if (const Component* component = receipt.catalog.find(id); component && component->dominoTask)
            tasks.push_back(*component->dominoTask);
    return tasks;
}

/// An administrator who has merged one removes it.
std::vector<std::string> newVersionsOf(const Receipt& receipt, const host::Root& root) {
    std::vector<std::string> found;
    for (const std::string& path : editableFiles(receipt))
        if (const auto there = host::status(root(newVersionOf(path))); there && *there)
            found.push_back(newVersionOf(path));
    return found;
}

void addInstalled(StandbyStatus& status, Receipt receipt, const host::Root& root,
                  host::ServiceControl& control) {
    status.newVersions = newVersionsOf(receipt, root);
    status.services = servicesOf(receipt, control);
    status.dominoTasks = dominoTasksOf(receipt);
    status.receipt = std::move(receipt);
}

/// A run that is under way is not interrupted. It may have begun, or ended, since it was looked first.
void addRunUnderWay(StandbyStatus& status, std::optional<host::LockHolder> before, const host::Root& root) {
    status.underWay = before ? std::move(before) : journal::runUnderWay(root);
    if (!status.underWay)
        return;
    status.unfinishedRun.reset();
    status.notYetUndone.clear();
    status.notYetDone.clear();
}

/// A run that has only to be tidied up after is no longer of interest.
void addInterruption(StandbyStatus& status, apply::Interruption interruption) {
    status.notYetUndone = std::move(interruption.notYetUndone);
    status.notYetDone = std::move(interruption.notYetDone);
    if (!status.notYetDone.empty())
        status.unfinishedRun = std::move(interruption.run);
}

} // namespace

Result<StandbyStatus> status(const std::filesystem::path& root) {
    Request request;
    request.root = root;
    auto underWay = journal::runUnderWay(host::Root(root));
    if (auto own = journal::expectOwnState(host::Root(root)); !own && own.error().id != "state.private")
        return fail(std::move(own.error()));
    const detect::Past past = detect::lookAtJournal(request);
    if (!past.installed.known() || (!past.unfinishedRun.known() && !past.fromPublicReceipt)) {
        StandbyStatus unreadable;
        addRunUnderWay(unreadable, std::move(underWay), host::Root(root));
        unreadable.readable = false;
        if (past.fromPublicReceipt) {
            unreadable.whyUnreadable = past.installed.reason();
            unreadable.remedy = past.installed.remedy();
        }
        if (unreadable.underWay || past.fromPublicReceipt)
            return unreadable;
        return fail(ExitCode::failed, "status.journal", "Setup can't read what is installed",
                    past.installed.known() ? past.unfinishedRun.reason() : past.installed.reason(),
                    past.installed.remedy().orElse("Run the command as an administrator."));
    }
    const auto control = host::ServiceControl::open(host::Root(root));
    StandbyStatus status;
    status.serviceManager = control->managerState();
    status.interruptionKnown = past.unfinishedRun.known();
    if (status.interruptionKnown)
        status.unfinishedRun = past.unfinishedRun.value();
    if (auto looked = apply::lookAtInterruptedRun(host::Root(root)); looked && *looked)
        addInterruption(status, std::move(**looked));
    if (const auto& installed = past.installed.value()) {
        status.damage = installed->damage;
        addInstalled(status, installed->receipt, host::Root(root), *control);
    }
    addRunUnderWay(status, std::move(underWay), host::Root(root));
    return status;
}

Result<StandbyStatus> statusAfterRun(const std::filesystem::path& root) {
    TRY_ASSIGN(auto journal, journal::Journal::openExisting(host::Root(root)));
    StandbyStatus status;
    const auto control = host::ServiceControl::open(host::Root(root));
    status.serviceManager = control->managerState();
    if (!journal)
        return status;
    TRY_ASSIGN(auto receipt, journal->receipt());
    if (receipt)
        addInstalled(status, std::move(*receipt), host::Root(root), *control);
    return status;
}

std::vector<ServiceStatus> servicesAtFault(const StandbyStatus& status) {
    std::vector<ServiceStatus> faulty;
    if (status.serviceManager == ServiceManagerState::running)
        std::ranges::copy_if(status.services, std::back_inserter(faulty), [](const ServiceStatus& entry) {
            return entry.state == host::ServiceState::failed ||
                   (entry.service.startPolicy == StartPolicy::startAfterSetup &&
                    entry.state != host::ServiceState::active);
        });
    return faulty;
}

domino::Readiness readiness(const Receipt& receipt, const std::filesystem::path& root, std::stop_token stop) {
    Request request = receipt.request;
    request.root = root;
    return domino::readinessOf(detect::askDomino(request, receipt.primaryDominoServer,
                                                 detect::lookForNotesIni(request), domino::readinessTopics(),
                                                 std::move(stop)));
}

} // namespace bes
