#include <chrono>

#include "apply/run.hpp"
#include "domino/notes_ini.hpp"
#include "host/accounts.hpp"
#include "host/files.hpp"

namespace bes::apply {
namespace {

using journal::Effect;

constexpr std::chrono::seconds stopLimit{60};

/// Where nobody changed notes.ini since, the very file comes back, with its times; where Domino rewrote it
/// meanwhile, only our own entry is taken out.
Result<void> removeTask(const std::filesystem::path& path, const std::string& task,
                        const std::filesystem::path& kept) {
    const auto content = host::readFile(path);
    if (!content)
        return fail(content.error());
    if (const auto before = host::readFile(kept))
        if (domino::addServerTask(*before, task).value_or("") == *content)
            return host::rename(kept, path);
    const std::string edited = domino::removeServerTask(*content, task);
    if (edited == *content)
        return {};
    return host::writeDurably(path, edited, 0644, host::Keep::ownerAndMode);
}

Result<void> putBack(const std::filesystem::path& kept, const std::filesystem::path& place) {
    const auto found = host::status(kept);
    if (!found)
        return fail(found.error());
    return *found ? host::rename(kept, place) : Result<void>();
}

std::filesystem::path keptNotesIni(const Run& run, std::size_t step) {
    const auto& action = std::get<AddDominoTask>(run.plan().steps[step].action);
    return run.root()(action.backup / action.notesIni.filename());
}

Result<void> takeBack(Run& run, std::size_t step, const Effect& effect) {
    const std::filesystem::path path = run.root()(effect.path);
    switch (effect.kind) {
    case Effect::Kind::newFile:
        return host::removeUnfinishedWrites(path).and_then([&] { return host::removeFile(path); });
    case Effect::Kind::replacedFile:
        return host::removeUnfinishedWrites(path).and_then(
            [&] { return putBack(run.root()(effect.detail), path); });
    case Effect::Kind::newFolder:
        return effect.detail == "content" ? host::removeTree(path) : host::removeEmptyFolder(path);
    case Effect::Kind::newAccount:
        return host::removeAccount(run.root(), effect.path.string());
    case Effect::Kind::newTask:
        return host::removeUnfinishedWrites(path).and_then(
            [&] { return removeTask(path, effect.detail, keptNotesIni(run, step)); });
    }
    return {};
}

Result<void> takeBackEffects(Run& run, std::size_t step) {
    const auto effects = run.journal().effects(run.id(), step);
    if (!effects)
        return fail(effects.error());
    for (auto effect = effects->rbegin(); effect != effects->rend(); ++effect)
        if (auto done = takeBack(run, step, *effect); !done)
            return done;
    return {};
}

/// One overload per undo.
struct Undoing {
    Run& run;
    std::size_t step;

    Result<void> operator()(const ReleasePair& undo) const {
        return run.openDatabase().and_then(
            [&](auto database) { return database.release(undo.primary, run.id()); });
    }
    Result<void> operator()(const RemoveFolder& undo) const {
        return host::removeTree(run.root()(undo.folder));
    }
    Result<void> operator()(const RestoreFiles& /*undo*/) const { return takeBackEffects(run, step); }
    Result<void> operator()(const RemoveAccount& /*undo*/) const { return takeBackEffects(run, step); }
    Result<void> operator()(const RemoveUnits& undo) const {
        for (const std::string& unit : undo.disable)
            if (auto disabled = run.services().disable(unit); !disabled)
                return disabled;
        return takeBackEffects(run, step).and_then([&] { return run.services().reload(); });
    }
    Result<void> operator()(const UnregisterStandby& undo) const {
        return run.openDatabase().and_then(
            [&](auto database) { return database.unregisterStandby(undo.standby, run.id()); });
    }
    Result<void> operator()(const RemoveDominoTask& /*undo*/) const { return takeBackEffects(run, step); }
    Result<void> operator()(const StopServices& undo) const {
        for (const std::string& unit : undo.units)
            if (auto stopped = run.services().stop(unit, stopLimit); !stopped)
                return stopped;
        return {};
    }
    Result<void> operator()(const NothingToUndo& /*undo*/) const { return {}; }
};

/// A step that could not be undone, and why.
struct Left {
    std::string title;
    Failure failure;
};

Failure incomplete(const std::vector<Left>& left) {
    Failure all{
        ExitCode::undoIncomplete,
        "undo.incomplete",
        "Not everything could be undone",
        {},
        "Mend the cause, then run 'bes-standby-setup recover' or the same command again: what is left is "
        "in the journal and is undone first."};
    std::string reason;
    for (const auto& [title, failure] : left) {
        const std::string now = failure.what + ": " + failure.why;
        if (now != reason)
            all.why += (all.why.empty() ? "" : "; ") + now;
        reason = now;
    }
    all.why += ". Still to be undone: ";
    for (const Left& step : left)
        all.why += (&step == &left.front() ? "" : "; ") + step.title;
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
