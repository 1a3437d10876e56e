// SPDX-License-Identifier: Apache-2.0
#include "unit/domino/domino_samples.hpp"
#include "answers/typed_remedy.hpp"
#include "unit/plain_text.hpp"

namespace bes::domino {
namespace {

const std::string mail01 = "CN=Mail01/O=Acme";
const std::string mail11 = "CN=Mail11/O=Acme";

template<class T>
void both(OfBoth<Reply<T>>& replies, const T& value) {
    replies.primary = replies.standby = Reply<T>::yes(value);
}

QueueReading reading(double depth) {
    QueueReading reading;
    reading.secondsOnQueue = 1;
    reading.workQueueDepth = depth;
    reading.failed = 2;
    reading.retryWaiting = 0;
    return reading;
}

} // namespace

DominoFacts sampleDomino() {
    DominoFacts facts{mail01, mail11, "/opt/ibm/domino/notes/latest/linux/libnotes.so", "notes", "", {}};
    Replies& replies = facts.replies;
    replies.identity = Reply<Identity>::yes({mail11, mail11, true});
    both(replies.reachability, Reachability{405, 2, 3});
    both(replies.version, Version{9, 0, 1, 0, 0, 0});
    both(replies.liveCluster, LiveCluster{"AcmeCluster", {mail11, mail01}, Availability::available, 84});
    replies.clusterMates = Reply<ClusterMates>::yes({{mail01}});
    both(replies.serverDocument,
         ServerDocument{mail01, "Acme", "AcmeCluster", "TCPIP Network", "Release 9.0.1"});
    both(replies.clusterDirectory,
         DatabaseOnServer{"C1257A2B:00512C3A", "Cluster Directory", "", 0, false, true});
    both(replies.statistics, ReplicatorStatistics{{{"Replica.Cluster.Servers", "1"}}});
    both(replies.serverTasks, ServerTasks{1, 1, false, {"Cluster Replicator  Idle"}});
    both(replies.profiles, DatabaseOnServer{"C1257A2B:0033A1C0", "BlackBerry Profiles", "", 0, false, true});
    both(replies.stateFolder, StateFolder{250, "2026-11-20T10:00:00Z"});
    StateReplicas replicas;
    replicas.primary = replicas.standby = replicas.matched = 250;
    replicas.toleranceSeconds = 300;
    replies.stateReplicas = Reply<StateReplicas>::yes(replicas);
    both(replies.stateFlags, StateFlags{20, 0, {}});
    replies.directoryEntries = Reply<DirectoryEntries>::yes({mail11, 250, 250, 0, 0, 0, {}});
    both(replies.queue, Queue{3, reading(1), reading(2)});
    return facts;
}

DominoFacts changed(const Change& change) {
    DominoFacts facts = sampleDomino();
    change(facts.replies);
    return facts;
}

Reason reason(ReasonClass kind, std::string text) {
    return {kind, 0, false, "NSFunction", std::move(text)};
}

std::vector<Finding> findingsOf(const std::string& id, const DominoFacts& facts) {
    std::vector<Finding> found = verdicts(facts);
    std::erase_if(found, [&](const Finding& finding) { return finding.id != id; });
    return found;
}

Finding onlyFinding(const std::string& id, const DominoFacts& facts) {
    const std::vector<Finding> found = findingsOf(id, facts);
    INFO(id);
    REQUIRE(found.size() == 1);
    checkForm(found.front());
    return found.front();
}

void checkForm(const Finding& finding) {
    INFO(finding.id << ": " << finding.title);
    CHECK(finding.id.starts_with("domino."));
    plain_text::check(finding);
    REQUIRE_FALSE(finding.title.empty());
    CHECK_FALSE(finding.title.ends_with('.'));
    CHECK_FALSE((finding.title.front() >= 'a' && finding.title.front() <= 'z'));
    CHECK_FALSE(finding.evidence.empty());
    CHECK_FALSE(finding.evidence.ends_with('.'));
    CHECK_FALSE(finding.remedy.ends_with('.'));
    CHECK(textOf(finding).find("CN=") == std::string::npos); // people get abbreviated names
    if (finding.severity == Severity::warning || finding.severity == Severity::blocker)
        CHECK_FALSE(finding.remedy.empty());
    if (finding.severity == Severity::blocker)
        CHECK(finding.code == ExitCode::domino);
    else
        CHECK_FALSE(finding.acceptable);
}

std::string textOf(const Finding& finding) {
    return finding.title + "\n" + finding.evidence + "\n" + answers::typedRemedy(finding);
}

} // namespace bes::domino
