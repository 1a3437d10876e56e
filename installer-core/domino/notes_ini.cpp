// SPDX-License-Identifier: Apache-2.0
#include "domino/notes_ini.hpp"

#include <algorithm>

#include "domino/notes_section.hpp"
#include "model/server.hpp"
#include "text/letters.hpp"
#include "text/visible.hpp"

namespace bes::domino {
namespace {

constexpr std::string_view serverTasksKey = "ServerTasks";

/// Where an entry of ServerTasks stands, without the blanks around it.
struct Entry {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Entries between commas; empty ones are left out.
std::vector<Entry> entriesOf(std::string_view content, const Setting& setting) {
    std::vector<Entry> entries;
    for (std::size_t begin = setting.value; begin <= setting.end;) {
        const std::size_t end = std::min(content.find(',', begin), setting.end);
        if (const std::string_view text = trimmed(content.substr(begin, end - begin)); !text.empty()) {
            const auto at = static_cast<std::size_t>(text.data() - content.data());
            entries.push_back({.begin = at, .end = at + text.size()});
        }
        begin = end + 1;
    }
    return entries;
}

std::string_view textOf(std::string_view content, const Entry& entry) {
    return content.substr(entry.begin, entry.end - entry.begin);
}

/// Anything else could be another entry, or another line.
bool isOneEntry(std::string_view task) {
    return !task.empty() && std::ranges::all_of(task, [](char c) {
        return isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    });
}

/// The line end that the file's first line has. Where there is none at all: that of Windows, for which Domino
/// writes most of these files.
std::string_view lineEndOf(std::string_view content) {
    const std::size_t lineFeed = content.find('\n');
    const bool unixStyle =
        lineFeed != std::string_view::npos && (lineFeed == 0 || content[lineFeed - 1] != '\r');
    return unixStyle ? "\n" : "\r\n";
}

// The edits below are made so that what was added can be told from what was there, and is taken away without
// a trace:
//   no ServerTasks line         a last line of exactly ServerTasks=TASK
//   ServerTasks without entries ServerTasks= TASK, with a blank
//   entries                     ,TASK behind the last one, before blanks and commas that stand at the end

std::string newLine(std::string_view task) {
    return std::string(serverTasksKey) + '=' + std::string(task);
}

std::string withNewLine(std::string_view content, const Section& section, std::string_view task) {
    std::string result(content);
    const std::string lineEnd(lineEndOf(content));
    const bool lastLineIsOpen = section.end == content.size() && !content.ends_with('\n');
    result.insert(section.end, lastLineIsOpen ? lineEnd + newLine(task) : newLine(task) + lineEnd);
    return result;
}

std::string withoutLine(std::string_view content, const Setting& setting) {
    std::string result(content);
    const bool lastLineIsOpen = setting.next == content.size() && !content.ends_with('\n');
    const std::size_t before = lastLineIsOpen ? lineEndOf(content).size() : 0;
    result.erase(setting.line - before, setting.next - setting.line + before);
    return result;
}

bool isNewLine(std::string_view content, const Setting& setting, std::string_view task) {
    return setting.isLast &&
           trimmed(content.substr(setting.line, setting.end - setting.line)) == newLine(task);
}

std::string withoutOnlyEntry(std::string_view content, const Setting& setting, const Entry& entry,
                             std::string_view task) {
    if (isNewLine(content, setting, task))
        return withoutLine(content, setting);
    const bool oneBlankBefore = entry.begin == setting.value + 1 && content[setting.value] == ' ';
    const std::size_t begin = oneBlankBefore ? setting.value : entry.begin;
    return std::string(content).erase(begin, entry.end - begin);
}

std::string withoutEntry(std::string_view content, const Setting& setting, const std::vector<Entry>& entries,
                         std::size_t index, std::string_view task) {
    if (entries.size() == 1)
        return withoutOnlyEntry(content, setting, entries[index], task);
    if (index == 0)
        return std::string(content).erase(entries[0].begin, entries[1].begin - entries[0].begin);
    const std::size_t comma = content.rfind(',', entries[index].begin);
    return std::string(content).erase(comma, entries[index].end - comma);
}

/// False where the task is no entry.
bool removeFirst(std::string& content, std::string_view task) {
    const auto setting = findSetting(content, serverTasksKey);
    if (!setting)
        return false;
    const auto entries = entriesOf(content, *setting);
    const auto found = std::ranges::find_if(
        entries, [&](const Entry& entry) { return namesTask(textOf(content, entry), task); });
    if (found == entries.end())
        return false;
    content =
        withoutEntry(content, *setting, entries, static_cast<std::size_t>(found - entries.begin()), task);
    return true;
}

/// What keeps Domino from finding the line too is said.
Failure noNotesSection(std::string_view content, std::string what) {
    const auto failure = [&](std::string why, std::string remedy) {
        return Failure{ExitCode::domino, "domino.notes-ini", std::move(what), std::move(why),
                       std::move(remedy)};
    };
    if (content.starts_with("\xff\xfe") || content.starts_with("\xfe\xff"))
        return failure("the file is in UTF-16", "Save it in the server's character set, as Domino writes it: "
                                                "iconv -f UTF-16 -t ISO-8859-1");
    if (content.starts_with("\xef\xbb\xbf"))
        return failure("the file begins with a byte order mark (UTF-8)",
                       "Save it without that mark, in the server's character set, as Domino writes it");
    if (content.find('\r') != std::string_view::npos && content.find('\n') == std::string_view::npos)
        return failure("its lines end with a carriage return only",
                       "Convert its line ends to those of Unix or Windows (tr '\\r' '\\n')");
    return failure("the file has no line [Notes]", "Enter the path of the Domino server's notes.ini.");
}

} // namespace

std::optional<std::string> notesIniValue(std::string_view content, std::string_view key) {
    const auto setting = findSetting(content, key);
    if (!setting)
        return std::nullopt;
    return std::string(trimmed(content.substr(setting->value, setting->end - setting->value)));
}

std::vector<std::string> serverTasks(std::string_view content) {
    std::vector<std::string> tasks;
    if (const auto setting = findSetting(content, serverTasksKey))
        for (const Entry& entry : entriesOf(content, *setting))
            tasks.emplace_back(textOf(content, entry));
    return tasks;
}

bool hasServerTask(std::string_view content, std::string_view task) {
    return std::ranges::any_of(serverTasks(content),
                               [&](const std::string& entry) { return namesTask(entry, task); });
}

Result<std::string> addServerTask(std::string_view content, std::string_view task) {
    if (!isOneEntry(task))
        return fail(ExitCode::domino, "domino.task", "A task was not added to ServerTasks",
                    "\"" + shownText(task) + "\" is not one plain word",
                    "Get media whose catalogue names the Domino task as one word.");
    const auto section = findNotesSection(content);
    if (!section)
        return fail(noNotesSection(content, "The task " + std::string(task) + " was not added"));
    if (hasServerTask(content, task))
        return std::string(content);
    const auto setting = findSetting(content, serverTasksKey);
    if (!setting)
        return withNewLine(content, *section, task);
    const auto entries = entriesOf(content, *setting);
    const std::string addition = (entries.empty() ? ' ' : ',') + std::string(task);
    return std::string(content).insert(entries.empty() ? setting->value : entries.back().end, addition);
}

std::string removeServerTask(std::string_view content, std::string_view task) {
    std::string result(content);
    while (removeFirst(result, task)) {
    }
    return result;
}

} // namespace bes::domino
