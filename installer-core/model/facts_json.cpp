// SPDX-License-Identifier: Apache-2.0
#include "model/domino/replies_json.hpp"
#include "model/file_json.hpp"
#include "model/others_json.hpp"
#include "text/path_text.hpp"

namespace bes {
namespace {

constexpr std::string_view format = "bes-standby-setup.facts";
constexpr int formatVersion = 1;

/// {"value": …} or {"unknown": "reason", "advice": "…"}: a reader can't take one for the other.
template<class T, class Write>
Json factToJson(const Fact<T>& fact, Write write) {
    if (!fact.known())
        return {{"unknown", fact.reason()}, {"advice", fact.remedy().text}};
    return {{"value", write(fact.value())}};
}

const auto asIs = [](const auto& value) { return Json(value); };

/// null for an empty optional.
template<class T, class Write>
Json optionalToJson(const std::optional<T>& value, Write write) {
    return value ? write(*value) : Json(nullptr);
}

Json toJson(const Computer& computer) {
    return {{"name", computer.name},
            {"fully_qualified_name", computer.fullyQualifiedName},
            {"addresses", computer.addresses}};
}

Json toJson(const DatabaseContents& contents) {
    Json json{{"schema_version", contents.schemaVersion}, {"failover_partner", contents.partner}};
    Json& servers = json["servers"] = Json::array();
    for (const Server& server : contents.servers)
        servers.push_back(bes::toJson(server));
    Json& pairs = json["pairs"] = Json::array();
    for (const Pair& pair : contents.pairs)
        pairs.push_back(bes::toJson(pair));
    return json;
}

Json toJson(const Reachability& endpoint) {
    return {{"reachable", endpoint.reachable}, {"detail", endpoint.detail}};
}

Json toJson(const MediaContents& media) {
    Json certificates = Json::array();
    for (const SignerCertificate& certificate : media.signature.certificates)
        certificates.push_back(bes::toJson(certificate));
    Json packages = Json::array();
    for (const Package& package : media.manifest.packages)
        packages.push_back({{"id", package.id},
                            {"size", package.size},
                            {"unpacked_size", package.unpackedSize()},
                            {"files", package.files.size()}});
    return {{"product", media.manifest.catalog.product},
            {"version", media.manifest.catalog.version},
            {"manifest_sha256", media.manifestSha256},
            {"trusted", media.signature.trusted},
            {"signer", media.signature.signer},
            {"signature_problem", media.signature.problem},
            {"certificates", std::move(certificates)},
            {"tampered", media.signature.tampered},
            {"damage", media.damage},
            {"packages", std::move(packages)}};
}

Json toJson(const FileSystemSpace& space) {
    Json json{{"mount_point", utf8(space.mountPoint)}, {"available", space.available}};
    if (space.freeFiles)
        json["free_files"] = *space.freeFiles;
    return json;
}

Json toJson(const std::vector<PortUse>& ports) {
    Json json = Json::array();
    for (const PortUse& port : ports)
        json.push_back({{"protocol", toString(port.protocol)},
                        {"number", port.number},
                        {"holder", optionalToJson(port.holder, [](const PortHolder& holder) {
                             return Json{{"process", holder.process}, {"program", holder.program}};
                         })}});
    return json;
}

Json toJson(const NotesIni& ini) {
    return {{"path", utf8(ini.path)},          {"readable", ini.readable},
            {"writable", ini.writable},        {"problem", ini.problem},
            {"server_tasks", ini.serverTasks}, {"server_name", ini.serverName},
            {"data_folder", ini.dataFolder},   {"is_server", ini.isServer}};
}

Json toJson(const domino::DominoFacts& facts) {
    Json answers = Json::array();
    for (const domino::Question& question : domino::allQuestions())
        domino::visitReply(facts.replies, question, [&](const auto& answer) {
            Json& json = answers.emplace_back(Json{{"question", domino::describe(question)}});
            domino::writeReply(json, answer);
        });
    return {{"primary", facts.primary}, {"standby", facts.standby},        {"library", facts.library},
            {"account", facts.account}, {"probe_ended", facts.probeEnded}, {"answers", std::move(answers)}};
}

Json toJson(const InstalledState& installed) {
    return {{"run", installed.receipt.run},
            {"installed_at", installed.receipt.installedAt},
            {"primary", installed.receipt.primary},
            {"standby", installed.receipt.standby},
            {"components", installed.receipt.components},
            {"files", installed.receipt.files.size()},
            {"damage", installed.damage}};
}

Json toJson(const LogFolder& logs) {
    return {{"there", logs.there}, {"writable", logs.writable}, {"known", logs.known},
            {"owner", logs.owner}, {"type", logs.type},         {"mode", octalMode(logs.mode)}};
}

Json toJson(const UnfinishedRun& run) {
    return {{"run", run.run}, {"command", run.command}, {"since", run.since}};
}

Json toJson(const FolderState& folder) {
    return {{"leads_to", utf8(folder.leadsTo)},
            {"obstacle", folder.obstacle},
            {"mount_point", utf8(folder.mountPoint)},
            {"file_system", folder.fileSystem},
            {"no_folder", folder.noFolder},
            {"no_exec", folder.noExec},
            {"ignores_case", folder.ignoresCase},
            {"free_files", optionalToJson(folder.freeFiles, asIs)},
            {"mounts_inside", utf8(folder.mountsInside)}};
}

Json toJson(const AccountState& account) {
    return {{"user", optionalToJson(account.user, asIs)},
            {"group", optionalToJson(account.group, asIs)},
            {"in_own_files", account.inOwnFiles},
            {"obstacles", account.obstacles}};
}

Json toJson(const SystemdState& systemd) {
    return {
        {"version", systemd.version}, {"state", systemd.state}, {"default_target", systemd.defaultTarget}};
}

const auto written = [](const auto& value) { return toJson(value); };
const auto writtenIfAny = [](const auto& value) { return optionalToJson(value, written); };

Json toJson(const Surroundings& around) {
    Json folders = Json::object();
    for (const auto& [folder, fact] : around.folders)
        folders[utf8(folder)] = factToJson(fact, written);
    Json others = Json::array();
    Json frozen = Json::array();
    for (const Frozen& thing : around.frozen)
        frozen.push_back({{"path", utf8(thing.path)}, {"why", thing.why}});
    for (const FolderOfOthers& other : around.others)
        others.push_back({{"what", other.what}, {"path", utf8(other.path)}});
    Json largest = around.largestFile ? Json(*around.largestFile) : Json();
    return {{"folders", std::move(folders)},
            {"folders_of_others", std::move(others)},
            {"frozen", std::move(frozen)},
            {"account", factToJson(around.account, written)},
            {"systemd", factToJson(around.systemd, written)},
            {"missing_database_rights", factToJson(around.missingDatabaseRights, asIs)},
            {"clock", around.now},
            {"largest_file", std::move(largest)},
            {"security_module", around.securityModule}};
}

} // namespace

Json toJson(const SignerCertificate& certificate) {
    return {{"subject", certificate.subject},      {"issuer", certificate.issuer},
            {"serial", certificate.serial},        {"sha256", certificate.sha256},
            {"valid_from", certificate.validFrom}, {"valid_until", certificate.validUntil}};
}

Json toJson(const Server& server) {
    return {{"name", server.name},
            {"role", toString(server.role)},
            {"acts_as", toString(server.actsAs)},
            {"computer", server.computer},
            {"fully_qualified_name", server.fullyQualifiedName},
            {"addresses", server.addresses},
            {"domino_server", server.dominoServer},
            {"version", server.version},
            {"components", server.components},
            {"users", server.users},
            {"srp", Json{{"identifier", server.srp.identifier},
                         {"key_fingerprint", server.srp.keyFingerprint},
                         {"key_well_formed", server.srp.keyWellFormed},
                         {"host", server.srp.host},
                         {"port", server.srp.port}}}};
}

Json toJson(const Pair& pair) {
    return {{"primary", pair.primary},
            {"standby", pair.standby},
            {"standby_computer", pair.standbyComputer},
            {"state", toString(pair.state)},
            {"run", pair.run},
            {"since", pair.since}};
}

Json toJson(const Facts& facts) {
    Json json = document(format, formatVersion);
    json["computer"] = factToJson(facts.computer, written);
    json["administrator"] = factToJson(facts.administrator, asIs);
    json["service_manager"] = factToJson(facts.serviceManager, [](ServiceManagerState state) {
        return Json(state == ServiceManagerState::running ? "running" : "offline");
    });
    json["database"] = factToJson(facts.database, written);
    json["primary_addresses"] = factToJson(facts.primaryAddresses, asIs);
    json["srp_endpoint"] = factToJson(facts.srpEndpoint, written);
    json["media"] = factToJson(facts.media, written);
    Json& space = json["space"] = Json::object();
    for (const auto& [folder, fact] : facts.space)
        space[utf8(folder)] = factToJson(fact, written);
    json["ports"] = factToJson(facts.ports, written);
    json["notes_ini"] = factToJson(facts.notesIni, writtenIfAny);
    json["domino"] = factToJson(facts.domino, written);
    json["service_account_exists"] = factToJson(facts.serviceAccountExists, asIs);
    json["installed"] = factToJson(facts.installed, writtenIfAny);
    json["unfinished_run"] = factToJson(facts.unfinishedRun, writtenIfAny);
    json["other_run"] = facts.otherRun;
    json["surroundings"] = toJson(facts.surroundings);
    json["from_public_receipt"] = facts.fromPublicReceipt;
    json["database_not_changeable"] = facts.databaseNotChangeable ? facts.databaseNotChangeable->reason : "";
    json["writable_by_others"] = factToJson(facts.writableByOthers, asIs);
    json["others"] = factToJson(facts.others, written);
    json["log_folder"] = factToJson(facts.logFolder, written);
    return json;
}

} // namespace bes
