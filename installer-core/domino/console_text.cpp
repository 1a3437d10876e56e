// SPDX-License-Identifier: Apache-2.0
#include "domino/console_text.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "domino/console_cluster.hpp"
#include "domino/console_tasks.hpp"
#include "domino/server_name.hpp"
#include "host/files.hpp"
#include "text/path_text.hpp"
#include "text/visible.hpp"

namespace bes::domino {
namespace {

constexpr std::uint64_t longestText = 1 << 20;

constexpr const char* showCluster = "show cluster";
constexpr const char* showTasks = "show tasks";

/// `server` as it may be written: a dialog of BlackBerry may have shown the common name only.
bool isServer(const std::string& server, const std::string& wanted) {
    return findServer({server}, wanted).has_value();
}

/// A head has the server's title behind the name.
bool isServerOfHead(const std::string& head, const std::string& wanted) {
    return isServer(head, wanted) || isServer(head.substr(0, head.find(" - ")), wanted);
}

template<class T>
Reply<T> unknown(ReasonClass kind, const char* command, std::string text) {
    auto answer = Reply<T>::unknown({kind, 0, false, command, std::move(text)});
    answer.witness = Witness::pasted;
    return answer;
}

/// Nothing can be taken from the text.
ConsoleReplies noneOf(ReasonClass kind, const std::string& text) {
    return {unknown<LiveCluster>(kind, showCluster, text), unknown<ServerTasks>(kind, showTasks, text)};
}

std::string remedy(const ConsoleSource& source) {
    return "save as plain text everything that the console of " + abbreviatedName(source.server) +
           " answers to \"show cluster\" and \"show tasks\"";
}

/// One text, read with one idea of what its bytes are.
struct Reading {
    std::vector<ShownCluster> clusters;
    std::optional<ServerTasks> tasks;
    std::vector<std::string> heads;

    Reading(std::string_view text, CodePage assumed) {
        const std::vector<ConsoleLine> lines = consoleLines(text, assumed);
        clusters = findShownClusters(lines);
        tasks = findShownTasks(lines);
        heads = findServersOfHeads(lines);
    }

    /// The first that names itself and is not the one that was meant.
    [[nodiscard]] std::optional<std::string> otherServer(const std::string& wanted) const {
        for (const ShownCluster& shown : clusters)
            if (shown.clustered && !isServer(shown.server, wanted))
                return shown.server;
        const auto other =
            std::ranges::find_if(heads, [&](const auto& head) { return !isServerOfHead(head, wanted); });
        return other == heads.end() ? std::nullopt : std::optional(*other);
    }

    [[nodiscard]] bool namesItself() const {
        return !heads.empty() || std::ranges::any_of(clusters, &ShownCluster::clustered);
    }

    [[nodiscard]] bool hasMember(const std::string& server) const {
        return !clusters.empty() && clusters.back().cluster &&
               findServer(clusters.back().cluster->members, server);
    }

    [[nodiscard]] int fit(const ConsoleSource& source) const {
        return (otherServer(source.server) ? 0 : 2) + (hasMember(source.mate) ? 1 : 0);
    }
};

/// The code page in which the names are known ones is the right one.
Reading readAs(std::string_view text, const ConsoleSource& source) {
    Reading dos(text, CodePage::dos850);
    if (isUtf8(text))
        return dos;
    Reading windows(text, CodePage::latin1);
    return windows.fit(source) > dos.fit(source) ? windows : dos;
}

Reply<LiveCluster> clusterOf(const Reading& reading, const ConsoleSource& source) {
    const auto unclear = [&](const std::string& text) {
        return unknown<LiveCluster>(ReasonClass::unexpected, showCluster, source.name + " " + text);
    };
    if (reading.clusters.empty())
        return unclear("has no answer to \"show cluster\"; " + remedy(source));
    const ShownCluster& shown = reading.clusters.back();
    if (!shown.clustered) {
        auto answer = Reply<LiveCluster>::no({ReasonClass::notClustered, 0, false, showCluster,
                                              source.name + " shows that the server is not in a cluster"});
        answer.witness = Witness::pasted;
        return answer;
    }
    if (!shown.cluster || !reading.hasMember(source.server))
        return unclear("has an answer to \"show cluster\" without the whole list of members; " +
                       remedy(source));
    if (shown.guessed && !reading.hasMember(source.mate))
        return unclear("has server names with unreadable letters; save it as UTF-8");
    auto answer = Reply<LiveCluster>::yes(*shown.cluster);
    answer.witness = Witness::pasted;
    return answer;
}

Reply<ServerTasks> tasksOf(const Reading& reading, const ConsoleSource& source) {
    const auto unclear = [&](const std::string& text) {
        return unknown<ServerTasks>(ReasonClass::unexpected, showTasks,
                                    source.name + " " + text + "; " + remedy(source));
    };
    if (!reading.tasks)
        return unclear("has no answer to \"show tasks\"");
    if (!reading.namesItself())
        return unclear("does not show which server wrote it; its name is above the list of tasks");
    auto answer = reading.tasks->clusterReplicators > 0 ? Reply<ServerTasks>::yes(*reading.tasks)
                                                        : Reply<ServerTasks>::no(*reading.tasks);
    answer.witness = Witness::pasted;
    return answer;
}

/// Why this can't be console output at all.
std::optional<std::string> problemOf(std::string_view text) {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return "is empty";
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return "is UTF-16 text; save it as UTF-8";
    if (text.find('\0') != std::string_view::npos)
        return "is not plain text";
    if (text.size() > longestText)
        return "is longer than 1 MiB";
    return std::nullopt;
}

} // namespace

ConsoleReplies readConsoleText(std::string_view text, const ConsoleSource& source) {
    if (source.server.empty())
        return noneOf(ReasonClass::unexpected,
                      source.name + " can't be used: the name of the Domino server is unknown");
    if (const auto problem = problemOf(text))
        return noneOf(ReasonClass::unexpected, source.name + " " + *problem + "; " + remedy(source));
    const Reading reading = readAs(text, source);
    if (const auto other = reading.otherServer(source.server))
        return noneOf(ReasonClass::otherServer, source.name + " has output of " + shownText(*other) +
                                                    ", but must be of " + abbreviatedName(source.server) +
                                                    "; " + remedy(source));
    return {clusterOf(reading, source), tasksOf(reading, source)};
}

ConsoleReplies readConsoleFile(const std::filesystem::path& file, const std::string& server,
                               const std::string& mate) {
    const ConsoleSource source{server, mate, "The console output in " + utf8(file)};
    const auto text = host::readFile(file, longestText);
    if (text)
        return readConsoleText(*text, source);
    std::error_code ignored;
    const ReasonClass kind = !std::filesystem::exists(file, ignored) ? ReasonClass::absent
                             : text.error().id == "file.access"      ? ReasonClass::noAccess
                                                                     : ReasonClass::unexpected;
    return noneOf(kind, source.name + " can't be read: " + text.error().why + "; " + remedy(source));
}

} // namespace bes::domino
