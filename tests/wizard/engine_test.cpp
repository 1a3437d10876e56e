// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include <catch2/catch.hpp>

#include <QProcess>

#include "engine/engine_process.hpp"
#include "recovery.hpp"
#include "setup.hpp"
#include "standby_status.hpp"
#include "wizard/practice.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;

namespace {

/// An engine with what it told.
struct Followed {
    EngineProcess engine;
    std::vector<EngineEvent> events;
    std::optional<RunEnd> end;
    std::function<void(const EngineEvent&)> onEvent;

    Followed() {
        QObject::connect(&engine, &EngineProcess::told, [this](const EngineEvent& event) {
            events.push_back(event);
            if (onEvent)
                onEvent(event);
        });
        QObject::connect(&engine, &EngineProcess::ended, [this](const RunEnd& how) { end = how; });
    }
    [[nodiscard]] bool hasEnded() {
        return waitUntil([this] { return end.has_value(); });
    }
};

EngineCall direct(const QStringList& words) {
    return {Practice::setup(), words, Elevation::none};
}

EngineOrder orderFor(const Practice& practice) {
    const Request request = practice.request();
    EngineOrder order{request, inspect(request, {}).plan, {}, WhenLeft::finish};
    REQUIRE(order.plan);
    return order;
}

bool isInstalled(const Practice& practice) {
    return bes::status(practice.root())->receipt.has_value();
}

/// The engine alone, with an order and nobody who follows it.
int runLeftAlone(const EngineOrder& order) {
    QProcess engine;
    engine.start(Practice::setup(), {QStringLiteral("engine")});
    const Secret line = formatEngineOrder(order);
    engine.write(line.reveal().data(), static_cast<qint64>(line.reveal().size()));
    engine.waitForBytesWritten();
    engine.closeWriteChannel();
    engine.closeReadChannel(QProcess::StandardOutput);
    REQUIRE(engine.waitForFinished(60000));
    return engine.exitCode();
}

} // namespace

TEST_CASE("the engine executes the plan that was shown and tells every step", "[engine]") {
    const Practice practice;
    const EngineOrder order = orderFor(practice);
    Followed run;
    run.engine.run(direct({QStringLiteral("engine")}), order);
    REQUIRE(run.hasEnded());
    CHECK(run.end->kind == RunEnd::Kind::told);
    CHECK(run.end->result.outcome == "installed");
    CHECK(run.end->result.exitCode == 0);
    const auto finished = std::ranges::count_if(
        run.events, [](const EngineEvent& e) { return std::holds_alternative<StepFinished>(e); });
    CHECK(static_cast<std::size_t>(finished) == order.plan->steps.size());
    CHECK(isInstalled(practice));
}

TEST_CASE("cancelled in the middle, everything is undone", "[engine]") {
    const Practice practice;
    const auto before = practice.contents();
    Followed run;
    run.onEvent = [&](const EngineEvent& event) {
        if (std::holds_alternative<StepStarted>(event))
            run.engine.wish(EngineWish::cancel);
    };
    run.engine.run(direct({QStringLiteral("engine")}), orderFor(practice));
    REQUIRE(run.hasEnded());
    REQUIRE(run.end->result.failure);
    CHECK(run.end->result.failure->code == ExitCode::cancelled);
    CHECK(std::ranges::any_of(run.events,
                              [](const EngineEvent& e) { return std::holds_alternative<StepUndone>(e); }));
    CHECK(practice.contents() == before);
}

TEST_CASE("an engine that is killed is noticed, and recover undoes what it had begun", "[engine]") {
    const Practice practice;
    const auto before = practice.contents();
    Followed run;
    run.onEvent = [&](const EngineEvent& event) {
        const auto* step = std::get_if<StepStarted>(&event);
        if (step != nullptr && step->index == 2)
            ::kill(static_cast<pid_t>(run.engine.processId()), SIGKILL);
    };
    run.engine.run(direct({QStringLiteral("engine")}), orderFor(practice));
    REQUIRE(run.hasEnded());
    CHECK(run.end->kind == RunEnd::Kind::died);
    CHECK_THAT(run.end->why, Contains("killed"));
    REQUIRE(interruption(practice.root())->has_value());

    Followed recovery;
    EngineOrder order;
    order.request.root = practice.root();
    order.recovery = Recovery::rollback;
    recovery.engine.run(direct({QStringLiteral("engine")}), order);
    REQUIRE(recovery.hasEnded());
    CHECK(recovery.end->result.outcome == "undone");
    CHECK(practice.contents() == before);
}

