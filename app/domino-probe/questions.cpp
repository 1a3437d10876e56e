// SPDX-License-Identifier: Apache-2.0
#include "questions.hpp"

#include <exception>

namespace bes::probe {

using namespace domino;

namespace {

void ask(Asking& asking, const Question& question, ProbeReport& report) {
    const Role role = question.server.value_or(Role::primary);
    switch (question.topic) {
    case Topic::identity:
        report.identity = askIdentity(asking);
        break;
    case Topic::reachability:
        report.reachability.of(role) = askReachability(asking, role);
        break;
    case Topic::version:
        report.version.of(role) = askVersion(asking, role);
        break;
    case Topic::liveCluster:
        report.liveCluster.of(role) = askLiveCluster(asking, role);
        break;
    case Topic::clusterMates:
        report.clusterMates = askClusterMates(asking);
        break;
    case Topic::serverDocument:
        report.serverDocument.of(role) = askServerDocument(asking, role);
        break;
    case Topic::clusterDirectory:
        report.clusterDirectory.of(role) = askClusterDirectory(asking, role);
        break;
    case Topic::statistics:
        report.statistics.of(role) = askStatistics(asking, role);
        break;
    case Topic::serverTasks:
        report.serverTasks.of(role) = askServerTasks(asking, role);
        break;
    case Topic::profiles:
        report.profiles.of(role) = askProfiles(asking, role);
        break;
    case Topic::stateFolder:
        report.stateFolder.of(role) = askStateFolder(asking, role);
        break;
    case Topic::stateReplicas:
        report.stateReplicas = askStateReplicas(asking);
        break;
    case Topic::stateFlags:
        report.stateFlags.of(role) = askStateFlags(asking, role);
        break;
    case Topic::directoryEntries:
        report.directoryEntries = askDirectoryEntries(asking);
        break;
    case Topic::queue:
        report.queue.of(role) = askQueue(asking, role);
        break;
    }
}

} // namespace

void askAll(const notes::Functions& api, const Settings& settings, Lines& lines) {
    Asking asking = beginAsking(api, settings);
    for (const Question& question : lines.questions())
        lines.answer(question, [&](ProbeReport& report) {
            try {
                ask(asking, question, report);
            } catch (const std::exception& error) { // e.g. no memory: the other questions may do
                const Reason reason{ReasonClass::unexpected, 0, false, "bes-domino-probe", error.what()};
                visitReply(report, question,
                           [&]<class T>(Reply<T>& answer) { answer = Reply<T>::unknown(reason); });
            }
        });
}

} // namespace bes::probe
