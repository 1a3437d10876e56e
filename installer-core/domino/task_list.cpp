// SPDX-License-Identifier: Apache-2.0
#include "domino/task_list.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "model/server.hpp"
#include "text/visible.hpp"

namespace bes::domino {
namespace {

constexpr std::size_t mostLines = 10;

bool isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// "> " of a prompt, "[0x1A:2]" and "11/22/2026 10:00:01 AM" of a log go; the name of a task begins with a
/// letter.
std::string_view withoutTime(std::string_view line) {
    while (!line.empty() && !isLetter(line.front())) {
        if (line.front() == '[')
            line.remove_prefix(std::min(line.find(']'), line.size() - 1));
        line.remove_prefix(1);
    }
    for (const std::string_view half : {"AM ", "PM ", "AM\t", "PM\t"})
        if (line.starts_with(half))
            return trimmed(line.substr(half.size()));
    return line;
}

/// The task's name is followed by the description, behind blanks.
bool names(std::string_view line, std::string_view task) {
    return sameName(line.substr(0, task.size()), task) &&
           (line.size() == task.size() || !isLetter(line[task.size()]));
}

/// BES as a word of its own.
bool namesBes(std::string_view line) {
    constexpr std::string_view word = "BES";
    for (auto at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1))
        if ((at == 0 || !isLetter(line[at - 1])) &&
            (at + word.size() == line.size() || !isLetter(line[at + word.size()])))
            return true;
    return false;
}

/// Tabs that part columns become blanks.
std::string asOneLine(std::string_view line) {
    std::string text(line);
    std::ranges::replace(text, '\t', ' ');
    return visible(text);
}

} // namespace

std::optional<ServerTasks> parseTaskList(std::string_view text) {
    ServerTasks tasks;
    bool isTaskList = false;
    while (!text.empty()) {
        const auto lineEnd = std::min(text.find('\n'), text.size());
        const std::string_view line = withoutTime(trimmed(text.substr(0, lineEnd)));
        text.remove_prefix(std::min(lineEnd + 1, text.size()));
        const bool replicator = names(line, "Cluster Replicator");
        const bool directory = names(line, "Cluster Directory");
        const bool bes = namesBes(line);
        isTaskList |= replicator || directory || names(line, "Database Server");
        tasks.clusterReplicators += replicator ? 1 : 0;
        tasks.clusterDirectories += directory ? 1 : 0;
        tasks.bes |= bes;
        if ((replicator || directory || bes) && tasks.lines.size() < mostLines)
            tasks.lines.push_back(asOneLine(line));
    }
    return isTaskList ? std::optional(std::move(tasks)) : std::nullopt;
}

} // namespace bes::domino
