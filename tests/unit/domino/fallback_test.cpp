// SPDX-License-Identifier: Apache-2.0
#include "domino/fallback.hpp"

#include <fstream>

#include <catch2/catch.hpp>

#include "console_samples.hpp"
#include "unit/domino/answer_parts.hpp"
#include "unit/temporary_folder.hpp"
#include "unit/web_server/web_servers.hpp"

using namespace bes;
using namespace bes::domino;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

/// The primary's console output is there.
struct Pasted {
    TemporaryFolder folder;
    FallbackSources sources;

    Pasted() {
        sources.primary = "CN=Mail01/O=Acme";
        sources.standby = "CN=Mail11/O=Acme";
        sources.primaryConsole = folder.path() / "mail01.txt";
        std::ofstream(sources.primaryConsole) << shownCluster << shownTasks;
    }
};

template<class T>
Answer<T> unreachable() {
    return Answer<T>::unknown(
        {ReasonClass::unreachable, 0x809, true, "NSPingServer", "Mail01 does not respond"});
}

} // namespace

TEST_CASE("an unknown answer is replaced by that of pasted text") {
    const Pasted pasted;
    Answers answers;
    fillUnknown(answers, pasted.sources);
    CHECK(answers.liveCluster.primary.verdict == Verdict::yes);
    CHECK(answers.liveCluster.primary.witness == Witness::pasted);
    CHECK(answers.serverTasks.primary.verdict == Verdict::yes);
    CHECK(answers.serverTasks.primary.witness == Witness::pasted);
    CHECK(answers.liveCluster.standby == Answer<LiveCluster>());
    CHECK(answers.serverTasks.standby == Answer<ServerTasks>());
}

TEST_CASE("an answer that was given through the API stays, be it yes or no") {
    const Pasted pasted;
    Answers answers;
    answers.liveCluster.primary =
        Answer<LiveCluster>::no({ReasonClass::notClustered, 0, false, "NSPingServer", "In no cluster"});
    answers.serverTasks.primary = Answer<ServerTasks>::yes({3, 1, false, {}});
    const Answers before = answers;
    fillUnknown(answers, pasted.sources);
    CHECK(answers == before);
}

TEST_CASE("where the pasted text has no answer either, both reasons are told") {
    const Pasted pasted;
    std::ofstream(pasted.sources.primaryConsole) << "hello";
    Answers answers;
    answers.liveCluster.primary = unreachable<LiveCluster>();
    fillUnknown(answers, pasted.sources);
    const auto& answer = answers.liveCluster.primary;
    CHECK(answer.verdict == Verdict::unknown);
    CHECK(answer.witness == Witness::notesApi);
    CHECK(reasonIn(answer).kind == ReasonClass::unreachable);
    CHECK_THAT(reasonIn(answer).text, StartsWith("Mail01 does not respond. The console output in ") &&
                                          Contains("has no answer to \"show cluster\""));
}

TEST_CASE("text of the primary is no answer about the standby") {
    Pasted pasted;
    pasted.sources.standbyConsole = pasted.sources.primaryConsole;
    Answers answers;
    fillUnknown(answers, pasted.sources);
    CHECK(answers.liveCluster.standby.verdict == Verdict::unknown);
    CHECK_THAT(reasonIn(answers.liveCluster.standby).text, Contains("has output of Mail01/Acme"));
    CHECK(answers.liveCluster.primary.verdict == Verdict::yes);
}

TEST_CASE("without sources nothing changes") {
    Answers answers;
    fillUnknown(answers, {});
    CHECK(answers == Answers());
}

TEST_CASE("what pasted text leaves unknown is read from the Domino Directory by HTTP") {
    const WebServers web;
    Pasted pasted;
    pasted.sources.httpUrl = web.url("locked");
    pasted.sources.httpUser = "setup";
    pasted.sources.httpPassword = Secret("secret-word");
    Answers answers;
    fillUnknown(answers, pasted.sources);
    CHECK(answers.liveCluster.primary.witness == Witness::pasted);
    CHECK(answers.liveCluster.standby.verdict == Verdict::yes);
    CHECK(answers.liveCluster.standby.witness == Witness::http);
    CHECK(valueIn(answers.serverDocument.primary).cluster == "Acme Mail");
    CHECK(answers.serverDocument.standby.witness == Witness::http);
    CHECK(answers.serverTasks.standby == Answer<ServerTasks>());
}

TEST_CASE("where HTTP has no answer either, every reason is told and none shows the password") {
    const WebServers web;
    Pasted pasted;
    std::ofstream(pasted.sources.primaryConsole) << "hello";
    pasted.sources.httpUrl = web.url("locked");
    pasted.sources.httpUser = "setup";
    pasted.sources.httpPassword = Secret("secret-wort");
    Answers answers;
    answers.liveCluster.primary = unreachable<LiveCluster>();
    fillUnknown(answers, pasted.sources);
    CHECK(answers.liveCluster.primary.verdict == Verdict::unknown);
    CHECK_THAT(reasonIn(answers.liveCluster.primary).text,
               StartsWith("Mail01 does not respond. The console output in ") && Contains("status 401") &&
                   !Contains("secret-wort"));
    CHECK_THAT(reasonIn(answers.serverDocument.standby).text, Contains("status 401"));
}

TEST_CASE("HTTP is not asked for what is known") {
    const WebServers web;
    FallbackSources sources;
    sources.httpUrl = web.url("good");
    Answers answers;
    for (const Role role : {Role::primary, Role::standby}) {
        answers.liveCluster.of(role) = Answer<LiveCluster>::yes({});
        answers.serverDocument.of(role) =
            Answer<ServerDocument>::no({ReasonClass::absent, 0, false, "", "none"});
    }
    fillUnknown(answers, sources);
    CHECK(web.requests().empty());
}
