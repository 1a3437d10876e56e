// SPDX-License-Identifier: Apache-2.0
#include "models/cluster_picture.hpp"

#include <algorithm>

#include "domino/readiness.hpp"
#include "domino/server_name.hpp"
#include "models/replication_watch.hpp"
#include "models/words.hpp"

namespace bes::wizard {
namespace {

using domino::LiveCluster;

std::string inWords(domino::Availability availability) {
    switch (availability) {
    case domino::Availability::available:
        return words("ClusterPicture", "available");
    case domino::Availability::busy:
        return words("ClusterPicture", "busy");
    case domino::Availability::restricted:
        break;
    }
    return words("ClusterPicture", "restricted");
}

std::string stateOf(const domino::Replies& replies, Role role) {
    const auto& live = replies.liveCluster.of(role);
    if (live.value)
        return inWords(live.value->availability);
    if (live.reason && live.reason->kind == domino::ReasonClass::unreachable)
        return words("ClusterPicture", "unreachable");
    return live.verdict == domino::Verdict::no ? words("ClusterPicture", "in no cluster")
                                               : words("ClusterPicture", "not known");
}

const LiveCluster* seenCluster(const domino::Replies& replies) {
    for (const Role role : {Role::standby, Role::primary})
        if (replies.liveCluster.of(role).value)
            return &*replies.liveCluster.of(role).value;
    return nullptr;
}

ClusterMember memberOf(const std::string& name, const domino::DominoFacts& facts) {
    ClusterMember member{domino::abbreviatedName(name),
                         domino::sameServer(name, facts.primary),
                         domino::sameServer(name, facts.standby),
                         {}};
    if (!member.primary && !member.standby)
        return member;
    const Role role = member.primary ? Role::primary : Role::standby;
    member.state = stateOf(facts.replies, role);
    const auto& live = facts.replies.liveCluster.of(role).value;
    member.available = live && live->availability == domino::Availability::available;
    return member;
}

} // namespace

std::string ClusterPicture::inWords() const {
    std::string text = title + ".";
    for (const ClusterMember& member : members)
        text += " " + member.name +
                (member.primary ? words("ClusterPicture", ", of the primary") : std::string()) +
                (member.standby ? words("ClusterPicture", ", of this computer") : std::string()) +
                (member.state.empty() ? "" : ": " + member.state) + ".";
    return text + " " + replicationText;
}

ClusterPicture clusterPicture(const Fact<domino::DominoFacts>& known) {
    if (!known.known())
        return {filled(words("ClusterPicture", "The Domino servers were not asked: %1"), known.reason()),
                {},
                {},
                {}};
    const domino::DominoFacts& facts = known.value();
    ClusterPicture picture;
    const LiveCluster* cluster = seenCluster(facts.replies);
    std::vector<std::string> names = cluster ? cluster->members : std::vector<std::string>{};
    for (const std::string& own : {facts.standby, facts.primary})
        if (!own.empty() &&
            std::ranges::none_of(names, [&](const auto& n) { return domino::sameServer(n, own); }))
            names.insert(names.begin(), own);
    for (const std::string& name : names)
        picture.members.push_back(memberOf(name, facts));
    std::ranges::stable_sort(picture.members, std::greater(),
                             [](const ClusterMember& m) { return m.primary * 2 + m.standby; });
    picture.title = cluster ? filled(words("ClusterPicture", "Domino cluster %1"), cluster->cluster)
                            : words("ClusterPicture", "Cluster unknown");
    if (!facts.probeEnded.empty())
        picture.title += " (" + facts.probeEnded + ")";
    if (const auto& replicas = facts.replies.stateReplicas.value) {
        picture.replication = Replication{replicas->matched, replicas->primary};
        picture.replicationText = replicaCounts(*replicas);
    } else {
        picture.replicationText = domino::readinessOf(facts).summary + ".";
    }
    return picture;
}

} // namespace bes::wizard
