// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "domino/notes_ini.hpp"
#include "domino/notes_section.hpp"
#include "fuzz.hpp"

namespace bes::fuzz {
namespace {

using namespace bes::domino;

bool isTaskName(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

void requireUndoable(std::string_view content, const std::string& task) {
    const auto added = addServerTask(content, task);
    require(added.has_value() == findNotesSection(content).has_value(), "only a notes.ini can be edited");
    if (!added) {
        requireShowable(added.error());
        return;
    }
    require(hasServerTask(*added, task), "a task that was added is there", *added);
    require(*addServerTask(*added, task) == *added, "a task is not added twice", *added);
    if (hasServerTask(content, task)) {
        require(*added == content, "what is there already changes nothing", *added);
        return;
    }
    auto tasks = serverTasks(content);
    tasks.push_back(task);
    require(serverTasks(*added) == tasks, "the new task is the last one", *added);
    require(removeServerTask(*added, task) == content, "removing what was added gives the bytes before",
            *added);
}

void requireOthersKept(std::string_view content, const std::string& task) {
    const std::string removed = removeServerTask(content, task);
    require(!hasServerTask(removed, task), "a task that was removed is gone", removed);
    require(removed.size() <= content.size(), "removing adds nothing", removed);
    for (const char* key : {"ServerName", "Directory", "KitType"})
        require(notesIniValue(removed, key) == notesIniValue(content, key), "other settings stay", removed);
}

} // namespace

/// The first line names a task; the rest is the file.
void tryInput(std::string_view input) {
    const auto [first, content] = linesAndRest(input, 1);
    const std::string task = isTaskName(first.front()) ? first.front() : "BES";
    requireUndoable(content, task);
    requireOthersKept(content, task);
    if (const auto name = notesIniValue(content, "ServerName"))
        require(name->find('\n') == std::string::npos && trimmed(*name) == *name,
                "a value is one trimmed line");
}

} // namespace bes::fuzz
