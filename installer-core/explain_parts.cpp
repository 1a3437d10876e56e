// SPDX-License-Identifier: Apache-2.0
#include "explain_parts.hpp"

#include <algorithm>

#include "host/digest.hpp"
#include "host/file_rights.hpp"
#include "host/files.hpp"
#include "host/network.hpp"
#include "host/root.hpp"
#include "model/places.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes {
namespace {

using Kind = Explanation::Kind;

std::string sourceOf(const Sources& sources, const std::string& property) {
    const auto found = sources.find(property);
    return found == sources.end() ? "" : found->second;
}

bool isInstalled(const Known& known, const Component& component) {
    return known.standby.receipt && std::ranges::count(known.standby.receipt->components, component.id) > 0;
}

/// What comes from the component, whatever of it the thing is.
Explanation partOf(const Component& component, const Known& known) {
    Explanation part;
    part.component = component.name + " (" + component.id + ")";
    part.package = component.package;
    part.media = known.catalog.product + " " + known.catalog.version;
    if (isInstalled(known, component)) {
        part.media += ", media.json " + known.standby.receipt->mediaSha256.substr(0, 16) + "…";
        part.run = known.standby.receipt->run;
    }
    return part;
}

std::string policyWords(StartPolicy policy) {
    switch (policy) {
    case StartPolicy::startAfterSetup:
        return "setup starts it, and it starts with the computer";
    case StartPolicy::deferredUntilFailover:
        return "deferred: only the failover process starts it";
    case StartPolicy::runByDomino:
        break;
    }
    return "the Domino server runs it";
}

std::string stateOf(const Known& known, const Component& component, const Service& service) {
    if (!isInstalled(known, component))
        return "not installed";
    const auto status = std::ranges::find(known.standby.services, service.unit,
                                          [](const ServiceStatus& entry) { return entry.service.unit; });
    return status == known.standby.services.end() ? "unknown" : std::string(host::toString(status->state));
}

const Component* componentOfFile(const std::filesystem::path& path, const Receipt& receipt) {
    if (!places::isBelow(path, receipt.request.installFolder))
        return nullptr;
    const std::string package = utf8(*path.lexically_relative(receipt.request.installFolder).begin());
    const auto found = std::ranges::find(receipt.catalog.components, package, &Component::package);
    return found == receipt.catalog.components.end() ? nullptr : &*found;
}

std::string stateOfFile(const InstalledFile& file, const std::filesystem::path& path) {
    const auto there = host::status(path);
    if (!there)
        return "unknown: " + there.error().why;
    if (!*there)
        return "missing";
    if ((*there)->type != file.type)
        return "another type of file is in its place";
    if (file.type == FileType::symbolicLink)
        return (*there)->leadsTo == file.leadsTo ? "as installed" : "changed: leads to " + (*there)->leadsTo;
    if (file.type == FileType::regular) {
        const std::string digest = host::sha256OfFile(path);
        if (digest.empty())
            return "unknown: it can't be read";
        if (digest != file.sha256)
            return "changed: " + counted((*there)->size, "byte") + ", originally " +
                   std::to_string(file.size);
    }
    return host::hasRights(**there, file.rights) ? "as installed" : "its mode was changed";
}

std::string fileWords(const InstalledFile& file) {
    if (file.type == FileType::folder)
        return "A folder that setup made.";
    if (file.type == FileType::symbolicLink)
        return "A symbolic link that setup made, to " + file.leadsTo + ".";
    return "A file of " + counted(file.size, "byte") + " that setup installed, SHA-256 " + file.sha256 + ".";
}

void explainInstalled(const InstalledFile& file, const Known& known, std::vector<Explanation>& found) {
    const Receipt& receipt = *known.standby.receipt;
    const std::filesystem::path path = pathOf(file.path);
    Explanation explanation;
    if (const Component* component = componentOfFile(path, receipt))
        explanation = partOf(*component, known);
    explanation.kind = Kind::file;
    explanation.thing = file.path;
    explanation.meaning = fileWords(file);
    if (explanation.package.empty())
        explanation.source = "made by setup from the answers and the catalogue, not from a package";
    explanation.run = receipt.run;
    explanation.state = stateOfFile(file, host::Root(known.root)(path));
    const auto editable = editableFiles(receipt);
    explanation.undo = std::ranges::count(editable, file.path) > 0
                           ? "'remove' takes it away, and keeps an edited one as " +
                                 utf8(savedVersionOf(path)) + "; 'repair' never overwrites edits."
                           : "'remove' takes it away; 'repair' restores it from the media.";
    found.push_back(std::move(explanation));
}

std::string rolesOf(const Server& server) {
    std::string text = "Installed as " + std::string(toString(server.role));
    if (server.role != server.actsAs)
        text += ", acts as " + std::string(toString(server.actsAs));
    return text + ", version " + server.version + ", on " + server.computer + ".";
}

void explainPair(const Pair& pair, const Known& known, std::vector<Explanation>& found) {
    const bool ours = known.standby.receipt && sameName(known.standby.receipt->standby, pair.standby);
    found.push_back({.kind = Kind::row,
                     .thing = "BESPair/" + pair.primary,
                     .meaning = pair.standby + " on " + pair.standbyComputer + " is the standby of " +
                                pair.primary + " since " + pair.since + ".",
                     .run = pair.run,
                     .state = std::string(toString(pair.state)),
                     .undo = ours ? "'remove' takes it away with the standby."
                                  : "'remove' on that computer takes it away; 'database release' where the "
                                    "computer is gone."});
}

void explainServer(const Server& server, const Known& known, std::vector<Explanation>& found) {
    const bool ours = known.standby.receipt && sameName(known.standby.receipt->standby, server.name);
    Explanation row{.kind = Kind::row,
                    .thing = "ServerConfig/" + server.name,
                    .meaning = rolesOf(server),
                    .source = "the BlackBerry Configuration Database",
                    .state =
                        counted(static_cast<std::uint64_t>(std::max<std::int64_t>(server.users, 0)), "user") +
                        ", components " + joined(server.components)};
    if (ours) {
        row.run = known.standby.receipt->run;
        row.undo = "'remove' takes it away, unless it is told to keep the registration.";
    } else {
        row.undo = "Setup did not make it and does not change it.";
    }
    found.push_back(std::move(row));
}

} // namespace

