// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "apply/made.hpp"
#include "apply/run.hpp"
#include "apply/still_there.hpp"
#include "apply/time_limits.hpp"
#include "apply/undo_acts.hpp"
#include "host/accounts.hpp"
#include "host/entry.hpp"
#include "host/file_rights.hpp"
#include "host/files.hpp"
#include "host/logon_right.hpp"
#include "host/registry_values.hpp"
#include "host/safe_path.hpp"
#include "model/places.hpp"
#include "model/registry_value_json.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::apply {
namespace {

using journal::Effect;

/// Undoing again finds what stood there before the run: that stays.
Result<void> removeNewFile(const std::filesystem::path& path) {
    return isFileThere(path).and_then(
        [&](bool there) { return there ? host::removeFile(path) : Result<void>(); });
}

Result<void> removeNewFolder(const Run& run, const std::filesystem::path& folder, bool content) {
    const std::filesystem::path path = run.root()(folder);
    return isFolderThere(path).and_then([&](bool there) {
        return !there    ? Result<void>()
               : content ? host::removeTree(run.root(), folder)
                         : host::removeEmptyFolder(path);
    });
}

Result<void> removeUnfinishedWrites(const std::filesystem::path& path) {
    return mayHoldFiles(path.parent_path()) ? host::removeUnfinishedWrites(path) : Result<void>();
}

Result<void> putBack(const std::filesystem::path& kept, const std::filesystem::path& place) {
    TRY_ASSIGN(const auto found, host::status(kept));
    return found ? host::rename(kept, place) : Result<void>();
}

/// What took its place meanwhile stays, and so does what was kept.
Result<void> comeBack(const std::filesystem::path& kept, const std::filesystem::path& place) {
    TRY_ASSIGN(const auto there, host::entryAt(kept));
    if (!there)
        return {};
    // who disables a unit takes the empty folder of its links away too
    TRY(host::makeFolders(place.parent_path(), 0755));
    TRY_ASSIGN(const auto back, host::renameIfFree(kept, place));
    if (back)
        return {};
    return fail(ExitCode::failed, "others.in-the-way", fmt::format("{} can't be restored", utf8(place)),
                fmt::format("something else is there now; the original is {}", utf8(kept)),
                "Move the new file away.");
}

Result<void> removeOwnFile(const Run& run, std::size_t step, const std::filesystem::path& place) {
    if (isAsMade(run.plan().steps[step], place, run.root()))
        return removeNewFile(run.root()(place));
    run.tools().progress.note(fmt::format("{} stays: it was changed after setup installed it", utf8(place)));
    return {};
}

Result<void> takeBack(Run& run, std::size_t step, const Effect& effect) {
    const std::filesystem::path path = run.root()(effect.path);
    switch (effect.kind) {
    case Effect::Kind::newFile:
        return removeUnfinishedWrites(path).and_then([&] { return removeOwnFile(run, step, effect.path); });
    case Effect::Kind::replacedFile:
        return removeUnfinishedWrites(path).and_then(
            [&] { return putBack(run.root()(effect.detail), path); });
    case Effect::Kind::newFolder:
        return removeNewFolder(run, effect.path, effect.detail == Effect::withContent);
    case Effect::Kind::newAccount:
        return host::removeAccount(run.root(), utf8(effect.path));
    case Effect::Kind::newTask:
        return removeTask(run, step, {effect.path, effect.detail});
    case Effect::Kind::removedTask:
        return addTaskAgain(run, step, {effect.path, effect.detail});
    case Effect::Kind::changedRights:
        return host::restoreRights(run.root(), effect.path, effect.detail);
    case Effect::Kind::movedAway:
        return comeBack(run.root()(effect.detail), path);
    case Effect::Kind::handedOver:
        return giveBack(run, step, effect);
    case Effect::Kind::newService:
        return run.services().remove(utf8(effect.path));
    case Effect::Kind::replacedService:
        return run.services().restore(utf8(effect.path), effect.detail);
    case Effect::Kind::newRegistryKey:
        return host::removeEmptyKey(registryKeyFromJson(Json::parse(effect.detail)));
    case Effect::Kind::registryValue:
        return host::restoreRegistry(capturedRegistryValueFromJson(Json::parse(effect.detail)));
    case Effect::Kind::grantedLogon:
        return host::endServiceLogon(effect.detail);
    case Effect::Kind::endedLogon:
        return host::grantServiceLogon(effect.detail);
    case Effect::Kind::stoppedService: // StartStopped sees to their order
        break;
    }
    return {};
}

bool makes(Effect::Kind kind) {
    return kind == Effect::Kind::newFile || kind == Effect::Kind::newFolder ||
           kind == Effect::Kind::replacedFile;
}

/// Nothing where others have their own there again.
template<class Act>
Result<void> unlessOthersAgain(Run& run, const std::filesystem::path& path, Act act) {
    return OthersAgain::of(run)
        .and_then([&](const OthersAgain& others) { return others.at(path); })
        .and_then([&](bool theirs) { return theirs ? Result<void>() : act(); });
}

Result<void> takeBackEffects(Run& run, std::size_t step) {
    TRY_ASSIGN(const auto effects, run.journal().effects(run.id(), step));
    TRY_ASSIGN(const auto others, OthersAgain::of(run));
    for (auto effect = effects.rbegin(); effect != effects.rend(); ++effect) {
        TRY_ASSIGN(const auto theirs, makes(effect->kind) ? others.at(effect->path) : Result<bool>(false));
        if (theirs)
            continue;
        TRY(takeBack(run, step, *effect));
    }
    return {};
}

Result<void> enableAll(Run& run, const std::vector<std::string>& units) {
    for (const std::string& unit : units)
        TRY(run.services().enable(unit));
    return {};
}

/// One that never was enabled, because its link could not be made, needs nothing.
Result<void> disableAgain(Run& run, const std::string& unit) {
    TRY_ASSIGN(const auto link, host::entryAt(run.root()(places::bootLink(unit))));
    return link ? run.services().disable(unit) : Result<void>();
}

/// Every one is tried, so that one that does not start keeps no other one stopped.
Result<void> startAll(Run& run, const std::vector<StartableService>& services) {
    std::vector<Failure> stopped;
    for (const StartableService& service : services) {
        run.tools().progress.note(fmt::format("waiting for {} to be active again", service.displayName()));
        if (auto started = run.services().start(service, startLimit); !started)
            stopped.push_back(std::move(started.error()));
    }
    if (run.tools().acceptStopped) {
        for (Failure& failure : stopped)
            run.keepNotStarted(std::move(failure));
        return {};
    }
    if (stopped.empty())
        return {};
    Failure all = stopped.front();
    for (std::size_t i = 1; i < stopped.size(); ++i)
        all.why += fmt::format("; {}: {}", stopped[i].what, stopped[i].why);
    return fail(std::move(all));
}

/// Starts what the step had stopped. A service that setup may not start stays stopped, and that is said.
Result<void> startAgain(Run& run, std::size_t step, const StartStopped& undo) {
    TRY_ASSIGN(const auto effects, run.journal().effects(run.id(), step));
    const auto hadRun = [&](const std::string& unit) {
        return std::ranges::any_of(effects, [&](const Effect& effect) { return effect.path == unit; });
    };
    std::vector<StartableService> services;
    std::ranges::copy_if(undo.services, std::back_inserter(services),
                         [&](const StartableService& service) { return hadRun(service.unit()); });
    TRY(startAll(run, services));
    if (hadRun(places::activeTarget))
        run.tools().progress.note("the deferred services were running: setup never starts them; "
                                  "start them with " +
                                  host::commandToStart(places::activeTarget));
    return hadRun(places::standbyTarget) ? run.services().reachStandbyTarget() : Result<void>();
}

/// One overload per undo.
struct Undoing {
    Run& run;
    std::size_t step;

