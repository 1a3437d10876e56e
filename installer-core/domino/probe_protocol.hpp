#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "domino/probe_answers.hpp"
#include "model/failure.hpp"
#include "model/server.hpp"

namespace bes::domino {

// The probe writes JSON Lines: first a ProbeStart, then one line for each question as soon as it is answered,
// last a line that says that the probe came to its end. What is missing after a crash, a hang or a kill is
// seen by comparing with the questions of the first line.

inline constexpr std::string_view probeFormat = "bes-standby-setup.domino-probe";
inline constexpr int probeFormatVersion = 1;

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

/// "live-cluster of the primary".
[[nodiscard]] std::string describe(const Question& question);

/// What the probe is going to do.
struct ProbeStart {
    std::string programFolder; ///< of the Domino server, empty where none was found; as the next two
    std::string notesIni;
    std::string folder;  ///< its data folder
    std::string account; ///< which the probe works under
    std::string primary; ///< names as they were given
    std::string own;     ///< empty: that of the current ID
    std::vector<Question> questions;

    bool operator==(const ProbeStart&) const = default;
};

template<class T>
struct OfBoth {
    T primary;
    T standby;

    [[nodiscard]] T& of(Role role) { return role == Role::primary ? primary : standby; }
    [[nodiscard]] const T& of(Role role) const { return role == Role::primary ? primary : standby; }
    bool operator==(const OfBoth&) const = default;
};

/// All answers; those that did not come are unknown, "notAnswered".
struct ProbeReport {
    std::optional<ProbeStart> start;
    Answer<Identity> identity;
    OfBoth<Answer<Reachability>> reachability;
    OfBoth<Answer<Version>> version;
    OfBoth<Answer<LiveCluster>> liveCluster;
    Answer<ClusterMates> clusterMates;
    OfBoth<Answer<ServerDocument>> serverDocument;
    OfBoth<Answer<DatabaseOnServer>> clusterDirectory; ///< cldbdir.nsf
    OfBoth<Answer<ReplicatorStatistics>> statistics;
    OfBoth<Answer<ServerTasks>> serverTasks;
    OfBoth<Answer<DatabaseOnServer>> profiles; ///< BES\BlackBerryProfiles.nsf
    OfBoth<Answer<StateFolder>> stateFolder;   ///< BES\State
    Answer<StateReplicas> stateReplicas;
    OfBoth<Answer<StateFlags>> stateFlags;
    Answer<DirectoryEntries> directoryEntries;
    OfBoth<Answer<Queue>> queue;
    std::vector<Question> answered; ///< in the order in which the lines came
    bool complete = false;          ///< the last line came

    bool operator==(const ProbeReport&) const = default;
};

/// The question that was being asked when the probe ended; empty when it came to its end or never began.
[[nodiscard]] std::optional<Question> interruptedAt(const ProbeReport& report);

// The lines, each without line break. What is not UTF-8 in a text is replaced by U+FFFD.
[[nodiscard]] std::string startLine(const ProbeStart& start);
[[nodiscard]] std::string answerLine(const ProbeReport& report, const Question& question);
[[nodiscard]] std::string endLine(const ProbeReport& report);

/// Takes one line into the report. Failure domino.probe-output for what is no line of this protocol version;
/// the report then is as before.
[[nodiscard]] Result<void> readLine(std::string_view line, ProbeReport& report);

/// Calls visit(Answer<…>&) for the answer to the question. A question about one server without a role, or the
/// other way round, throws std::invalid_argument.
template<class Report, class Visit>
auto visitAnswer(Report& report, const Question& question, Visit visit) {
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

/// A number as a server writes it, with or without separators of thousands: "1,234" and "1 234" are 1234,
/// "0,25" and "0.25" a quarter. Empty where it is none.
[[nodiscard]] std::optional<double> statisticNumber(std::string_view text);

} // namespace bes::domino
