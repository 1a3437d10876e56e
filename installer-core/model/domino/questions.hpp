// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "model/domino/replies.hpp"
#include "model/server.hpp"

namespace bes::domino {

/// In the order in which they are asked.
enum class Topic {
    identity,
    reachability,
    version,
    liveCluster,
    clusterMates,
    serverDocument,
    clusterDirectory,
    statistics,
    serverTasks,
    profiles,
    stateFolder,
    stateReplicas,
    stateFlags,
    directoryEntries,
    queue,
};

[[nodiscard]] const std::vector<Topic>& allTopics();
[[nodiscard]] std::string_view toString(Topic topic);
[[nodiscard]] std::optional<Topic> topicFromText(std::string_view text);
/// Asked of the primary and of the standby, each answered by a line of its own.
[[nodiscard]] bool isAboutOneServer(Topic topic);

struct Question {
    Topic topic = Topic::identity;
    std::optional<Role> server; ///< which server it is asked about; empty where it is about both or neither

    bool operator==(const Question&) const = default;
};

/// Every topic, those about one server twice, in the order in which they are asked.
[[nodiscard]] std::vector<Question> allQuestions();

/// "live-cluster of the primary".
[[nodiscard]] std::string describe(const Question& question);

template<class T>
struct OfBoth {
    T primary;
    T standby;

    [[nodiscard]] T& of(Role role) { return role == Role::primary ? primary : standby; }
    [[nodiscard]] const T& of(Role role) const { return role == Role::primary ? primary : standby; }
    bool operator==(const OfBoth&) const = default;
};

/// The answers to all questions; those that were not asked are unknown, "notAnswered".
struct Replies {
    Reply<Identity> identity;
    OfBoth<Reply<Reachability>> reachability;
    OfBoth<Reply<Version>> version;
    OfBoth<Reply<LiveCluster>> liveCluster;
    Reply<ClusterMates> clusterMates;
    OfBoth<Reply<ServerDocument>> serverDocument;
    OfBoth<Reply<DatabaseOnServer>> clusterDirectory; ///< cldbdir.nsf
    OfBoth<Reply<ReplicatorStatistics>> statistics;
    OfBoth<Reply<ServerTasks>> serverTasks;
    OfBoth<Reply<DatabaseOnServer>> profiles; ///< BES\BlackBerryProfiles.nsf
    OfBoth<Reply<StateFolder>> stateFolder;   ///< BES\State
    Reply<StateReplicas> stateReplicas;
    OfBoth<Reply<StateFlags>> stateFlags;
    Reply<DirectoryEntries> directoryEntries;
    OfBoth<Reply<Queue>> queue;

    bool operator==(const Replies&) const = default;
};

/// Calls visit(Reply<…>&) for the answer to the question. A question about one server without a role, or the
/// other way round, throws std::invalid_argument.
template<class Report, class Visit>
auto visitReply(Report& report, const Question& question, Visit visit) {
    if (isAboutOneServer(question.topic) != question.server.has_value())
        throw std::invalid_argument("a question about one server needs one, others have none");
    const Role role = question.server.value_or(Role::primary);
    switch (question.topic) {
    case Topic::identity:
        return visit(report.identity);
    case Topic::reachability:
        return visit(report.reachability.of(role));
    case Topic::version:
        return visit(report.version.of(role));
    case Topic::liveCluster:
        return visit(report.liveCluster.of(role));
    case Topic::clusterMates:
        return visit(report.clusterMates);
    case Topic::serverDocument:
        return visit(report.serverDocument.of(role));
    case Topic::clusterDirectory:
        return visit(report.clusterDirectory.of(role));
    case Topic::statistics:
        return visit(report.statistics.of(role));
    case Topic::serverTasks:
        return visit(report.serverTasks.of(role));
    case Topic::profiles:
        return visit(report.profiles.of(role));
    case Topic::stateFolder:
        return visit(report.stateFolder.of(role));
    case Topic::stateReplicas:
        return visit(report.stateReplicas);
    case Topic::stateFlags:
        return visit(report.stateFlags.of(role));
    case Topic::directoryEntries:
        return visit(report.directoryEntries);
    case Topic::queue:
        return visit(report.queue.of(role));
    }
    throw std::invalid_argument("no such topic");
}

} // namespace bes::domino
