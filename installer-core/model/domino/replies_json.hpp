// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stdexcept>

#include "model/domino/facts.hpp"
#include "model/domino/json_fields.hpp"
#include "model/domino/questions.hpp"
#include "model/domino/replies.hpp"

namespace bes::domino {

// The JSON of each type is written down once, as its list of fields: the writer and the reader are given the
// same list and so can't differ.

/// Of all that Domino told what is not a reply. Not fields(): where it is written is decided what the replies
/// look like, and the writer and the reader of one type have to be the same in all of the program.
void texts(auto& list, DominoFacts& it) {
    list("primary", it.primary);
    list("standby", it.standby);
    list("library", it.library);
    list("account", it.account);
    list("probe_ended", it.probeEnded);
}

void fields(auto& list, Identity& it) {
    list("name", it.name);
    list("server_name", it.serverName);
    list("is_server", it.isServer);
}

void fields(auto& list, Reachability& it) {
    list("build", it.build);
    list("to_server_ms", it.toServerMilliseconds);
    list("from_server_ms", it.fromServerMilliseconds);
}

void fields(auto& list, Version& it) {
    list("major", it.major);
    list("minor", it.minor);
    list("maintenance_release", it.maintenanceRelease);
    list("maintenance_update", it.maintenanceUpdate);
    list("fix_pack", it.fixPack);
    list("hotfix", it.hotfix);
}

void fields(auto& list, LiveCluster& it) {
    list("cluster", it.cluster);
    list("members", it.members);
    list("availability", it.availability);
    list("availability_index", it.availabilityIndex);
}

void fields(auto& list, ClusterMates& it) {
    list("mates", it.mates);
}

void fields(auto& list, ServerDocument& it) {
    list("name", it.name);
    list("domain", it.domain);
    list("cluster", it.cluster);
    list("network", it.network);
    list("build", it.build);
}

void fields(auto& list, DatabaseOnServer& it) {
    list("replica_id", it.replicaId);
    list("title", it.title);
    list("modified", it.modified);
    list("flags", it.flags);
    list("replication_disabled", it.disabled);
    list("server_proved", it.serverProved);
}

void fields(auto& list, ServerTasks& it) {
    list("cluster_replicators", it.clusterReplicators);
    list("cluster_directories", it.clusterDirectories);
    list("bes", it.bes);
    list("lines", it.lines);
}

void fields(auto& list, ReplicatorStatistics& it) {
    list("values", it.values);
}

void fields(auto& list, StateFolder& it) {
    list("databases", it.databases);
    list("newest", it.newest);
}

void fields(auto& list, StateExample& it) {
    list("path", it.path);
    list("replica_id", it.replicaId);
    list("modified_on_primary", it.modifiedOnPrimary);
    list("modified_on_standby", it.modifiedOnStandby);
}

void fields(auto& list, StateGroup& it) {
    list("count", it.count);
    list("examples", it.examples);
}

void fields(auto& list, StateReplicas& it) {
    list("primary", it.primary);
    list("standby", it.standby);
    list("matched", it.matched);
    list("undated", it.undated);
    list("tolerance_seconds", it.toleranceSeconds);
    list("longest_lag_seconds", it.longestLagSeconds);
    list("missing", it.missing);
    list("stale", it.stale);
    list("foreign", it.misplaced);
    list("surplus", it.surplus);
}

void fields(auto& list, StateFlags& it) {
    list("opened", it.opened);
    list("unreadable", it.unreadable);
    list("replication_disabled", it.disabled);
    list("databases", it.databases);
}

void fields(auto& list, DirectoryEntries& it) {
    list("read_from", it.readFrom);
    list("primary", it.primary);
    list("standby", it.standby);
    list("switched_off", it.switchedOff);
    list("out_of_service", it.outOfService);
    list("marked_for_delete", it.markedForDelete);
    list("examples", it.examples);
}

void fields(auto& list, QueueReading& it) {
    list("servers", it.servers);
    list("seconds_on_queue", it.secondsOnQueue);
    list("work_queue_depth", it.workQueueDepth);
    list("successful", it.successful);
    list("failed", it.failed);
    list("retry_waiting", it.retryWaiting);
    list("retry_skipped", it.retrySkipped);
    list("files_local", it.filesLocal);
    list("files_remote", it.filesRemote);
}

void fields(auto& list, Queue& it) {
    list("seconds_between", it.secondsBetween);
    list("first", it.first);
    list("second", it.second);
}

void fields(auto& list, Reason& it) {
    list("class", it.kind);
    list("code", it.code);
    list("remote", it.remote);
    list("source", it.source);
    list("text", it.text);
}

void fields(auto& list, Question& it) {
    list("question", it.topic);
    list("server", it.server);
}

template<class T>
void writeReply(Json& line, Reply<T> answer) {
    line["answer"] = toWord(answer.verdict);
    if (answer.witness != Witness::notesApi)
        line["witness"] = toWord(answer.witness);
    if (answer.value)
        line["value"] = written(*answer.value);
    if (answer.reason)
        line["reason"] = written(*answer.reason);
}

/// Throws std::invalid_argument for a yes without value and an unknown without reason.
template<class T>
Reply<T> readReply(const Json& line) {
    Reply<T> answer{Verdict::unknown, std::nullopt, std::nullopt, {}};
    read(line.at("answer"), answer.verdict);
    if (line.contains("witness"))
        read(line.at("witness"), answer.witness);
    if (line.contains("value"))
        read(line.at("value"), answer.value.emplace());
    if (line.contains("reason"))
        read(line.at("reason"), answer.reason.emplace());
    if (answer.verdict == Verdict::yes && !answer.value)
        throw std::invalid_argument("yes without a value");
    if (answer.verdict == Verdict::unknown && !answer.reason)
        throw std::invalid_argument("unknown without a reason");
    return answer;
}

} // namespace bes::domino
