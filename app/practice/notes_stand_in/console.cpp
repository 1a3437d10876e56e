// SPDX-License-Identifier: Apache-2.0
#include "console.hpp"

#include <cstdio>
#include <sstream>

#include "names.hpp"

namespace stand_in {
namespace {

std::string stateWord(const Server& server) {
    switch (server.state) {
    case ServerState::busy:
        return "BUSY";
    case ServerState::restricted:
        return "RESTRICTED";
    case ServerState::down:
        return "UNREACHABLE";
    case ServerState::up:
        break;
    }
    return "AVAILABLE";
}

std::string taskLine(const std::string& task, const std::string& description) {
    char line[128];
    std::snprintf(line, sizeof line, " %-20s %s\n", task.c_str(), description.c_str());
    return line;
}

// Layout: domino.md §3.5; the widths of the columns are recalled only.
std::string showTasks(const Server& server) {
    std::string text = "\nServer name:            " + abbreviated(server.name) + "\n" +
                       "Elapsed time:           12 days 03:14:15\n\n" + taskLine("Task", "Description") +
                       "\n" + taskLine("Database Server", "Perform console commands") +
                       taskLine("Database Server", "Listen for connect requests on TCPIP") +
                       taskLine("Database Server", "Cluster Manager is idle");
    for (const std::string& task : server.console.tasks)
        text += taskLine(task, "Idle");
    return text + "\n";
}

std::string memberLine(const Scenario& scenario, const Server& member) {
    const std::string begin = "\tServer: " + abbreviated(scenario.listed(member.name));
    if (member.state == ServerState::up)
        return begin + ", availability index: " + std::to_string(member.availabilityIndex) + "\n";
    return begin + ", availability: " + stateWord(member) + "\n";
}

// Layout: domino.md §3.4.
std::string showCluster(const Scenario& scenario, const Server& server) {
    if (server.cluster.empty())
        return "This server is not configured for a cluster.\n";
    const std::vector<const Server*> members = scenario.clusterOf(server);
    std::string text = "Cluster information:\n Cluster name: " + server.cluster +
                       ", Server name: " + abbreviated(server.name) + "\n" +
                       " Server cluster probe timeout: 1 minute(s)\n Server cluster probe count: 4711\n"
                       " Server cluster default port: *\n Server availability threshold: 0\n"
                       " Server availability index: " +
                       std::to_string(server.availabilityIndex) + " (state: " + stateWord(server) + ")\n" +
                       " Cluster members (" + std::to_string(members.size()) + "):\n";
    for (const Server* member : members)
        text += memberLine(scenario, *member);
    return text;
}

std::string showStatistics(const Server& server, const std::string& pattern) {
    const std::string beginning = toLower(pattern.substr(0, pattern.find('*')));
    std::ostringstream text;
    for (const auto& [name, value] : server.statistics) {
        if (toLower(name).starts_with(beginning))
            text << "  " << name << " = " << value << "\n";
    }
    return text.str().empty() ? "Statistic not found\n" : text.str();
}

std::string withLineEnds(const std::string& text, const std::string& lineEnd) {
    std::string changed;
    for (const char character : text)
        changed += character == '\n' ? lineEnd : std::string(1, character);
    return changed;
}

} // namespace

std::optional<std::string> consoleAnswer(const Scenario& scenario, const Server& server,
                                         const std::string& command) {
    const std::string words = toLower(command);
    const auto prepared = server.console.answers.find(words);
    std::optional<std::string> answer = "";
    if (prepared != server.console.answers.end())
        answer = prepared->second;
    else if (words == "show tasks")
        answer = showTasks(server);
    else if (words == "show cluster")
        answer = showCluster(scenario, server);
    else if (words.starts_with("show stat "))
        answer = showStatistics(server, command.substr(10));
    return answer ? std::make_optional(withLineEnds(*answer, server.console.lineEnd)) : std::nullopt;
}

} // namespace stand_in
