// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "model/findings.hpp"
#include "models/cluster_picture.hpp"
#include "models/findings_tree.hpp"
#include "models/look.hpp"
#include "models/primary_table.hpp"
#include "models/replication_watch.hpp"
#include "models/run_report.hpp"
#include "models/run_view.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;

namespace {

check::PrimaryChoice primary(const std::string& name, std::int64_t users, const std::string& whyNot = {}) {
    check::PrimaryChoice choice;
    choice.server.name = name;
    choice.server.computer = name + "-host";
    choice.server.users = users;
    choice.whyNot = whyNot;
    return choice;
}

PrimaryTable::Primaries primaries(std::vector<check::PrimaryChoice> list) {
    return std::make_shared<std::vector<check::PrimaryChoice>>(std::move(list));
}

QStringList names(const PrimaryTable& table) {
    QStringList list;
    for (int row = 0; row < table.rowCount(); ++row)
        list += table.index(row, PrimaryTable::name).data().toString();
    return list;
}

QStringList words(std::initializer_list<const char*> list) {
    QStringList made;
    for (const char* word : list)
        made += QString::fromLatin1(word);
    return made;
}

const std::vector<Finding> someFindings{
    passed("a.good", "All is well", "seen"),
    blocker(ExitCode::ports, "b.bad", "A <port> is in use", "3101 is held by x", "Free it"),
    warning("c.odd", "Something is odd", "evidence", "Look at it")};

} // namespace

TEST_CASE("the table of primaries is searched by all words and sorted by numbers as numbers") {
    PrimaryTable table;
    table.show(
        primaries({primary("EAST", 100), primary("NORTH", 9), primary("OLD", 20, "already has a standby")}));
    CHECK(names(table) == words({"EAST", "NORTH", "OLD"}));
    table.sort(PrimaryTable::users, Qt::DescendingOrder);
    CHECK(names(table) == words({"EAST", "OLD", "NORTH"}));
    table.search(QStringLiteral("host  nOr"));
    CHECK(names(table) == words({"NORTH"}));
    CHECK(table.rowOf("north") == 0);
    CHECK(table.rowOf("EAST") == -1);
    CHECK(table.total() == 3);
}

TEST_CASE("a primary that can't be chosen says so to eyes and ears") {
    PrimaryTable table;
    table.show(primaries({primary("OLD", 20, "already has a standby")}));
    const QModelIndex index = table.index(0, 0);
    CHECK(index.data(Qt::ForegroundRole).isValid());
    CHECK_THAT(index.data(Qt::ToolTipRole).toString().toStdString(), Contains("already has a standby"));
    CHECK_THAT(index.data(Qt::AccessibleTextRole).toString().toStdString(), Contains("can't be chosen"));
}

TEST_CASE("findings are grouped, the worst first") {
    FindingsTree tree;
    tree.show(someFindings);
    REQUIRE(tree.rowCount() == 3);
    CHECK(tree.index(0, 0).data().toString() == QStringLiteral("Blockers (1)"));
    CHECK(tree.at(tree.first())->id == "b.bad");
    CHECK(tree.at(tree.index(0, 0)) == nullptr);
    CHECK(tree.at(tree.indexOf("a.good"))->title == "All is well");
    CHECK(counts(someFindings) == QStringLiteral("1 blocker, 1 warning, 1 passed"));
}

TEST_CASE("a report has every finding with its remedy, and text stays text in HTML") {
    Request request;
    request.primary = "NORTH";
    CHECK_THAT(textReport(request, someFindings).toStdString(),
               Contains("blocker: A <port> is in use [b.bad]") && Contains("-> Free it"));
    CHECK_THAT(htmlReport(request, someFindings).toStdString(), Contains("A &lt;port&gt; is in use"));
}

TEST_CASE("a cluster that nobody asked about is told as not known") {
    const auto picture = clusterPicture(Fact<domino::DominoFacts>::unknown("no database"));
    CHECK_THAT(picture.title, Contains("no database"));
    CHECK_FALSE(picture.replication);
}

TEST_CASE("a cluster shows the pair first, then its mates, and how many databases are replicated") {
    domino::DominoFacts facts;
    facts.primary = "CN=Mail01/O=Acme";
    facts.standby = "CN=Mail11/O=Acme";
    facts.replies.liveCluster.standby =
        domino::Reply<domino::LiveCluster>::yes({"MAILCLUSTER",
                                                 {"CN=Mail05/O=Acme", "CN=Mail11/O=Acme", "CN=Mail01/O=Acme"},
                                                 domino::Availability::busy,
                                                 50});
    domino::StateReplicas replicas;
    replicas.primary = 250;
    replicas.matched = 187;
    facts.replies.stateReplicas = domino::Reply<domino::StateReplicas>::no(replicas);
    const auto picture = clusterPicture(facts);
    REQUIRE(picture.members.size() == 3);
    CHECK(picture.members[0].name == "Mail01/Acme");
    CHECK(picture.members[0].primary);
    CHECK(picture.members[1].standby);
    CHECK(picture.members[1].state == "busy");
    CHECK(picture.members[2].state.empty());
    REQUIRE(picture.replication);
    CHECK(picture.replication->replicated == 187);
    CHECK(picture.replication->all == 250);
    CHECK_THAT(picture.inWords(), Contains("Mail01/Acme, of the primary"));
}

