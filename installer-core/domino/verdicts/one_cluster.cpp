// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "domino/server_name.hpp"
#include "domino/verdicts/subjects.hpp"
#include "domino/verdicts/wording.hpp"
#include "text/lists.hpp"

namespace bes::domino {
namespace {

constexpr auto id = "domino.one-cluster";

constexpr auto joinRemedy =
    "Put both servers into one cluster: Administrator client, Configuration, Server, All Server Documents, "
    "select both, Add to Cluster. Then wait until the Domino Directory has been replicated, and check the "
    "cluster with show cluster on both consoles";

/// What a server says of its cluster. What the Domino Directory says by HTTP about a server that is down is
/// no answer of that server.
const LiveCluster* liveCluster(const DominoFacts& facts, Role role) {
    const auto& answer = facts.replies.liveCluster.of(role);
    const bool down = isNo(facts.replies.reachability.of(role));
    return answer.witness == Witness::http && down ? nullptr : seen(answer);
}

enum class Listed { yes, no, unclear };

/// A flat name that fits several members means none of them for sure.
Listed listed(const std::vector<std::string>& members, const std::string& name) {
    if (name.empty())
        return Listed::unclear;
    if (findServer(members, name))
        return Listed::yes;
    const bool flat = canonicalName(name).find('/') == std::string::npos;
    const bool ambiguous = flat && std::ranges::any_of(members, [&](const std::string& member) {
                               return sameServer(commonName(member), commonName(name));
                           });
    return ambiguous ? Listed::unclear : Listed::no;
}

struct No {
    std::string title;
    std::string remedy = joinRemedy;
};

std::optional<No> clusterMissing(const DominoFacts& facts) {
    std::vector<std::string> without;
    for (const Role role : bothRoles)
        if (isNo(facts.replies.liveCluster.of(role)))
            without.push_back(shown(facts, role));
    if (without.empty())
        return std::nullopt;
    if (without.size() == 2)
        return No{"Neither " + without[0] + " nor " + without[1] + " is in a cluster"};
    return No{without[0] + " is not in a cluster"};
}

std::optional<No> clustersDiffer(const DominoFacts& facts) {
    const LiveCluster* const primary = liveCluster(facts, Role::primary);
    const LiveCluster* const standby = liveCluster(facts, Role::standby);
    if (primary == nullptr || standby == nullptr || sameIgnoringCase(primary->cluster, standby->cluster))
        return std::nullopt;
    return No{"The Domino servers are in different clusters, " + primary->cluster + " and " +
                  standby->cluster,
              "Remove " + shown(facts, Role::standby) + " from " + standby->cluster +
                  " (Administrator client, Configuration, Cluster, Remove from Cluster) and add it to " +
                  primary->cluster + ": a server can be in one cluster only"};
}

std::optional<No> memberMissing(const DominoFacts& facts) {
    for (const Role role : bothRoles)
        if (const LiveCluster* const live = liveCluster(facts, role))
            for (const Role member : {otherThan(role), role})
                if (listed(live->members, serverName(facts, member)) == Listed::no)
                    return No{"The cluster " + live->cluster + " of " + shown(facts, role) + " lacks " +
                              shown(facts, member)};
    return std::nullopt;
}

/// Of a flat name it is only seen here that it means the other server.
bool meanOne(const DominoFacts& facts, const LiveCluster& live) {
    return findServer(live.members, serverName(facts, Role::primary)) ==
           findServer(live.members, serverName(facts, Role::standby));
}

bool bothRunInOne(const DominoFacts& facts) {
    for (const Role role : bothRoles) {
        const LiveCluster* const live = liveCluster(facts, role);
        if (live == nullptr || meanOne(facts, *live))
            return false;
        for (const Role member : bothRoles)
            if (listed(live->members, serverName(facts, member)) != Listed::yes)
                return false;
    }
    return true;
}

std::string configured(const ServerDocument& document) {
    return document.cluster.empty() ? "not in a cluster" : "in " + document.cluster;
}

/// Both Server documents were read and can't both be right, or agree that there is no cluster while the
/// servers don't say otherwise.
std::optional<No> directoryContradicts(const DominoFacts& facts) {
    const ServerDocument* const primary = seen(facts.replies.serverDocument.primary);
    const ServerDocument* const standby = seen(facts.replies.serverDocument.standby);
    if (primary == nullptr || standby == nullptr)
        return std::nullopt;
    const std::string remedy = "Compare both Server documents (Administrator client, Configuration, Server, "
                               "All Server Documents): cluster and domain are the same on all members. "
                               "Correct them and replicate the Domino Directory to both servers";
    if (!sameIgnoringCase(primary->cluster, standby->cluster))
        return No{"The Domino Directory does not have both servers in one cluster", remedy};
    if (!primary->domain.empty() && !standby->domain.empty() &&
        !sameIgnoringCase(primary->domain, standby->domain))
        return No{"The Domino servers are in different Domino domains, " + primary->domain + " and " +
                      standby->domain,
                  remedy};
    if (primary->cluster.empty() && !bothRunInOne(facts))
        return No{"The Domino Directory has neither server in a cluster"};
    return std::nullopt;
}

std::string liveEvidence(const DominoFacts& facts, Role role) {
    const auto& answer = facts.replies.liveCluster.of(role);
    if (const LiveCluster* const live = seen(answer))
        return shown(facts, role) + (answer.witness == Witness::notesApi ? " names " : ": ") + live->cluster +
               " with " + shown(live->members) + weakness(answer.witness);
    return shown(facts, role) + ": " + because(reasonOf(answer)) + weakness(answer.witness);
}

std::string documentEvidence(const DominoFacts& facts, Role role) {
    const auto& answer = facts.replies.serverDocument.of(role);
    if (isNo(answer))
        return "no Server document for " + shown(facts, role);
    const ServerDocument* const document = seen(answer);
    if (document == nullptr)
        return {};
    return shown(facts, role) + " " + configured(*document) +
           (document->domain.empty() ? "" : ", domain " + document->domain);
}

std::string directoryEvidence(const DominoFacts& facts) {
    std::vector<std::string> parts{documentEvidence(facts, Role::primary),
                                   documentEvidence(facts, Role::standby)};
    const auto& mates = facts.replies.clusterMates;
    if (const ClusterMates* const found = seen(mates))
        parts.push_back("cluster mates of " + shown(facts, Role::standby) + ": " + shown(found->mates));
    else if (isNo(mates))
        parts.push_back("no cluster mates of " + shown(facts, Role::standby));
    const std::string text = joinedOnce(parts);
    return text.empty() ? "" : "the Domino Directory shows: " + text;
}

std::string evidence(const DominoFacts& facts) {
    return sentences(
        {liveEvidence(facts, Role::primary), liveEvidence(facts, Role::standby), directoryEvidence(facts)});
}

/// The directory is ahead of the servers.
bool onlyConfigured(const DominoFacts& facts) {
    const ServerDocument* const primary = seen(facts.replies.serverDocument.primary);
    const ServerDocument* const standby = seen(facts.replies.serverDocument.standby);
    return primary != nullptr && standby != nullptr && !primary->cluster.empty() &&
           sameIgnoringCase(primary->cluster, standby->cluster);
}

/// What the directory has against a cluster that both servers are seen in; empty where nothing.
std::string doubt(const DominoFacts& facts) {
    const Replies& replies = facts.replies;
    std::vector<std::string> doubts;
    for (const Role role : bothRoles) {
        const ServerDocument* const document = seen(replies.serverDocument.of(role));
        if (document != nullptr && !sameIgnoringCase(document->cluster, liveCluster(facts, role)->cluster))
            doubts.push_back("has " + shown(facts, role) + " " + configured(*document));
        if (isNo(replies.serverDocument.of(role)))
            doubts.push_back("has no Server document for " + shown(facts, role));
    }
    const ClusterMates* const mates = seen(replies.clusterMates);
    if (isNo(replies.clusterMates) ||
        (mates != nullptr && listed(mates->mates, serverName(facts, Role::primary)) == Listed::no))
        doubts.push_back("does not have " + shown(facts, Role::primary) + " as a cluster mate of " +
                         shown(facts, Role::standby));
    return joinedOnce(doubts, " and ");
}

Finding inOneCluster(const DominoFacts& facts) {
    const std::string cluster = liveCluster(facts, Role::primary)->cluster;
    if (const std::string directory = doubt(facts); !directory.empty())
        return warning(id, "The Domino servers are in " + cluster + ", but the Domino Directory " + directory,
                       evidence(facts),
                       "Check that the Domino Directory of " + shown(facts, Role::standby) +
                           " is replicated, and correct the Server documents (Administrator client, "
                           "Configuration, Server, All Server Documents)");
    return passed(id, "Both Domino servers are in the cluster " + cluster, evidence(facts));
}

Finding notKnown(const DominoFacts& facts) {
    std::vector<std::string> remedies;
    std::vector<Role> silent;
    for (const Role role : bothRoles)
        if (liveCluster(facts, role) == nullptr) {
            const auto& reached = facts.replies.reachability.of(role);
            const Reason reason =
                isNo(reached) ? reasonOf(reached) : reasonOf(facts.replies.liveCluster.of(role));
            remedies.push_back(remedyFor(facts, role, reason));
            silent.push_back(role);
        }
    if (silent.empty())
        remedies.emplace_back(
            "Use the full names of both servers, such as Mail01/Acme: the primary's in the configuration "
            "database, the standby's in notes.ini");
    Remedy remedy(joinedOnce(remedies));
    if (!silent.empty())
        remedy.append("; or ", handOver(facts, silent));
    return unknownBlocker(ExitCode::domino, id,
                          "Setup can't tell whether both Domino servers are in one cluster", evidence(facts),
                          std::move(remedy));
}

std::optional<No> plainNo(const DominoFacts& facts) {
    if (auto no = clusterMissing(facts)) {
        if (onlyConfigured(facts))
            no->remedy = "The Domino Directory already has both in one cluster, but the change is not active "
                         "yet. Wait some minutes and check show cluster on the console of the server. If "
                         "nothing changes, restart that Domino server";
        return no;
    }
    for (const auto reason : {clustersDiffer, memberMissing, directoryContradicts})
        if (auto no = reason(facts))
            return no;
    return std::nullopt;
}

} // namespace

Findings judgeOneCluster(const DominoFacts& facts) {
    if (auto no = plainNo(facts))
        return {blocker(ExitCode::domino, id, sentence(no->title), evidence(facts), no->remedy)};
    return {bothRunInOne(facts) ? inOneCluster(facts) : notKnown(facts)};
}

} // namespace bes::domino
