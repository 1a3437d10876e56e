// SPDX-License-Identifier: Apache-2.0
#include "support/sample_documents.hpp"

#include <algorithm>

#include "host/digest.hpp"
#include "unit/media/practice_archive.hpp"

namespace bes::samples {
namespace {

using Kind = PracticeEntry::Kind;

std::vector<InstalledFile> sampleFiles() {
    return {{"/opt/bes-standby/router", FileType::folder, Rights::ofMode(0755), 0, "", ""},
            {"/opt/bes-standby/router/bin", FileType::regular, Rights::ofMode(0755), 12,
             host::sha256Hex("program"), ""},
            {"/opt/bes-standby/router/first", FileType::symbolicLink, Rights::ofMode(0777), 0, "", "bin"}};
}

std::vector<TextFile> sampleTexts() {
    return {{"/etc/bes-standby/standby.ini", Rights::ofMode(0640), "[standby]\nname = BES-NORTH-standby\n"}};
}

RegisteredServices sampleServices() {
    return {{{.key = "bes-router.service",
              .displayName = "BlackBerry Router",
              .program = "/opt/bes-standby/router/bin",
              .configuration = "/etc/bes-standby/standby.ini",
              .account = "bes",
              .policy = StartPolicy::startAfterSetup,
              .after = {"bes-attachment.service"},
              .dependsOn = {},
              .writableFolder = "/var/log/bes-standby"}},
            {{.key = "bes-standby.target",
              .policy = StartPolicy::startAfterSetup,
              .standby = "BES-NORTH-standby",
              .members = {"bes-router.service"}}}};
}

StartServices startedServices(const Catalog& catalog) {
    StartServices act;
    for (const Component& component : catalog.components)
        for (const Service& service : component.services)
            if (auto startable = StartableService::from(service))
                act.services.push_back(std::move(*startable));
    return act;
}

RegisterStandby sampleRegistration() {
    return {"BES-NORTH", "BES-NORTH-standby", "bes-north2", "bes-north2.example.com", "Mail11/Acme",
            "5.0",       {"192.0.2.12"},      {"router"}};
}

std::vector<KeptThing> sampleKept() {
    return {{"/opt/bes-standby/notes.txt",
             "/opt/.bes-standby-kept/1",
             {.type = EntryType::file, .rights = Rights::ofMode(0644)}}};
}

std::vector<RegistryValue> sampleRegistry() {
    const RegistryKey key{RegistryView::bits32, "SOFTWARE\\Research In Motion"};
    return {{key, "BasePath", "D:\\BES"},
            {key, "NumAgents", 5u},
            {key, "Formats", RegistryData{7, std::string("a\0\0\0\0\0", 6)}}};
}

std::vector<CapturedRegistryValue> sampleRegistryBefore() {
    const RegistryKey key = sampleRegistry().front().key;
    return {{key, "BasePath", RegistryData{1, std::string("C\0\0\0", 4)}}, {key, "NumAgents", {}}};
}

std::vector<Action> everyAction(const Catalog& catalog) {
    const std::filesystem::path staging = "/opt/bes-standby/.staging";
    const std::filesystem::path backup = "/opt/bes-standby/.replaced";
    const std::filesystem::path ini = "/local/notesdata/notes.ini";
    return {ReservePair{"BES-NORTH", "BES-NORTH-standby", "bes-north2", "20261120T120000Z-dead"},
            StagePackages{staging, {"router"}, 12},
            PublishFiles{staging, "/opt/bes-standby", backup, sampleFiles(), sampleFiles()},
            CreateAccount{"bes", "/opt/bes-standby"},
            MakeFolders{{{"/opt/bes-standby", Rights::ofMode(0755), ""},
                         {"/var/log/bes-standby", Rights::ofMode(0750), "bes"}}},
            WriteConfiguration{sampleTexts(), backup},
            InstallServices{sampleServices(), {"bes-standby.target"}, backup},
            sampleRegistration(),
            AddDominoTask{ini, "BES", backup},
            startedServices(catalog),
            RecordReceipt{},
            StopServices{{"bes-router.service"}},
            RemoveDominoTask{ini, "BES", backup},
            RemoveServices{{"bes-router.service"}, {"bes-standby.target"}, backup, {"CONTOSO\\bes$"}},
            RemoveFiles{{"/opt/bes-standby/router/bin"}, backup, {"/opt/bes-standby/router"}},
            SetRights{sampleFiles()},
            RefreshRegistration{sampleRegistration(), "20261120T120000Z-dead"},
            ForgetReceipt{},
            RemovePair{"BES-NORTH", "BES-NORTH-standby"},
            RemoveAccount{"bes"},
            RemoveFolder{"/var/log/bes-standby"},
            RemoveEmptyFolders{{"/opt/bes-standby"}},
            KeepOthers{sampleKept()},
            ReturnOthers{sampleKept(), {"/opt/bes-standby"}},
            SaveChanged{{"/etc/bes-standby/standby.ini"}},
            HandOver{"/var/log/bes-standby", "bes", ""},
            WriteRegistry{sampleRegistry()},
            RemoveRegistry{sampleRegistryBefore(), {sampleRegistry().front().key}}};
}

std::vector<Undo> everyUndo(const Catalog& catalog) {
    const std::filesystem::path ini = "/local/notesdata/notes.ini";
    return {ReleasePair{"BES-NORTH"},
            DiscardFolder{"/opt/bes-standby"},
            RestoreFiles{},
            DiscardAccount{"bes"},
            WithdrawUnits{{"bes-standby.target"}},
            UnregisterStandby{"BES-NORTH-standby"},
            WithdrawDominoTask{ini, "BES"},
            StopStarted{{"bes-router.service"}},
            NothingToUndo{},
            RestoreUnits{{"bes-standby.target"}},
            StartStopped{startedServices(catalog).services},
            RestoreDominoTask{ini, "BES", "/opt/bes-standby/.replaced"},
            RestoreRegistry{}};
}

} // namespace

Catalog sampleCatalog(const Catalog& shipped) {
    Catalog catalog{shipped.product, shipped.version, {}};
    for (const char* id : {"router", "messaging-agent"})
        if (const Component* component = shipped.find(id))
            catalog.components.push_back(*component);
    for (Component& component : catalog.components) {
        component.dependencies.clear();
        component.editableFiles = {"share/settings.ini"};
    }
    return catalog;
}

MediaManifest sampleManifest(const Catalog& catalog) {
    const auto files = filesOf({{.path = "bin", .kind = Kind::folder, .mode = 0755},
                                {.path = "bin/program", .content = "program", .mode = 0755},
                                {.path = "first", .kind = Kind::symbolicLink, .leadsTo = "bin/program"}});
    MediaManifest manifest{
        catalog, {}, License{"practice-1", {{"en", "You may.\n"}, {"de", "Sie d\xC3\xBCrfen.\n"}}}};
    for (const Component& component : catalog.components)
        if (!manifest.find(component.package))
            manifest.packages.push_back({component.package, "packages/" + component.package + ".tar.zst", 100,
                                         host::sha256Hex(component.package), files});
    std::ranges::sort(manifest.packages, {}, &Package::id);
    return manifest;
}

Request sampleRequest() {
    Request request;
    request.primary = "BES-NORTH";
    request.database.location = "/srv/BESMgmt.db";
    request.media = "/media/bes";
    request.trust = {"/etc/bes-standby-setup/trust.d"};
    request.add = {"collaboration"};
    request.domino.notesIni = "/local/notesdata/notes.ini";
    request.domino.httpUrl = "https://mail01.example.com";
    request.domino.acceptUnknown = {"domino.same-cluster"};
    return request;
}

Receipt sampleReceipt(const Catalog& catalog) {
    Receipt receipt;
    receipt.run = "20261122-100000";
    receipt.installedAt = "2026-11-22T10:00:00Z";
    receipt.request = sampleRequest();
    receipt.primary = "BES-NORTH";
    receipt.primaryDominoServer = "Mail01/Acme";
    receipt.standby = "BES-NORTH-standby";
    receipt.computer = "bes-north2";
    receipt.mediaSha256 = host::sha256Hex("media");
    receipt.license = "practice-1";
    receipt.partner = "db2.example.com";
    receipt.catalog = catalog;
    receipt.components = {"router"};
    receipt.files = sampleFiles();
    receipt.services = sampleServices();
    receipt.registry = sampleRegistry();
    receipt.made = {{"/opt/bes-standby"},
                    "bes",
                    {{"/local/notesdata/notes.ini", "BES"}},
                    {sampleRegistry().front().key},
                    sampleRegistryBefore()};
    return receipt;
}

Plan samplePlan(const Catalog& catalog) {
    Plan plan{"install", sampleRequest(), {{"primary.standby", "none"}}, sampleReceipt(catalog), {}};
    const auto actions = everyAction(catalog);
    const auto undos = everyUndo(catalog);
    for (std::size_t i = 0; i < actions.size(); ++i)
        plan.steps.push_back({"step." + std::to_string(i), "Do it", actions[i], undos[i % undos.size()], i});
    return plan;
}

EngineOrder sampleOrder(const Catalog& catalog) {
    EngineOrder order;
    order.plan = samplePlan(catalog);
    order.request = order.plan->request;
    order.passwords = {Secret("of the database"), Secret("of Domino")};
    order.maintenance = Maintenance{.kind = Maintenance::Kind::modify, .add = {"router"}, .omit = {"alert"}};
    order.recovery = Recovery::resume;
    return order;
}

} // namespace bes::samples
