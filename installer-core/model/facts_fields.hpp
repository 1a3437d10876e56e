// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domino/replies_json.hpp"
#include "model/notes_ini_json.hpp"
#include "model/others_json.hpp"

namespace bes {

// The JSON of every part of the facts, written down once: what writes and what reads it are given the same
// list.

template<class Enum, std::size_t count>
void fromWord(std::string_view word, Enum& it, const std::array<Enum, count>& values,
              std::string_view subject) {
    it = enumFromText(std::string(word), values, subject);
}

inline std::string_view toString(ServiceManagerState state) {
    return state == ServiceManagerState::running ? "running" : "offline";
}
inline std::string_view toWord(ServiceManagerState state) {
    return toString(state);
}
inline void fromWord(std::string_view word, ServiceManagerState& it) {
    fromWord(word, it, std::array{ServiceManagerState::running, ServiceManagerState::offline},
             "state of the service manager");
}
inline std::string_view toWord(Protocol protocol) {
    return toString(protocol);
}
inline void fromWord(std::string_view word, Protocol& it) {
    fromWord(word, it, std::array{Protocol::tcp, Protocol::udp}, "protocol");
}
inline std::string_view toWord(PairState state) {
    return toString(state);
}
inline void fromWord(std::string_view word, PairState& it) {
    fromWord(word, it, std::array{PairState::reserved, PairState::final}, "state of a pair");
}
inline std::string_view toWord(System system) {
    return toString(system);
}
inline void fromWord(std::string_view word, System& it) {
    fromWord(word, it, std::array{System::gnuLinux, System::windows}, "operating system");
}
inline std::string_view toWord(EntryType type) {
    return toString(type);
}
inline void fromWord(std::string_view word, EntryType& it) {
    it = entryTypeFromText(std::string(word));
}
inline std::string_view toWord(ThingOfOthers::Standing standing) {
    return toString(standing);
}
inline void fromWord(std::string_view word, ThingOfOthers::Standing& it) {
    using enum ThingOfOthers::Standing;
    fromWord(word, it, std::array{inPlace, inForce, shadowed, fixed, everywhere, starts, ended, excludes},
             "standing");
}

void fields(auto& list, Computer& it) {
    list("name", it.name);
    list("fully_qualified_name", it.fullyQualifiedName);
    list("addresses", it.addresses);
    list("system", it.system);
    list("setup_program", it.setupProgram);
}

void fields(auto& list, SrpCredentials& it) {
    list("identifier", it.identifier);
    list("key_fingerprint", it.keyFingerprint);
    list("key_well_formed", it.keyWellFormed);
    list("host", it.host);
    list("port", it.port);
}

void fields(auto& list, Server& it) {
    list("name", it.name);
    list("id", it.id);
    list("role", it.role);
    list("acts_as", it.actsAs);
    list("computer", it.computer);
    list("fully_qualified_name", it.fullyQualifiedName);
    list("addresses", it.addresses);
    list("domino_server", it.dominoServer);
    list("version", it.version);
    list("components", it.components);
    list("users", it.users);
    list("srp", it.srp);
}

void fields(auto& list, Pair& it) {
    list("primary", it.primary);
    list("standby", it.standby);
    list("standby_computer", it.standbyComputer);
    list("state", it.state);
    list("run", it.run);
    list("since", it.since);
}

void fields(auto& list, DatabaseContents& it) {
    list("schema_version", it.schemaVersion);
    list("failover_partner", it.partner);
    list("servers", it.servers);
    list("pairs", it.pairs);
}

void fields(auto& list, Reachability& it) {
    list("reachable", it.reachable);
    list("detail", it.detail);
}

void fields(auto& list, SignerCertificate& it) {
    list("subject", it.subject);
    list("issuer", it.issuer);
    list("serial", it.serial);
    list("sha256", it.sha256);
    list("valid_from", it.validFrom);
    list("valid_until", it.validUntil);
}

void fields(auto& list, MediaContents& it) {
    list("manifest_sha256", it.manifestSha256);
    list("trusted", it.signature.trusted);
    list("signer", it.signature.signer);
    list("signature_problem", it.signature.problem);
    list("certificates", it.signature.certificates);
    list("tampered", it.signature.tampered);
    list("damage", it.damage);
    // what can't be trusted is not read
    std::optional<MediaManifest> manifest;
    if (it.manifest != MediaManifest())
        manifest = std::move(it.manifest); // and back below
    list("manifest", manifest);
    it.manifest = std::move(manifest).value_or(MediaManifest());
}

void fields(auto& list, FileSystemSpace& it) {
    list("mount_point", it.mountPoint);
    list("available", it.available);
    list("free_files", it.freeFiles);
}

void fields(auto& list, PortHolder& it) {
    list("process", it.process);
    list("program", it.program);
}

void fields(auto& list, PortUse& it) {
    list("protocol", it.protocol);
    list("number", it.number);
    list("holder", it.holder);
}

void fields(auto& list, InstalledState& it) {
    list("receipt", it.receipt);
    list("damage", it.damage);
}

void fields(auto& list, UnfinishedRun& it) {
    list("run", it.run);
    list("command", it.command);
    list("since", it.since);
}

void fields(auto& list, FileDifference& it) {
    list("path", it.path);
    list("content", it.content);
    list("rights", it.rights);
    list("sentence", it.sentence);
    list("has_new_version", it.hasNewVersion);
    list("missing", it.missing);
}

void fields(auto& list, StandbyState& it) {
    list("running", it.running);
    list("files_of_others", it.filesOfOthers);
    list("differences", it.differences);
    list("enabled", it.enabled);
    list("has_log_folder", it.hasLogFolder);
}

void rightsField(auto& list, Rights& rights) {
    std::string text = rights.text();
    list("mode", text);
    rights = Rights::fromText(text);
}

void fields(auto& list, LogFolder& it) {
    list("there", it.there);
    list("writable", it.writable);
    list("known", it.known);
    list("owner", it.owner);
    list("type", it.type);
    rightsField(list, it.rights);
}

void fields(auto& list, ThingOfOthers& it) {
    list("path", it.path);
    list("standing", it.standing);
    list("owner", it.owner);
    list("unit", it.unit);
    list("note", it.note);
    list("appearance", it.appearance);
}

void fields(auto& list, FolderState& it) {
    list("leads_to", it.leadsTo);
    list("obstacle", it.obstacle);
    list("mount_point", it.mountPoint);
    list("file_system", it.fileSystem);
    list("no_folder", it.noFolder);
    list("no_exec", it.noExec);
    list("ignores_case", it.ignoresCase);
    list("free_files", it.freeFiles);
    list("mounts_inside", it.mountsInside);
}

void fields(auto& list, FolderOfOthers& it) {
    list("what", it.what);
    list("path", it.path);
    list("for_one_file", it.forOneFile);
}

void fields(auto& list, Frozen& it) {
    list("path", it.path);
    list("why", it.why);
}

void fields(auto& list, AccountState& it) {
    list("user", it.user);
    list("group", it.group);
    list("in_own_files", it.inOwnFiles);
    list("obstacles", it.obstacles);
}

void fields(auto& list, SystemdState& it) {
    list("version", it.version);
    list("state", it.state);
    list("default_target", it.defaultTarget);
}

void fields(auto& list, PendingRestart& it) {
    list("reasons", it.reasons);
    list("files", it.files);
}

void fields(auto& list, Obstacle& it) {
    list("reason", it.reason);
    fields(list, it.remedy);
}

void fields(auto& list, Surroundings& it) {
    list("folders", it.folders);
    list("folders_of_others", it.others);
    list("frozen", it.frozen);
    list("account", it.account);
    list("systemd", it.systemd);
    list("missing_database_rights", it.missingDatabaseRights);
    list("clock", it.now);
    list("largest_file", it.largestFile);
    list("security_module", it.securityModule);
    list("restart", it.restart);
}

void fields(auto& list, Facts& it) {
    list("computer", it.computer);
    list("administrator", it.administrator);
    list("service_manager", it.serviceManager);
    list("database", it.database);
    list("primary_addresses", it.primaryAddresses);
    list("srp_endpoint", it.srpEndpoint);
    list("media", it.media);
    list("space", it.space);
    list("ports", it.ports);
    list("notes_ini", it.notesIni);
    list("domino", it.domino);
    list("service_account_exists", it.serviceAccountExists);
    list("installed", it.installed);
    list("unfinished_run", it.unfinishedRun);
    list("standby", it.standby);
    list("other_run", it.otherRun);
    list("surroundings", it.surroundings);
    list("from_public_receipt", it.fromPublicReceipt);
    list("database_not_changeable", it.databaseNotChangeable);
    list("writable_by_others", it.writableByOthers);
    list("others", it.others);
    list("log_folder", it.logFolder);
}

} // namespace bes