    Result<void> operator()(const ReleasePair& undo) const {
        return run.openDatabase().and_then(
            [&](auto database) { return database.release(undo.primary, run.id()); });
    }
    Result<void> operator()(const DiscardFolder& undo) const {
        return unlessOthersAgain(run, undo.folder, [&] { return host::removeTree(run.root(), undo.folder); });
    }
    Result<void> operator()(const RestoreFiles& /*undo*/) const { return takeBackEffects(run, step); }
    Result<void> operator()(const DiscardAccount& /*undo*/) const { return takeBackEffects(run, step); }
    Result<void> operator()(const WithdrawUnits& undo) const {
        for (const std::string& unit : undo.disable) {
            auto disabled =
                unlessOthersAgain(run, places::bootLink(unit), [&] { return disableAgain(run, unit); });
            if (!disabled)
                return disabled;
        }
        return takeBackEffects(run, step).and_then([&] { return run.services().reload(); });
    }
    Result<void> operator()(const UnregisterStandby& undo) const {
        return run.openDatabase().and_then(
            [&](auto database) { return database.unregisterStandby(undo.standby, run.id()); });
    }
    Result<void> operator()(const WithdrawDominoTask& /*undo*/) const { return takeBackEffects(run, step); }
    Result<void> operator()(const StopStarted& undo) const {
        for (const std::string& unit : undo.units)
            TRY(run.services().stop(unit, stopLimit));
        return {};
    }
    Result<void> operator()(const RestoreRegistry& /*undo*/) const { return takeBackEffects(run, step); }
    Result<void> operator()(const NothingToUndo& /*undo*/) const { return {}; }
    Result<void> operator()(const RestoreUnits& undo) const {
        return takeBackEffects(run, step).and_then([&] { return run.services().reload(); }).and_then([&] {
            return enableAll(run, undo.enable);
        });
    }
    Result<void> operator()(const StartStopped& undo) const { return startAgain(run, step, undo); }
    Result<void> operator()(const RestoreDominoTask& /*undo*/) const { return takeBackEffects(run, step); }
};

/// A step that could not be undone, and why.
struct Left {
    std::string title;
    Failure failure;
};

Failure incomplete(const std::vector<Left>& left) {
    Failure all{ExitCode::undoIncomplete,
                "undo.incomplete",
                "Not everything could be rolled back",
                {},
                "Resolve the cause, then recover the run or run the same command again: the journal has what "
                "is left, "
                "and it is rolled back first.",
                {},
                "bes-standby-setup recover"};
    std::string reason;
    for (const auto& [title, failure] : left) {
        const std::string now = failure.what + ": " + failure.why;
        if (now != reason)
            all.why += (all.why.empty() ? "" : "; ") + now;
        reason = now;
    }
    all.why += ". Still to be rolled back: ";
    for (const Left& step : left)
        all.why += (&step == &left.front() ? "" : "; ") + step.title;
    const auto isStopped = [](const Left& step) { return step.failure.id.starts_with("service.start"); };
    if (std::ranges::any_of(left, isStopped)) {
        all.remedy += " If a service does not start again, leave it stopped to complete the rollback.";
        all.command = "bes-standby-setup recover --accept-stopped";
    }
    return all;
}

/// Until it is undone, the step counts as half done: a run that is resumed must not take it for done. Where
/// that can't be noted, on a full disk, it is undone all the same: a run that is resumed looks whether what
/// is done is there.
Result<void> undoOne(Run& run, std::size_t step, journal::StepState before) {
    using journal::StepState;
    if (before != StepState::begun)
        (void)run.journal().setStepState(run.id(), step, StepState::begun);
    return undo(run, step).and_then(
        [&] { return run.journal().setStepState(run.id(), step, StepState::undone); });
}

} // namespace

Result<void> undo(Run& run, std::size_t step) {
    return std::visit(Undoing{run, step}, run.plan().steps[step].undo);
}

Result<void> undoAll(Run& run) {
    std::vector<Left> left;
    for (std::size_t i = run.plan().steps.size(); i-- > 0;) {
        const auto state = run.journal().stepState(run.id(), i);
        const Step& step = run.plan().steps[i];
        if (!state)
            return fail(incomplete({{step.title, state.error()}}));
        if (*state == journal::StepState::pending || *state == journal::StepState::undone)
            continue;
        if (auto undone = undoOne(run, i, *state))
            run.tools().progress.stepUndone(step.id, step.title);
        else
            left.push_back({step.title, undone.error()});
    }
    if (!left.empty())
        return fail(incomplete(left));
    return run.journal().endUndoneRun(run.id());
}

} // namespace bes::apply
