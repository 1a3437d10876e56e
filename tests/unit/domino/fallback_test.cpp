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
Reply<T> unreachable() {
    return Reply<T>::unknown(
        {ReasonClass::unreachable, 0x809, true, "NSPingServer", "Mail01 does not respond"});
}

} // namespace

TEST_CASE("an unknown answer is replaced by that of pasted text") {
    const Pasted pasted;
    Replies replies;
    fillUnknown(replies, pasted.sources);
    CHECK(replies.liveCluster.primary.verdict == Verdict::yes);
    CHECK(replies.liveCluster.primary.witness == Witness::pasted);
    CHECK(replies.serverTasks.primary.verdict == Verdict::yes);
    CHECK(replies.serverTasks.primary.witness == Witness::pasted);
    CHECK(replies.liveCluster.standby == Reply<LiveCluster>());
    CHECK(replies.serverTasks.standby == Reply<ServerTasks>());
}

TEST_CASE("an answer that was given through the API stays, be it yes or no") {
    const Pasted pasted;
    Replies replies;
    replies.liveCluster.primary =
        Reply<LiveCluster>::no({ReasonClass::notClustered, 0, false, "NSPingServer", "In no cluster"});
    replies.serverTasks.primary = Reply<ServerTasks>::yes({3, 1, false, {}});
    const Replies before = replies;
    fillUnknown(replies, pasted.sources);
    CHECK(replies == before);
}

TEST_CASE("where the pasted text has no answer either, both reasons are told") {
    const Pasted pasted;
    std::ofstream(pasted.sources.primaryConsole) << "hello";
    Replies replies;
    replies.liveCluster.primary = unreachable<LiveCluster>();
    fillUnknown(replies, pasted.sources);
    const auto& answer = replies.liveCluster.primary;
    CHECK(answer.verdict == Verdict::unknown);
    CHECK(answer.witness == Witness::notesApi);
    CHECK(reasonIn(answer).kind == ReasonClass::unreachable);
    CHECK_THAT(reasonIn(answer).text, StartsWith("Mail01 does not respond. The console output in ") &&
                                          Contains("has no answer to \"show cluster\""));
}

TEST_CASE("text of the primary is no answer about the standby") {
    Pasted pasted;
    pasted.sources.standbyConsole = pasted.sources.primaryConsole;
    Replies replies;
    fillUnknown(replies, pasted.sources);
    CHECK(replies.liveCluster.standby.verdict == Verdict::unknown);
    CHECK_THAT(reasonIn(replies.liveCluster.standby).text, Contains("has output of Mail01/Acme"));
    CHECK(replies.liveCluster.primary.verdict == Verdict::yes);
}

TEST_CASE("without sources nothing changes") {
    Replies replies;
    fillUnknown(replies, {});
    CHECK(replies == Replies());
}

TEST_CASE("what pasted text leaves unknown is read from the Domino Directory by HTTP") {
    const WebServers web;
    Pasted pasted;
    pasted.sources.httpUrl = web.url("locked");
    pasted.sources.httpUser = "setup";
    pasted.sources.httpPassword = Secret("secret-word");
    Replies replies;
    fillUnknown(replies, pasted.sources);
    CHECK(replies.liveCluster.primary.witness == Witness::pasted);
    CHECK(replies.liveCluster.standby.verdict == Verdict::yes);
    CHECK(replies.liveCluster.standby.witness == Witness::http);
    CHECK(valueIn(replies.serverDocument.primary).cluster == "Acme Mail");
    CHECK(replies.serverDocument.standby.witness == Witness::http);
    CHECK(replies.serverTasks.standby == Reply<ServerTasks>());
}

TEST_CASE("where HTTP has no answer either, every reason is told and none shows the password") {
    const WebServers web;
    Pasted pasted;
    std::ofstream(pasted.sources.primaryConsole) << "hello";
    pasted.sources.httpUrl = web.url("locked");
    pasted.sources.httpUser = "setup";
    pasted.sources.httpPassword = Secret("secret-wort");
    Replies replies;
    replies.liveCluster.primary = unreachable<LiveCluster>();
    fillUnknown(replies, pasted.sources);
    CHECK(replies.liveCluster.primary.verdict == Verdict::unknown);
    CHECK_THAT(reasonIn(replies.liveCluster.primary).text,
               StartsWith("Mail01 does not respond. The console output in ") && Contains("status 401") &&
                   !Contains("secret-wort"));
    CHECK_THAT(reasonIn(replies.serverDocument.standby).text, Contains("status 401"));
}

TEST_CASE("HTTP is not asked for what is known") {
    const WebServers web;
    FallbackSources sources;
    sources.httpUrl = web.url("good");
    Replies replies;
    for (const Role role : {Role::primary, Role::standby}) {
        replies.liveCluster.of(role) = Reply<LiveCluster>::yes({});
        replies.serverDocument.of(role) =
            Reply<ServerDocument>::no({ReasonClass::absent, 0, false, "", "none"});
    }
    fillUnknown(replies, sources);
    CHECK(web.requests().empty());
}
