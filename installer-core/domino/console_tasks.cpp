// SPDX-License-Identifier: Apache-2.0
#include "domino/console_tasks.hpp"

#include <algorithm>
#include <array>

#include "domino/console_cluster.hpp"
#include "domino/task_list.hpp"
#include "model/server.hpp"

namespace bes::domino {
namespace {

constexpr std::string_view firstTask = "Database Server";
constexpr std::array<std::string_view, 3> tasks = {firstTask, "Cluster Replicator", "Cluster Directory"};

/// What stands before a tab or two blanks.
std::string_view firstColumn(std::string_view line) {
    return line.substr(0, std::min(line.find('\t'), line.find("  ")));
}

bool isRow(std::string_view line) {
    const std::string_view column = firstColumn(line);
    const auto isTask = [&](std::string_view task) { return sameName(column, task); };
    const auto beginsAsTask = [&](std::string_view task) {
        return sameName(line.substr(0, task.size()), task);
    };
    return std::ranges::any_of(tasks, isTask) ||
           (column.size() < line.size() && std::ranges::none_of(tasks, beginsAsTask));
}

/// "Lotus Domino (r) Server (Release 8.5.3 for Windows/32) 22.11.2026 10:00:01", above the head.
bool isProductLine(std::string_view line) {
    return line.find("Domino") != std::string_view::npos &&
           line.find("Server (Release ") != std::string_view::npos;
}

} // namespace

std::optional<ServerTasks> findShownTasks(const std::vector<ConsoleLine>& lines) {
    std::string list; // begins where tasks of that name follow something else
    bool afterFirst = false;
    for (const ConsoleLine& line : lines) {
        if (!isRow(line.text))
            continue;
        const bool isFirst = sameName(firstColumn(line.text), firstTask);
        if (isFirst && !afterFirst)
            list.clear();
        afterFirst = isFirst;
        list += line.text + "\n";
    }
    return parseTaskList(list);
}

std::vector<std::string> findServersOfHeads(const std::vector<ConsoleLine>& lines) {
    std::vector<std::string> servers;
    bool headBegins = false;
    for (const ConsoleLine& line : lines) {
        const auto setting = labelled(line.text);
        if (setting && (headBegins || sameName(setting->label, "Server name")))
            servers.emplace_back(setting->value);
        headBegins = isProductLine(line.text);
    }
    return servers;
}

} // namespace bes::domino
