// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <iterator>

#include <fmt/format.h>

#include "apply/acts.hpp"
#include "apply/folder_effects.hpp"
#include "apply/registered_services.hpp"
#include "apply/time_limits.hpp"
#include "host/accounts.hpp"
#include "host/entry.hpp"
#include "host/files.hpp"
#include "host/folder_entries.hpp"
#include "host/safe_path.hpp"
#include "model/try.hpp"
#include "services/unit_files.hpp"
#include "text/path_text.hpp"

namespace bes::apply {
namespace {

using journal::Effect;

bool runs(host::ServiceState state) {
    return state == host::ServiceState::active || state == host::ServiceState::changing;
}

/// What of the places is there: it will move to the backup. A folder in a file's place is not ours, nor is a
/// file in a folder's.
Result<void> addMoves(const Run& run, const std::vector<std::filesystem::path>& places, bool folders,
                      const std::filesystem::path& backup, std::vector<Effect>& effects) {
    for (const std::filesystem::path& place : places) {
        TRY_ASSIGN(const auto found, host::status(run.root()(place)));
        if (found && (found->type == FileType::folder) == folders)
            effects.push_back(
                {Effect::Kind::replacedFile, place, utf8(backup / std::to_string(effects.size()))});
    }
    return {};
}

Result<std::vector<Effect>> movesOf(const Run& run, const RemoveFiles& action) {
    std::vector<Effect> effects;
    return addMoves(run, action.files, false, action.backup, effects)
        .and_then([&] { return addMoves(run, action.folders, true, action.backup, effects); })
        .map([&] { return std::move(effects); });
}

/// What others put into a folder does not go with it.
Result<void> expectNothingOfOthers(const std::filesystem::path& path) {
    const auto found = host::entryAt(path);
    if (!found || !*found || !(*found)->folder())
        return {};
    const auto entries = host::entriesIn(path);
    if (entries && entries->empty())
        return {};
    return fail(ExitCode::failed, "files.conflict", fmt::format("{} can't be replaced", utf8(path)),
                entries ? "the folder has files that setup did not install" : entries.error().why,
                "Move that away, then run the same command again.");
}

Result<void> moveAway(const Run& run, const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) {
        const std::filesystem::path path = run.root()(effect.path);
        auto moved = expectNothingOfOthers(path).and_then(
            [&] { return host::rename(path, run.root()(effect.detail)); });
        if (!moved)
            return moved;
    }
    return {};
}

Result<void> takeOut(Run& run, std::size_t step, const RemoveFiles& action) {
    const std::filesystem::path& backup = action.backup;
    TRY_ASSIGN(const auto moved, movesOf(run, action));
    if (moved.empty())
        return {};
    TRY_ASSIGN(const auto folders, newFolders(run.root(), backup, true));
    return run.journal()
        .addEffects(run.id(), step, folders)
        .and_then([&] { return run.journal().addEffects(run.id(), step, moved); })
        .and_then([&] { return makeFolders(run.root(), folders, 0700); })
        .and_then([&] { return moveAway(run, moved); })
        .and_then([&] { return host::syncFileSystem(run.root()(backup)); });
}

} // namespace

Result<void> perform(Run& run, std::size_t step, const StopServices& action) {
    std::vector<Effect> running;
    for (const std::string& unit : action.units) {
        TRY_ASSIGN(const auto state, run.services().state(unit));
        if (runs(state))
            running.push_back({Effect::Kind::stoppedService, unit, {}});
    }
    TRY(run.journal().addEffects(run.id(), step, running));
    for (const Effect& effect : running) {
        run.tools().progress.note(fmt::format("waiting for {} to stop", utf8(effect.path)));
        TRY(run.services().stop(utf8(effect.path), stopLimit, run.tools().stop));
    }
    return {};
}

Result<void> perform(Run& run, std::size_t step, const RemoveServices& action) {
    if (host::thisSystem() == System::windows)
        return unregisterServices(run, step, action.keys).and_then([&] {
            return endLogons(run, step, action.logonRights);
        });
    for (const std::string& group : action.disable)
        TRY(run.services().disable(group));
    std::vector<std::filesystem::path> units;
    std::ranges::transform(action.keys, std::back_inserter(units), services::unitPlace);
    return takeOut(run, step, {units, action.backup}).and_then([&] { return run.services().reload(); });
}

Result<void> perform(Run& run, std::size_t step, const RemoveFiles& action) {
    return takeOut(run, step, action);
}

Result<void> perform(Run& run, std::size_t /*step*/, const ForgetReceipt& /*action*/) {
    return run.journal().commitRemoval(run.id());
}

Result<void> perform(Run& run, std::size_t /*step*/, const RemoveAccount& action) {
    return host::removeAccount(run.root(), action.account);
}

Result<void> perform(Run& run, std::size_t /*step*/, const RemoveFolder& action) {
    return host::removeTree(run.root(), action.folder);
}

Result<void> perform(Run& run, std::size_t /*step*/, const RemoveEmptyFolders& action) {
    for (const std::filesystem::path& folder : action.folders)
        TRY(host::removeEmptyFolder(run.root()(folder)));
    return {};
}

} // namespace bes::apply
