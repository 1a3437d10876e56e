// SPDX-License-Identifier: Apache-2.0
#include "output/facts_view.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "answers/typed_remedy.hpp"
#include "output/text.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::app {
namespace {

/// The rows of a subject: what is known, or why it is not.
template<class T, class Show>
void add(std::vector<Row>& rows, std::string_view label, const Fact<T>& fact, Show show) {
    if (fact.known())
        rows.push_back({label, show(fact.value())});
    else
        rows.push_back({label,
                        {"unknown: " + fact.reason() +
                             (fact.remedy().empty() ? "" : ". " + answers::typedRemedy(fact.remedy())),
                         Tone::warning}});
}

void section(std::string_view heading, const std::vector<Row>& rows, Page& page) {
    page.heading(heading);
    page.table(rows);
    page.blank();
}

Cell computerCell(const Computer& computer) {
    const std::string other =
        computer.fullyQualifiedName == computer.name ? "" : computer.fullyQualifiedName + ", ";
    return fmt::format("{} ({}{})", computer.name, other,
                       computer.addresses.empty() ? "no address" : joined(computer.addresses));
}

Cell notesCell(const std::optional<NotesIni>& ini) {
    if (!ini)
        return "no Domino server was found";
    if (!ini->problem.empty())
        return {fmt::format("{}: {}", utf8(ini->path), ini->problem), Tone::warning};
    return fmt::format("{}, {}, tasks {}", utf8(ini->path),
                       ini->serverName.empty() ? "no server name" : ini->serverName,
                       joined(ini->serverTasks));
}

Cell installedCell(const std::optional<InstalledState>& installed) {
    if (!installed)
        return "no standby";
    const std::string text = fmt::format("standby {} of {}, since {}", installed->receipt.standby,
                                         installed->receipt.primary, installed->receipt.installedAt);
    if (installed->damage.empty())
        return text;
    return {fmt::format("{}; {} missing or changed", text, counted(installed->damage.size(), "file")),
            Tone::warning};
}

Cell runCell(const std::optional<UnfinishedRun>& run) {
    if (!run)
        return "none";
    return {fmt::format("{} of {} ({})", run->command, run->since, run->run), Tone::warning};
}

Cell restartCell(const PendingRestart& restart) {
    return restart.reasons.empty() ? Cell("none is pending", Tone::good)
                                   : Cell("pending for " + joined(restart.reasons), Tone::warning);
}

Cell answerCell(const domino::Replies& replies, const domino::Question& question) {
    return domino::visitReply(replies, question, [](const auto& answer) -> Cell {
        const std::string why = answer.reason ? ": " + answer.reason->text : "";
        if (answer.verdict == domino::Verdict::yes)
            return {"yes", Tone::good};
        return {(answer.verdict == domino::Verdict::no ? "no" : "unknown") + why, Tone::warning};
    });
}

void showDomino(const Facts& facts, Page& page) {
    std::vector<Row> rows;
    if (!facts.domino.known()) {
        add(rows, "cluster", facts.domino, [](const auto&) { return ""; });
        section("Domino servers", rows, page);
        return;
    }
    const domino::DominoFacts& domino = facts.domino.value();
    rows.push_back({"of the primary", domino.primary});
    rows.push_back({"of this computer", domino.standby.empty() ? "not known" : domino.standby});
    if (!domino.probeEnded.empty())
        rows.push_back({"questions", {domino.probeEnded, Tone::warning}});
    for (const domino::Question& question : domino::allQuestions())
        rows.push_back({domino::describe(question), answerCell(domino.replies, question)});
    section("Domino servers", rows, page);
}

void showComputer(const Facts& facts, Page& page) {
    std::vector<Row> rows;
    add(rows, "computer", facts.computer, computerCell);
    add(rows, "administrator", facts.administrator, [](bool yes) { return yes ? "yes" : "no"; });
    add(rows, "service manager", facts.serviceManager, [](ServiceManagerState state) {
        return state == ServiceManagerState::running ? "running" : "offline: nothing can be started";
    });
    add(rows, "service account", facts.serviceAccountExists,
        [](bool yes) { return yes ? "exists" : "does not exist yet"; });
    add(rows, "Domino", facts.notesIni, notesCell);
    add(rows, "installed", facts.installed, installedCell);
    if (facts.surroundings.restart.known())
        add(rows, "restart", facts.surroundings.restart, restartCell);
    if (!facts.otherRun.empty())
        rows.push_back({"another run", {facts.otherRun, Tone::warning}});
    add(rows, "unfinished run", facts.unfinishedRun, runCell);
    for (const auto& [folder, space] : facts.space)
        add(rows, "room", space, [&folder = folder](const FileSystemSpace& s) {
            return fmt::format("{} free for {} (on {})", formatBytes(s.available, Rounding::down),
                               utf8(folder), utf8(s.mountPoint));
        });
    section("This computer", rows, page);
}

Cell holderCell(const PortUse& port) {
    if (!port.holder)
        return {"free", Tone::good};
    const PortHolder& holder = *port.holder;
    const std::string program = holder.program.empty() ? "another program" : holder.program;
    return {holder.process == 0 ? program : fmt::format("{}, process {}", program, holder.process),
            Tone::warning};
}

void showPorts(const Facts& facts, Page& page) {
    std::vector<Row> rows;
    if (!facts.ports.known())
        add(rows, "ports", facts.ports, [](const auto&) { return ""; });
    else
        for (const PortUse& port : facts.ports.value())
            rows.push_back({fmt::format("{}/{}", port.number, toString(port.protocol)), holderCell(port)});
    if (!rows.empty())
        section("Ports of the services", rows, page);
}

void showOthers(const Facts& facts, Page& page) {
    std::vector<Row> rows;
    add(rows, "in setup's places", facts.others, [](const std::vector<ThingOfOthers>& things) {
        return things.empty() ? Cell("nothing of others", Tone::good)
                              : Cell(fmt::format("{} of others", things.size()), Tone::warning);
    });
    if (facts.others.known())
        for (const ThingOfOthers& thing : facts.others.value())
            rows.push_back(
                {utf8(thing.path), fmt::format("{} of {}{}{}", toString(thing.appearance.type), thing.owner,
                                               thing.note.empty() ? "" : ": ", thing.note)});
    add(rows, "log folder", facts.logFolder, [](const LogFolder& logs) {
        return !logs.there
                   ? std::string("will be made")
                   : fmt::format("{} of {}, mode {}", toString(logs.type), logs.owner, logs.rights.text());
    });
    section("Files of others", rows, page);
}

void showMedia(const Facts& facts, Page& page) {
    std::vector<Row> rows;
    add(rows, "product", facts.media, [](const MediaContents& media) {
        return media.manifest.catalog.product.empty()
                   ? "not read"
                   : fmt::format("{} {}", media.manifest.catalog.product, media.manifest.catalog.version);
    });
    if (facts.media.known()) {
        const MediaContents& media = facts.media.value();
        const SignatureState& signature = media.signature;
        rows.push_back({"signature", signature.trusted
                                         ? Cell("trusted, by " + signature.signer, Tone::good)
                                         : Cell("not trusted: " + signature.problem, Tone::warning)});
        rows.push_back({"packages", std::to_string(media.manifest.packages.size())});
        for (const std::string& damage : media.damage)
            rows.push_back({"damage", {damage, Tone::bad}});
    }
    section("Media", rows, page);
}

void showDatabase(const Facts& facts, Page& page) {
    std::vector<Row> rows;
    if (!facts.database.known())
        add(rows, "contents", facts.database, [](const auto&) { return ""; });
    add(rows, "primary's name", facts.primaryAddresses,
        [](const std::vector<std::string>& addresses) { return "has the addresses " + joined(addresses); });
    add(rows, "SRP endpoint", facts.srpEndpoint, [](const Reachability& endpoint) {
        return Cell((endpoint.reachable ? "reachable: " : "not reachable: ") + endpoint.detail,
                    endpoint.reachable ? Tone::good : Tone::warning);
    });
    section("BlackBerry Configuration Database", rows, page);
    if (facts.database.known())
        showServers(facts.database.value(), page);
}

Cell standbyCell(const DatabaseContents& database, const Server& primary) {
    const Pair* pair = database.findPairOfPrimary(primary.name);
    if (!pair)
        return {"none", Tone::good};
    const std::string text = fmt::format("{} on {}", pair->standby, pair->standbyComputer);
    if (pair->state == PairState::final)
        return text;
    return {fmt::format("{}, reserved by run {} since {}", text, pair->run, pair->since), Tone::warning};
}

std::string ownerText(const DatabaseContents& database, const Server& standby) {
    const auto pair = std::ranges::find_if(database.pairs,
                                           [&](const Pair& p) { return sameName(p.standby, standby.name); });
    return pair == database.pairs.end() ? "of no primary" : "of " + pair->primary;
}

std::string computerText(const Server& server) {
    std::vector<std::string> names = server.addresses;
    if (!server.fullyQualifiedName.empty() && server.fullyQualifiedName != server.computer)
        names.insert(names.begin(), server.fullyQualifiedName);
    return names.empty() ? server.computer : fmt::format("{} ({})", server.computer, joined(names));
}

std::string srpText(const SrpCredentials& srp) {
    if (srp.identifier.empty())
        return "no credentials";
    const std::string key = srp.keyFingerprint.empty() ? "no key" : "key " + srp.keyFingerprint;
    const bool odd = !srp.keyFingerprint.empty() && !srp.keyWellFormed;
    return fmt::format("{} at {}:{}, {}{}", srp.identifier, srp.host, srp.port, key,
                       odd ? " (not well formed)" : "");
}

/// After a failover.
std::string actsOtherwise(const Server& server) {
    return server.actsAs == server.role ? "" : fmt::format(", acts as {} now", toString(server.actsAs));
}

void showServer(const DatabaseContents& database, const Server& server, Page& page) {
    const bool isPrimary = server.role == Role::primary;
    page.line(Row{{server.name, Tone::strong},
                  fmt::format("  {}", toString(server.role)),
                  {actsOtherwise(server), Tone::warning}});
    std::vector<Row> rows{
        {"computer", computerText(server)},
        {"version", server.version},
        {"Domino server", server.dominoServer.empty() ? "not recorded" : server.dominoServer},
        {"users", std::to_string(server.users)},
        {"SRP", srpText(server.srp)},
        {"components", fmt::format("{}: {}", server.components.size(), joined(server.components))},
    };
    rows.push_back({"standby", isPrimary ? standbyCell(database, server) : ownerText(database, server)});
    page.table(rows);
}

void showOverview(const DatabaseContents& database, Page& page) {
    std::vector<Row> rows{{{"primary", Tone::faint},
                           {"computer", Tone::faint},
                           {"version", Tone::faint},
                           {"users", Tone::faint},
                           {"standby", Tone::faint}}};
    for (const Server& server : database.servers)
        if (server.role == Role::primary)
            rows.push_back({{server.name, Tone::strong},
                            server.computer,
                            server.version,
                            std::to_string(server.users),
                            standbyCell(database, server)});
    page.table(rows);
    page.blank();
}

} // namespace

void showFacts(const Facts& facts, Page& page) {
    showComputer(facts, page);
    showDomino(facts, page);
    showPorts(facts, page);
    showOthers(facts, page);
    showMedia(facts, page);
    showDatabase(facts, page);
}

void showServers(const DatabaseContents& database, Page& page) {
    if (!database.partner.empty())
        page.line({fmt::format("The failover partner {} answered.", database.partner), Tone::warning});
    if (database.servers.empty()) {
        page.line(fmt::format("The database has no servers; schema version {}.", database.schemaVersion));
        return;
    }
    showOverview(database, page);
    for (const Role role : {Role::primary, Role::standby})
        for (const Server& server : database.servers)
            if (server.role == role) {
                showServer(database, server, page);
                page.blank();
            }
    const auto primaries =
        static_cast<std::uint64_t>(std::ranges::count(database.servers, Role::primary, &Server::role));
    page.line(fmt::format("{}, {} with a standby; schema version {}.",
                          counted(primaries, "primary", "primaries"), database.pairs.size(),
                          database.schemaVersion));
}

} // namespace bes::app
