// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "apply/acts.hpp"
#include "apply/folder_effects.hpp"
#include "apply/undo_acts.hpp"
#include "domino/notes_ini.hpp"
#include "host/file_of_others.hpp"
#include "host/files.hpp"
#include "host/root.hpp"
#include "model/try.hpp"
#include "plan/places.hpp"

namespace bes::apply {
namespace {

using host::FileOfOthers;
using journal::Effect;

Result<std::optional<FileOfOthers>> find(const Run& run, const std::filesystem::path& notesIni) {
    return FileOfOthers::find(run.root(), notesIni, domino::longestNotesIni);
}

Result<FileOfOthers> open(const Run& run, const std::filesystem::path& notesIni) {
    return FileOfOthers::open(run.root(), notesIni, domino::longestNotesIni);
}

/// As the installed computer sees it. In setup's own folder, never beside notes.ini: there its account could
/// put a link in the way and get the file to where it may not write.
std::filesystem::path undoFolder(const Run& run) {
    return plan::undoFolder(host::thisSystem()) / run.id();
}

/// Several steps of a run may edit files of one name, in folders of several servers.
std::filesystem::path keptFile(const Run& run, std::size_t step) {
    return undoFolder(run) / fmt::format("notes.ini-{}", step);
}

/// Empty where the step kept none: it did not come so far, or it is of a version that kept it where others
/// could change it since.
std::optional<std::string> keptContent(const Run& run, std::size_t step) {
    auto content = host::readFile(run.root()(keptFile(run, step)), domino::longestNotesIni);
    return content ? std::optional(std::move(*content)) : std::nullopt;
}

/// Edits the file that was read, after it was kept and the effect noted.
Result<void> edit(Run& run, std::size_t step, FileOfOthers& ini, const std::string& edited, Effect effect) {
    TRY_ASSIGN(auto effects, newFolders(run.root(), undoFolder(run), true));
    const std::vector<Effect> folders = effects;
    effects.push_back(std::move(effect));
    return run.journal()
        .addEffects(run.id(), step, effects)
        .and_then([&] { return makeFolders(run.root(), folders, 0700); })
        .and_then([&] { return ini.keepAs(run.root()(keptFile(run, step))); })
        .and_then([&] { return ini.replace(edited); });
}

} // namespace

Result<void> perform(Run& run, std::size_t step, const AddDominoTask& action) {
    TRY_ASSIGN(auto ini, open(run, action.notesIni));
    if (domino::hasServerTask(ini.content(), action.task))
        return {};
    return domino::addServerTask(ini.content(), action.task).and_then([&](const std::string& edited) {
        return edit(run, step, ini, edited, {Effect::Kind::newTask, action.notesIni, action.task});
    });
}

Result<void> perform(Run& run, std::size_t step, const RemoveDominoTask& action) {
    TRY_ASSIGN(auto ini, find(run, action.notesIni));
    if (!ini || !domino::hasServerTask(ini->content(), action.task))
        return {};
    return edit(run, step, *ini, domino::removeServerTask(ini->content(), action.task),
                {Effect::Kind::removedTask, action.notesIni, action.task});
}

Result<bool> namesTask(const Run& run, const DominoTask& task) {
    return open(run, task.notesIni).map([&](const FileOfOthers& ini) {
        return domino::hasServerTask(ini.content(), task.task);
    });
}

Result<void> removeTask(Run& run, std::size_t step, const DominoTask& task) {
    auto cleared = host::removeUnfinishedReplacements(run.root(), task.notesIni);
    if (!cleared)
        return cleared;
    TRY_ASSIGN(auto ini, find(run, task.notesIni));
    if (!ini)
        return {};
    const std::string& content = ini->content();
    const auto before = keptContent(run, step);
    if (before && domino::addServerTask(*before, task.task).value_or("") == content)
        return ini->putBack(run.root()(keptFile(run, step)));
    const std::string edited = domino::removeServerTask(content, task.task);
    return edited == content ? Result<void>() : ini->replace(edited);
}

Result<void> addTaskAgain(Run& run, std::size_t step, const DominoTask& task) {
    auto cleared = host::removeUnfinishedReplacements(run.root(), task.notesIni);
    if (!cleared)
        return cleared;
    TRY_ASSIGN(auto ini, open(run, task.notesIni));
    const auto before = keptContent(run, step);
    if (before && domino::removeServerTask(*before, task.task) == ini.content())
        return ini.putBack(run.root()(keptFile(run, step)));
    return domino::addServerTask(ini.content(), task.task).and_then([&](const std::string& edited) {
        return edited == ini.content() ? Result<void>() : ini.replace(edited);
    });
}

} // namespace bes::apply
