// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "apply/run.hpp"
#include "apply/still_there.hpp"
#include "apply/undo_acts.hpp"
#include "host/accounts.hpp"
#include "host/entry.hpp"
#include "host/file_rights.hpp"
#include "host/files.hpp"
#include "media/media.hpp"
#include "model/media_trust.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::apply {
namespace {

using journal::StepState;

/// How far every step of the run came.
Result<std::vector<StepState>> statesOf(Run& run) {
    std::vector<StepState> states;
    for (std::size_t i = 0; i < run.plan().steps.size(); ++i) {
        TRY_ASSIGN(const auto state, run.journal().stepState(run.id(), i));
        states.push_back(state);
    }
    return states;
}

template<class A>
bool does(const Step& step) {
    return std::holds_alternative<A>(step.action);
}

/// What an undo that could not be noted would have taken back is still there.
Result<bool> stillHolds(const Run& run, const journal::Effect& effect) {
    using enum journal::Effect::Kind;
    switch (effect.kind) {
    case newFile:
        return isFileThere(run.root()(effect.path));
    case newFolder:
        return isFolderThere(run.root()(effect.path));
    case movedAway:
        return host::entryAt(run.root()(effect.detail)).map([](const auto& kept) {
            return kept.has_value();
        });
    case replacedFile:
        return host::status(run.root()(effect.detail)).map([](const auto& kept) { return kept.has_value(); });
    case newAccount:
        return host::findAccount(run.root(), utf8(effect.path)).map([](const auto& found) {
            return found.has_value();
        });
    case newTask:
        return namesTask(run, {effect.path, effect.detail});
    case removedTask:
        return namesTask(run, {effect.path, effect.detail}).map([](bool there) { return !there; });
    case changedRights:
        return host::status(run.root()(effect.path)).map([&](const auto& found) {
            return found && host::capturedRights(*found) != effect.detail;
        });
    case newService: // doing it again does no harm, here and below
    case replacedService:
    case newRegistryKey:
    case registryValue:
    case grantedLogon:
    case endedLogon:
    case handedOver:
    case stoppedService: // see isStoppedAgain()
        break;
    }
    return true;
}

/// A step that is noted as done, but of which something is gone, is done anew.
Result<void> distrustWhatIsGone(Run& run, std::vector<StepState>& states) {
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (states[i] != StepState::done)
            continue;
        TRY_ASSIGN(const auto effects, run.journal().effects(run.id(), i));
        for (const journal::Effect& effect : effects) {
            TRY_ASSIGN(const auto holds, stillHolds(run, effect));
            if (!holds)
                states[i] = StepState::begun;
        }
    }
    return {};
}

/// Doing them again does no harm, and shows that the database agrees.
bool isDoneAgain(const Step& step) {
    return does<ReservePair>(step) || does<RegisterStandby>(step);
}

/// What was stopped runs again where the computer has been started since. Stopping it once more does no harm.
bool isStoppedAgain(const Plan& plan, const std::vector<StepState>& states, std::size_t index) {
    if (states[index] != StepState::done || !does<StopServices>(plan.steps[index]))
        return false;
    for (std::size_t i = index; i < states.size(); ++i)
        if (does<StartServices>(plan.steps[i]) && states[i] != StepState::pending)
            return false;
    return true;
}

/// Publishing moves the staged files away: where it stopped in the middle, they have to be unpacked anew.
void unpackAgainWherePublished(const Plan& plan, std::vector<StepState>& states) {
    bool publishedSome = false;
    for (std::size_t i = states.size(); i-- > 0;) {
        const bool touched = states[i] == StepState::begun || states[i] == StepState::undone;
        publishedSome = publishedSome || (touched && does<PublishFiles>(plan.steps[i]));
        if (publishedSome && does<StagePackages>(plan.steps[i]) && states[i] == StepState::done)
            states[i] = StepState::begun;
    }
}

Failure cannotResume(const Run& run, std::string id, ExitCode code, std::string needs,
                     const std::string& back) {
    return {code,
            std::move(id),
            fmt::format("The {} can't be finished now", run.plan().command),
            std::move(needs),
            back +
                " and finish the run then, or roll it back now, which does not need it. Nothing was changed.",
            {},
            "bes-standby-setup recover --rollback"};
}

Result<void> expectMedia(const Run& run) {
    const Request& request = run.plan().request;
    const auto media = media::open(request);
    std::string problem;
    if (!media)
        problem = media.error().why;
    else if (!isRead(*media, request))
        problem = media->signature.problem;
    else if (media->manifestSha256 != run.plan().receipt.mediaSha256)
        problem = "this is not the media that the run started with";
    else if (!media->damage.empty())
        problem = media->damage.front();
    if (problem.empty())
        return {};
    return fail(cannotResume(
        run, "recover.needs-media", ExitCode::media,
        fmt::format("the run must unpack packages from the media {}: {}", utf8(request.media), problem),
        "Provide that media again"));
}

Result<void> expectDatabase(Run& run) {
    const auto database = run.openDatabase();
    if (database)
        return {};
    return fail(cannotResume(
        run, "recover.needs-database", ExitCode::database,
        fmt::format("the run must write to the BlackBerry Configuration Database: {}", database.error().why),
        "Make the database available"));
}

/// What the steps that are left need is there. A half-done step is undone first, which may need the database.
Result<void> expectResumable(Run& run, const std::vector<StepState>& states) {
    bool media = false;
    bool database = false;
    for (std::size_t i = 0; i < states.size(); ++i) {
        const Step& step = run.plan().steps[i];
        if (states[i] == StepState::done && !isDoneAgain(step))
            continue;
        media = media || does<StagePackages>(step);
        database = database || isDoneAgain(step) || does<RefreshRegistration>(step) || does<RemovePair>(step);
    }
    if (media)
        TRY(expectMedia(run));
    return database ? expectDatabase(run) : Result<void>();
}

/// After this every step is done, has not begun, or is one that is done again.
Result<void> undoHalfDone(Run& run, const std::vector<StepState>& states) {
    for (std::size_t i = 0; i < states.size(); ++i)
        if (states[i] == StepState::begun)
            TRY(run.journal().setStepState(run.id(), i, StepState::begun));
    for (std::size_t i = states.size(); i-- > 0;) {
        const bool again = isDoneAgain(run.plan().steps[i]) || isStoppedAgain(run.plan(), states, i);
        if (states[i] == StepState::done && again)
            TRY(run.journal().setStepState(run.id(), i, StepState::begun));
        if (states[i] == StepState::done || states[i] == StepState::pending)
            continue;
        auto fresh = undo(run, i).and_then([&] { return run.journal().forgetStep(run.id(), i); });
        if (!fresh)
            return fresh;
    }
    return {};
}

} // namespace

Result<void> resumeInterruptedRun(const host::Root& root, const Tools& tools) {
    TRY_ASSIGN(auto journal, journal::Journal::open(root));
    TRY_ASSIGN(const auto unfinished, journal.unfinishedRun());
    const std::optional<UnfinishedRun>& interrupted = unfinished;
    if (!interrupted)
        return {};
    TRY_ASSIGN(const auto plan, planOf(journal, interrupted->run, root));
    Run run(std::move(journal), interrupted->run, plan, tools);
    TRY_ASSIGN(auto states, statesOf(run));
    TRY(distrustWhatIsGone(run, states));
    unpackAgainWherePublished(run.plan(), states);
    return expectResumable(run, states).and_then([&] { return undoHalfDone(run, states); }).and_then([&] {
        return performAll(run);
    });
}

} // namespace bes::apply
