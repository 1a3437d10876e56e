// SPDX-License-Identifier: Apache-2.0
#include "unit/check/sample_facts.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "model/component_choice.hpp"
#include "places_of_tests.hpp"

using namespace bes;

namespace {

constexpr auto installRun = "20261122T101500Z-0123456789abcdef";
constexpr auto installedAt = "2026-11-22T10:15:00Z";

Server server(const std::string& name, const std::string& computer, const std::string& address) {
    Server made;
    made.name = name;
    made.computer = computer;
    made.fullyQualifiedName = computer + ".acme.example.org";
    made.addresses = {address};
    made.dominoServer = "CN=" + name + "/O=Acme";
    made.version = "5.0";
    made.srp = {"S12345678", "0123456789abcdef", true, "srp.example.org", 3101};
    return made;
}

Package package(const Component& component) {
    Package made;
    made.id = component.package;
    made.archive = "packages/" + component.package + ".tar.zst";
    made.size = 40'000;
    made.sha256 = std::string(64, 'a');
    made.files.push_back({"bin", FileType::folder, 0755, 0, "", ""});
    made.files.push_back(
        {"bin/bes-" + component.id, FileType::regular, 0755, 100'000, std::string(64, 'b'), ""});
    made.files.push_back({"bin/current", FileType::symbolicLink, 0777, 0, "", "bes-" + component.id});
    return made;
}

std::vector<PortUse> freePorts(const Catalog& catalog) {
    std::vector<PortUse> ports;
    for (const Component& component : catalog.components)
        for (const Service& service : component.services)
            for (const Port& port : service.ports)
                if (port.direction == PortDirection::listen)
                    ports.push_back({port.protocol, port.number, std::nullopt});
    return ports;
}

MediaContents sampleMedia() {
    MediaContents media;
    media.manifest = sampleManifest();
    media.manifestSha256 = std::string(64, 'c');
    media.signature = {true, "CN=Acme software distribution", ""};
    return media;
}

NotesIni sampleNotesIni() {
    NotesIni ini;
    ini.path = "/local/notesdata/notes.ini";
    ini.readable = ini.writable = ini.isServer = true;
    ini.serverTasks = {"Replica", "Router", "Update", "AMgr", "Adminp"};
    ini.serverName = "CN=Mail02/O=Acme";
    ini.dataFolder = "/local/notesdata";
    return ini;
}

/// Both servers in one cluster that replicates.
domino::DominoFacts sampleDomino() {
    using namespace domino;
    DominoFacts found;
    found.primary = "CN=BES01/O=Acme";
    found.standby = "CN=Mail02/O=Acme";
    const std::vector<std::string> members{found.primary, found.standby};
    found.library = "/opt/ibm/domino/notes/latest/linux";
    found.account = "notes";
    found.replies.identity = Reply<Identity>::yes({found.standby, found.standby, true});
    StateReplicas replicas;
    replicas.primary = replicas.standby = replicas.matched = 250;
    found.replies.stateReplicas = Reply<StateReplicas>::yes(replicas);
    found.replies.directoryEntries = Reply<DirectoryEntries>::yes({found.standby, 250, 250, 0, 0, 0, {}});
    Queue queue;
    queue.first.workQueueDepth = queue.second.workQueueDepth = 1;
    for (const Role role : {Role::primary, Role::standby}) {
        found.replies.reachability.of(role) = Reply<domino::Reachability>::yes({405, 2, 3});
        found.replies.version.of(role) = Reply<Version>::yes({8, 5, 3, 0, 0, 0});
        found.replies.profiles.of(role) =
            Reply<DatabaseOnServer>::yes({"C1257A2B:0033A1C0", "BlackBerry Profiles", "", 0, false, true});
        found.replies.stateFlags.of(role) = Reply<StateFlags>::yes({20, 0, {}, 250});
        found.replies.queue.of(role) = Reply<Queue>::yes(queue);
        found.replies.liveCluster.of(role) =
            Reply<LiveCluster>::yes({"AcmeCluster", members, Availability::available, 90});
        found.replies.clusterDirectory.of(role) =
            Reply<DatabaseOnServer>::yes({"C1257A2B:00512C3A", "Cluster Directory", "", 0, false, true});
        found.replies.serverTasks.of(role) =
            Reply<ServerTasks>::yes({1, 1, false, {"Cluster Replicator  Idle"}});
    }
    return found;
}

Surroundings sampleSurroundings() {
    Surroundings around;
    for (const char* folder : {"/opt/bes-standby", "/etc/bes-standby", "/var/log/bes-standby",
                               "/var/lib/bes-standby-setup", "/etc/systemd/system"}) {
        FolderState state;
        state.leadsTo = folder;
        state.mountPoint = "/";
        state.fileSystem = "ext4";
        state.freeFiles = 1'000'000;
        around.folders[folder] = state;
    }
    around.others = {{"the data folder of the Domino server", "/local/notesdata"},
                     {"the program folder of the Domino server", "/opt/ibm/domino/notes/latest/linux"},
                     {"the media", "/mnt/media"},
                     {"the folder of the BlackBerry Configuration Database", "/var/lib/bes", true}};
    around.account = AccountState{};
    around.systemd = SystemdState{252, "running", "graphical.target"};
    around.missingDatabaseRights = std::vector<std::string>();
    around.now = "2026-11-22T10:20:00Z";
    return around;
}

} // namespace

Catalog sampleCatalog() {
    std::ifstream file(BES_SOURCE_DIR "/resources/catalog/bes-5.0-domino.json");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const Result<Catalog> catalog = parseCatalog(text);
    if (!catalog)
        throw std::runtime_error(catalog.error().what + ": " + catalog.error().why);
    return *catalog;
}

MediaManifest sampleManifest() {
    MediaManifest manifest;
    manifest.catalog = sampleCatalog();
    for (const Component& component : manifest.catalog.components)
        if (!component.package.empty() && manifest.find(component.package) == nullptr)
            manifest.packages.push_back(package(component));
    std::ranges::sort(manifest.packages, {}, &Package::id);
    return manifest;
}

Server samplePrimary() {
    Server primary = server("BES01", "bes01", "192.0.2.11");
    primary.id = 1;
    primary.components = {"alert",      "attachment", "collaboration",  "controller",
                          "dispatcher", "mail-store", "mds-connection", "messaging-agent",
                          "policy",     "router",     "synchronization"};
    primary.users = 250;
    return primary;
}

DatabaseContents sampleDatabase() {
    DatabaseContents database;
    database.schemaVersion = 1;
    Server standby = server("BES03-standby", "bes04", "192.0.2.14");
    standby.role = standby.actsAs = Role::standby;
    database.servers = {samplePrimary(), server("BES03", "bes03", "192.0.2.13"), standby,
                        server("BES05", "bes05", "192.0.2.15")};
    for (std::size_t i = 0; i < database.servers.size(); ++i)
        database.servers[i].id = static_cast<std::int64_t>(i) + 1;
    database.pairs = {{"BES03", "BES03-standby", "bes04", PairState::final,
                       "20250301T080000Z-00000000000000aa", "2025-03-01T08:00:00Z"}};
    return database;
}

Request sampleRequest() {
    Request request;
    request.primary = "BES01";
    request.database.location = "/var/lib/bes/configuration.db";
    request.media = "/mnt/media";
    return request;
}

Facts sampleFacts() {
    Facts facts;
    facts.computer = Computer{"bes02", "bes02.acme.example.org", {"192.0.2.12", "2001:db8::12"}};
    facts.administrator = true;
    facts.serviceManager = ServiceManagerState::running;
    facts.database = sampleDatabase();
    facts.primaryAddresses = std::vector<std::string>{"192.0.2.11"};
    facts.srpEndpoint = Reachability{true, "198.51.100.7 answered"};
    facts.media = sampleMedia();
    for (const char* folder :
         {"/opt/bes-standby", "/etc/bes-standby", "/var/log/bes-standby", "/var/lib/bes-standby-setup"})
        facts.space[folder] = FileSystemSpace{"/", 50ull << 30};
    facts.ports = freePorts(facts.media.value().manifest.catalog);
    facts.notesIni = std::optional(sampleNotesIni());
    facts.domino = sampleDomino();
    facts.serviceAccountExists = false;
    facts.installed = std::optional<InstalledState>();
    facts.unfinishedRun = std::optional<UnfinishedRun>();
    facts.surroundings = sampleSurroundings();
    facts.writableByOthers = std::vector<std::string>();
    facts.others = std::vector<ThingOfOthers>();
    return facts;
}

void takeMedia(Facts& facts, const std::string& version) {
    changeFact(facts.media, [&](MediaContents& media) {
        media.manifest.catalog.version = version;
        media.manifestSha256 = std::string(64, 'd');
    });
}

Receipt sampleReceipt() {
    const MediaManifest manifest = sampleManifest();
    Receipt receipt;
    receipt.run = installRun;
    receipt.installedAt = installedAt;
    receipt.request = sampleRequest();
    receipt.primary = "BES01";
    receipt.standby = "BES01-standby";
    receipt.computer = "bes02";
    receipt.mediaSha256 = std::string(64, 'c');
    receipt.catalog = manifest.catalog;
    receipt.components = chooseComponents(manifest.catalog, samplePrimary(), receipt.request).components;
    for (const std::string& id : receipt.components)
        if (const Package* package = manifest.find(manifest.catalog.find(id)->package))
            for (const PackagedFile& file : package->files)
                receipt.files.push_back({"/opt/bes-standby/" + package->id + "/" + file.path, file.type,
                                         Rights::ofMode(file.mode), file.size, file.sha256});
    std::ranges::sort(receipt.files, {}, &InstalledFile::path);
    return receipt;
}

Facts sampleFactsInstalled() {
    Facts facts = sampleFacts();
    facts.serviceAccountExists = true;
    facts.surroundings.account = AccountState{990, 990, true, {}};
    facts.installed = std::optional(InstalledState{sampleReceipt(), {}});
    changeFact(facts.database, [](DatabaseContents& database) {
        Server standby = server("BES01-standby", "bes02", "192.0.2.12");
        standby.role = standby.actsAs = Role::standby;
        standby.components = sampleReceipt().components;
        std::ranges::sort(standby.components);
        database.servers.insert(database.servers.begin() + 1, standby);
        const Pair pair{"BES01", "BES01-standby", "bes02", PairState::final, installRun, installedAt};
        database.pairs.insert(database.pairs.begin(), pair);
    });
    return facts;
}
