// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "apply/acts.hpp"
#include "apply/folder_effects.hpp"
#include "apply/made.hpp"
#include "apply/registered_services.hpp"
#include "apply/time_limits.hpp"
#include "host/accounts.hpp"
#include "host/file_rights.hpp"
#include "host/files.hpp"
#include "model/places.hpp"
#include "model/try.hpp"
#include "services/unit_files.hpp"
#include "text/path_text.hpp"
#include "text/utc.hpp"

namespace bes::apply {
namespace {

using journal::Effect;

/// Writes text files durably; what they replace is kept beside until the run is over.
Result<void> writeFiles(Run& run, std::size_t step, const std::vector<TextFile>& files,
                        const std::filesystem::path& backup, std::vector<Effect> effects) {
    TRY_ASSIGN(auto backupFolder, newFolders(run.root(), backup, true));
    effects.insert(effects.end(), backupFolder.begin(), backupFolder.end());
    for (const TextFile& file : files) {
        TRY_ASSIGN(const auto found, host::status(run.root()(file.path)));
        if (found)
            effects.push_back({Effect::Kind::replacedFile, file.path, utf8(backup / file.path.filename())});
        else
            effects.push_back({Effect::Kind::newFile, file.path, {}});
    }
    TRY(run.journal().addEffects(run.id(), step, effects));
    for (const Effect& effect : effects) {
        Result<void> done;
        if (effect.kind == Effect::Kind::newFolder)
            done = host::makeFolder(run.root()(effect.path), effect.path == backup ? 0700 : 0755);
        else if (effect.kind == Effect::Kind::replacedFile)
            done = host::keepAs(run.root()(effect.path), run.root()(effect.detail));
        if (!done)
            return done;
    }
    for (const TextFile& file : files)
        TRY(host::writeDurably(run.root()(file.path), file.content, host::modeOf(file.rights)));
    return {};
}

/// Folders that enabling makes and disabling leaves behind.
Result<std::vector<Effect>> wantsFolders(const Run& run) {
    return newFolders(run.root(), places::bootLinkFolder);
}

/// Where the plan keeps what does not start, that is no failure of the step.
Result<void> orKept(Run& run, const StartServices& action, Result<void> started) {
    const bool kept = !started && action.onFailure == OnStartFailure::keep &&
                      started.error().id.starts_with("service.start");
    if (!kept)
        return started;
    run.keepNotStarted(std::move(started.error()));
    return {};
}

/// A service can say that it is ready and end at once. By now the others have been started, so that it had
/// some time to.
Result<void> expectLasting(Run& run, const StartableService& service) {
    TRY_ASSIGN(const auto state, run.services().state(service.unit()));
    if (state == host::ServiceState::active)
        return {};
    // it would be tried again and again
    auto stopped = run.services().stop(service.unit(), stopLimit);
    return fail(ExitCode::failed, "service.start-ended", "Can't start " + service.displayName(),
                fmt::format("{} was ready and then stopped{}", service.unit(),
                            stopped ? "" : ". It could not be stopped: " + stopped.error().why),
                {"Resolve the problem that the log shows, then run setup again",
                 {},
                 host::commandForLog(service.unit())});
}

/// A change writes to the database after its receipt, which is to say where.
void learnPartner(Run& run) {
    const auto& steps = run.plan().steps;
    const bool writes = std::ranges::any_of(
        steps, [](const Step& step) { return std::holds_alternative<RefreshRegistration>(step.action); });
    if (writes && !run.partner() && !run.plan().request.database.partner.empty())
        (void)run.openDatabase(); // that it can't be reached is told by the step that needs it
}

} // namespace

Result<void> perform(Run& run, std::size_t step, const CreateAccount& action) {
    TRY_ASSIGN(const auto found, host::findAccount(run.root(), action.account));
    if (found)
        return {};
    return run.journal()
        .addEffects(run.id(), step, {{Effect::Kind::newAccount, action.account, {}}})
        .and_then([&] { return host::createAccount(run.root(), action.account, action.home); });
}

Result<void> perform(Run& run, std::size_t step, const WriteConfiguration& action) {
    return writeFiles(run, step, action.files, action.backup, {});
}

Result<void> perform(Run& run, std::size_t step, const InstallServices& action) {
    if (host::thisSystem() == System::windows)
        return grantLogons(run, step, action.services.definitions).and_then([&] {
            return registerServices(run, step, action.services.definitions);
        });
    TRY_ASSIGN(auto folders, wantsFolders(run));
    TRY(writeFiles(run, step, services::filesFor(host::thisSystem(), action), action.backup,
                   std::move(folders)));
    TRY(run.services().reload());
    for (const std::string& group : action.enable)
        TRY(run.services().enable(group));
    return {};
}

Result<void> perform(Run& run, std::size_t step, const StartServices& action) {
    const std::uint64_t share =
        run.plan().steps[step].weight / std::max<std::size_t>(action.services.size(), 1);
    std::uint64_t done = 0;
    std::vector<StartableService> running;
    for (const StartableService& service : action.services) {
        if (run.tools().stop.stop_requested())
            return fail(host::cancelled());
        run.tools().progress.note(fmt::format("waiting for {} to be active", service.displayName()));
        auto started = run.services().start(service, startLimit, run.tools().stop);
        if (started)
            running.push_back(service);
        TRY(orKept(run, action, std::move(started)));
        run.advanced(done += share);
    }
    for (const StartableService& service : running)
        TRY(orKept(run, action, expectLasting(run, service)));
    return run.services().reachStandbyTarget();
}

Result<void> perform(Run& run, std::size_t /*step*/, const RecordReceipt& /*action*/) {
    Receipt receipt = run.plan().receipt;
    TRY_ASSIGN(receipt.made, madeBy(run));
    TRY_ASSIGN(receipt.kept, keptBy(run));
    learnPartner(run);
    receipt.partner = run.partner().value_or(receipt.partner);
    if (receipt.run.empty()) { // a change leaves the name and the time of the installation
        receipt.run = run.id();
        receipt.installedAt = utcNow();
    }
    return run.journal().commitRun(run.id(), receipt).map([&] { run.keepRecorded(std::move(receipt)); });
}

} // namespace bes::apply