TEST_CASE("a run is shown step by step, and back again when it is undone") {
    RunView run;
    const auto begin = RunView::Clock::now();
    Step first, second;
    first.title = "Reserve";
    second.title = "Unpack";
    run.begin({first, second}, begin);
    for (const EngineEvent& event :
         std::vector<EngineEvent>{RunStarted{2, 200}, StepStarted{0, "Reserve"}, StepFinished{0},
                                  StepStarted{1, "Unpack"}, WeightDone{50}})
        run.take(event, begin);
    const auto state = [&](int row) {
        return static_cast<RunView::StepState>(run.index(row).data(RunView::stateRole).toInt());
    };
    CHECK(run.permille() == 250);
    CHECK(state(0) == RunView::StepState::done);
    CHECK(state(1) == RunView::StepState::running);
    CHECK_FALSE(run.timeLeft(begin + std::chrono::seconds(1))); // too early to say
    CHECK(run.timeLeft(begin + std::chrono::seconds(10)) == std::chrono::seconds(30));
    run.take(UndoStarted{"it failed"}, begin);
    run.take(StepUndone{"Unpack"}, begin);
    CHECK(state(1) == RunView::StepState::undone);
    CHECK_FALSE(run.timeLeft(begin + std::chrono::seconds(10)));
}

TEST_CASE("lines that are no events are passed over") {
    CHECK_FALSE(parseEngineEvent("no json"));
    CHECK_FALSE(parseEngineEvent(R"({"event": "from-the-future"})"));
    CHECK_FALSE(parseEngineEvent(R"({"event": "progress"})"));
}

TEST_CASE("an engine that did not come to its end leaves something only where it had begun") {
    const RunReport died =
        runReport(Doing::installing, {RunEnd::Kind::died, {}, "It was killed or crashed"}, nullptr);
    CHECK(died.canRecover);
    CHECK(died.severity == Severity::blocker);
    const RunReport refused =
        runReport(Doing::installing, {RunEnd::Kind::notStarted, {}, "No password"}, nullptr);
    CHECK_FALSE(refused.canRecover);
    CHECK(refused.canRetry);
}

TEST_CASE("a failure says what became of what the run had done") {
    const Failure failure{ExitCode::media, "media.package", "A package is damaged", "digest", "Copy it anew"};
    const auto report = [&](const Failure& how, const std::vector<EngineEvent>& events) {
        RunEnd end;
        for (const EngineEvent& event : events)
            end.course.follow(event);
        end.result.failure = how;
        return runReport(Doing::repairing, end, nullptr);
    };
    const auto text = [](const RunReport& r) { return asText(r, {}); };

    CHECK_THAT(text(report(failure, {})), Contains("Nothing was changed") && Contains("Copy it anew"));
    CHECK_THAT(text(report(failure, {UndoStarted{"the install of noon was interrupted"}})),
               Contains("earlier interrupted run was rolled back. Nothing else"));
    const RunReport undone = report(failure, {RunStarted{2, 2}, UndoStarted{"it failed"}});
    CHECK_THAT(text(undone), Contains("Everything was rolled back"));
    CHECK_FALSE(undone.canRecover);
    const RunReport committed = report(failure, {RunStarted{2, 2}});
    CHECK_THAT(text(committed), Contains("is recorded and stays"));
    CHECK(committed.canRecover);

    Failure incomplete = failure;
    incomplete.code = ExitCode::undoIncomplete;
    const RunReport half = report(incomplete, {RunStarted{2, 2}, UndoStarted{"it failed"}});
    CHECK_THAT(text(half), Contains("Not everything could be rolled back"));
    CHECK(half.canRecover);

    Failure cancelled = failure;
    cancelled.code = ExitCode::cancelled;
    const RunReport stopped = report(cancelled, {RunStarted{2, 2}, UndoStarted{"cancelled"}});
    CHECK(stopped.severity == Severity::information);
    CHECK(stopped.headline == "The repair was cancelled");
    CHECK_THAT(stopped.sentences.front(), Contains("rolled back"));
}