void explainComponent(const std::string& word, const Known& known, std::vector<Explanation>& found) {
    for (const Component& component : known.catalog.components) {
        if (component.id != word && component.name != word)
            continue;
        Explanation explanation = partOf(component, known);
        explanation.kind = Kind::component;
        explanation.thing = component.id;
        explanation.meaning = component.description;
        explanation.place = "components/" + component.id;
        explanation.source = sourceOf(component.sources, "name");
        explanation.state = isInstalled(known, component) ? "installed" : "not installed";
        explanation.undo = "'modify' takes it away, if you omit this component.";
        found.push_back(std::move(explanation));
    }
}

void explainUnit(const std::string& word, const Known& known, std::vector<Explanation>& found) {
    for (const Component& component : known.catalog.components)
        for (const Service& service : component.services) {
            if (service.unit.empty() || (word != service.unit && word + ".service" != service.unit &&
                                         word != service.name && word != service.displayName))
                continue;
            Explanation explanation = partOf(component, known);
            explanation.kind = Kind::unit;
            explanation.thing = service.unit;
            explanation.meaning = service.displayName + ": " + policyWords(service.startPolicy) + ".";
            explanation.place = "components/" + component.id + "/services/" + service.name + "/unit";
            explanation.source = sourceOf(service.sources, "start_policy");
            explanation.state = stateOf(known, component, service);
            explanation.undo =
                "'remove' stops it and takes it away; 'modify' does if you omit this component.";
            found.push_back(std::move(explanation));
        }
}

void explainPort(const std::string& word, const Known& known, std::vector<Explanation>& found) {
    for (const Component& component : known.catalog.components)
        for (const Service& service : component.services)
            for (const Port& port : service.ports) {
                const std::string number = std::to_string(port.number);
                const std::string thing = number + "/" + std::string(toString(port.protocol));
                if (word != number && word != thing)
                    continue;
                const bool listens = port.direction == PortDirection::listen;
                const std::string direction = listens ? "listen" : "connect";
                Explanation explanation = partOf(component, known);
                explanation.kind = Kind::port;
                explanation.thing = thing;
                explanation.meaning = service.displayName +
                                      (listens ? " listens on it for: " : " connects to it, of: ") +
                                      port.purpose + ".";
                explanation.place = "components/" + component.id + "/services/" + service.name + "/ports." +
                                    direction + "." + number;
                explanation.source = sourceOf(service.sources, "ports." + direction + "." + number);
                if (listens && host::Root(known.root).isRunningSystem()) {
                    const auto holder = host::portHolder(port.protocol, port.number);
                    explanation.state =
                        !holder ? "unknown: " + holder.error().why
                        : !*holder
                            ? "free"
                            : "in use by " + ((*holder)->program.empty() ? "a program" : (*holder)->program);
                }
                found.push_back(std::move(explanation));
            }
}

void explainFile(const std::string& word, const Known& known, std::vector<Explanation>& found) {
    if (!pathOf(word).is_absolute() || !known.standby.receipt)
        return;
    const std::string path = utf8(pathOf(word).lexically_normal());
    for (const InstalledFile& file : known.standby.receipt->files)
        if (file.path == path)
            explainInstalled(file, known, found);
    for (const KeptThing& kept : known.standby.receipt->kept)
        if (utf8(kept.path) == path || utf8(kept.keptAt) == path)
            found.push_back({.kind = Kind::file,
                             .thing = path,
                             .meaning = "Another program's, which setup moved from " + utf8(kept.path) +
                                        " to " + utf8(kept.keptAt) + ".",
                             .run = known.standby.receipt->run,
                             .undo = "'remove' puts it back."});
}

void explainRow(const std::string& word, const Known& known, std::vector<Explanation>& found) {
    if (!known.database.known())
        return;
    const auto isMeant = [&](const std::string& table, const std::string& name) {
        return sameName(word, table + "/" + name) || sameName(word, name);
    };
    for (const Server& server : known.database.value().servers)
        if (isMeant("ServerConfig", server.name))
            explainServer(server, known, found);
    for (const Pair& pair : known.database.value().pairs)
        if (isMeant("BESPair", pair.primary))
            explainPair(pair, known, found);
}

} // namespace bes