TEST_CASE("left alone, the engine undoes or goes on to the end as it was ordered", "[engine]") {
    const Practice practice;
    EngineOrder order = orderFor(practice);
    order.whenLeft = WhenLeft::undo;
    const auto before = practice.contents();
    CHECK(runLeftAlone(order) == static_cast<int>(ExitCode::cancelled));
    CHECK(practice.contents() == before);

    order.whenLeft = WhenLeft::finish;
    CHECK(runLeftAlone(order) == 0);
    CHECK(isInstalled(practice));
}

TEST_CASE("an engine that can't be started has changed nothing and says why", "[engine]") {
    Followed run;
    run.engine.run({QStringLiteral("/no/such/engine"), {}, Elevation::none}, {});
    REQUIRE(run.hasEnded());
    CHECK(run.end->kind == RunEnd::Kind::notStarted);
    CHECK_FALSE(run.end->why.empty());
}

TEST_CASE("an order that is none is refused without a word of it", "[engine]") {
    QProcess engine;
    engine.start(Practice::setup(), {QStringLiteral("engine")});
    engine.write("{\"passwords\": {\"database\": \"very-secret\"\n");
    engine.closeWriteChannel();
    REQUIRE(engine.waitForFinished(60000));
    CHECK(engine.exitCode() == static_cast<int>(ExitCode::usage));
    const std::string said = (engine.readAllStandardOutput() + engine.readAllStandardError()).toStdString();
    CHECK_THAT(said, Contains("order.format") && !Contains("very-secret"));
}

TEST_CASE("an order keeps its passwords and its plan") {
    Request request;
    request.primary = "BES-NORTH";
    EngineOrder order{
        request, Plan{"install", request, {}, {}, {}}, {Secret("geheim"), Secret("http")}, WhenLeft::undo};
    const auto read = parseEngineOrder(formatEngineOrder(order).reveal());
    REQUIRE(read);
    CHECK(read->passwords.database.reveal() == "geheim");
    CHECK(read->passwords.dominoHttp.reveal() == "http");
    CHECK(read->whenLeft == WhenLeft::undo);
    CHECK(read->plan == order.plan);
    CHECK_FALSE(read->recovery);
    order.plan->request.primary = "BES-SOUTH";
    CHECK_FALSE(parseEngineOrder(formatEngineOrder(order).reveal()));
    order.plan.reset();
    for (const Recovery how : {Recovery::rollback, Recovery::resume}) {
        order.recovery = how;
        CHECK(parseEngineOrder(formatEngineOrder(order).reveal())->recovery == how);
    }
}

TEST_CASE("rights are asked for only where they are needed, by what is there") {
    const QStringList words{QStringLiteral("engine")};
    const QString engine = QStringLiteral("/opt/setup");
    const auto means = [](bool privileged, bool writable, const char* pkexec, const char* sudo) {
        return ElevationMeans{privileged, writable, QString::fromLatin1(pkexec), QString::fromLatin1(sudo),
                              false};
    };
    CHECK(engineCall(engine, words, means(true, false, "/bin/pkexec", ""))->program == engine);
    CHECK(engineCall(engine, words, means(false, true, "/bin/pkexec", ""))->elevation == Elevation::none);
    CHECK(engineCall(engine, words, means(false, false, "/bin/pkexec", "/bin/sudo"))->words ==
          QStringList{engine} + words);
    CHECK(engineCall(engine, words, means(false, false, "", "/bin/sudo"))->words.first() ==
          QStringLiteral("-n"));
    CHECK_FALSE(engineCall(engine, words, means(false, false, "", "")));
}

TEST_CASE("who is refused the rights is told so, and that nothing was begun", "[engine]") {
    const auto refusedBy = [](Elevation elevation, const char* script) {
        Followed run;
        run.engine.run(
            {QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QString::fromLatin1(script)}, elevation}, {});
        REQUIRE(run.hasEnded());
        return *run.end;
    };
    const RunEnd sudo = refusedBy(Elevation::sudo, "echo 'plain is not in the sudoers file.' >&2; exit 1");
    CHECK(sudo.kind == RunEnd::Kind::notStarted);
    CHECK_THAT(sudo.why, Contains("sudo did not let the engine start: plain is not in the sudoers file."));
    const RunEnd pkexec = refusedBy(Elevation::pkexec, "echo 'Error getting authority' >&2; exit 127");
    CHECK(pkexec.kind == RunEnd::Kind::notStarted);
    CHECK_THAT(pkexec.why, Contains("password was not given: Error getting authority"));
    for (const char* script : {R"(echo '{"event":"started","steps":1,"weight":1}'; exit 1)", "kill -9 $$"})
        CHECK(refusedBy(Elevation::sudo, script).kind == RunEnd::Kind::died);
}