TEST_CASE("services that did not start are told, and that what is installed was kept") {
    const auto event = parseEngineEvent(
        R"({"event": "result", "outcome": "installed", "exit_code": {"number": 28, "id": "not-started"},
            "log": null, "not_started": [{"id": "service.start", "what": "Router does not start",
            "why": "exit code 1", "advice": "Look at its log", "command": "journalctl --unit=bes-router.service",
            "answers": [{"key": "service.account", "value": ""}], "exit_code": "not-started"}]})");
    REQUIRE(event);
    const RunEnd end{RunEnd::Kind::told, std::get<RunResult>(*event), {}, {}};
    const RunReport report = runReport(Doing::upgrading, end, nullptr);
    CHECK(report.severity == Severity::warning);
    CHECK_THAT(report.headline, Contains("is upgraded, but not all"));
    CHECK_THAT(asText(report, {"a line"}), Contains("is kept") && Contains("Router does not start") &&
                                               Contains("Look at its log") && Contains("a line"));
    CHECK_THAT(asText(report, {}), Contains("(the field \"Account\")") && !Contains("--unit"));
    CHECK(report.command == "journalctl --unit=bes-router.service");
}

TEST_CASE("a running service is called so, and one that is not as well") {
    StandbyStatus standby;
    standby.receipt.emplace();
    standby.serviceManager = ServiceManagerState::running;
    const auto service = [](const char* name, StartPolicy policy, host::ServiceState state) {
        ServiceStatus entry;
        entry.service.displayName = name;
        entry.service.startPolicy = policy;
        entry.state = state;
        return entry;
    };
    standby.services = {service("Router", StartPolicy::startAfterSetup, host::ServiceState::active),
                        service("Alert", StartPolicy::startAfterSetup, host::ServiceState::failed),
                        service("Policy", StartPolicy::deferredUntilFailover, host::ServiceState::inactive)};
    standby.newVersions = {"/etc/bes-standby/standby.ini.new"};
    const std::string text = asText(runReport(Doing::modifying, RunEnd(), &standby), {});
    CHECK_THAT(text, Contains("Edited files were kept.") && Contains("standby.ini.new"));
    CHECK_THAT(text, Contains("Running: Router.") && Contains("Not running: Alert.") &&
                         Contains("started by the failover process only: Policy."));
}

TEST_CASE("the replication is told in numbers, and what is wrong with it in words") {
    domino::Readiness readiness;
    domino::StateReplicas replicas;
    replicas.primary = 250;
    replicas.matched = 187;
    replicas.missing.count = 63;
    readiness.facts.replies.stateReplicas = domino::Reply<domino::StateReplicas>::no(replicas);
    readiness.state = domino::ReadinessState::replicating;
    const auto going = replicationState(readiness);
    CHECK(going.severity == Severity::information);
    CHECK_THAT(going.text, Contains("187 of 250") && Contains("63 wait"));
    REQUIRE(going.replicas);
    CHECK(going.replicas->replicated == 187);

    readiness.state = domino::ReadinessState::fault;
    readiness.problems = {blocker(ExitCode::domino, "domino.task", "No replicator runs", "none", "Load it")};
    const auto broken = replicationState(readiness);
    CHECK(broken.severity == Severity::warning);
    CHECK_THAT(broken.text, Contains("No replicator runs") && Contains("Load it"));
}

TEST_CASE("what only an administrator may change is no obstacle where the engine becomes one") {
    Facts facts;
    NotesIni ini;
    ini.path = "/local/notesdata/notes.ini";
    ini.readable = true;
    ini.problem = "Permission denied";
    facts.notesIni = std::optional(ini);
    facts.administrator = false;
    CHECK(takeRightsOfEngine(facts));
    CHECK(facts.administrator.value());
    CHECK(facts.notesIni.value()->writable);
    CHECK(facts.notesIni.value()->problem.empty());
    CHECK_FALSE(takeRightsOfEngine(facts));

    facts.administrator = false; // and the log folder that a removed standby has left
    facts.logFolder = LogFolder{.there = true, .owner = "root", .type = EntryType::folder, .rights = {}};
    CHECK(takeRightsOfEngine(facts));
    CHECK(facts.logFolder.value().known);
    facts.administrator = false;
    facts.logFolder = LogFolder{.there = true, .owner = "somebody", .type = EntryType::folder, .rights = {}};
    CHECK(takeRightsOfEngine(facts));
    CHECK_FALSE(facts.logFolder.value().known);

    ini.readable = false; // then its tasks are not known either
    facts.notesIni = std::optional(ini);
    facts.administrator = false;
    CHECK(takeRightsOfEngine(facts));
    CHECK(facts.notesIni.value()->problem == "Permission denied");
}
