// SPDX-License-Identifier: Apache-2.0
#include "domino/http_directory.hpp"

#include <catch2/catch.hpp>

#include "unit/domino/answer_parts.hpp"
#include "unit/host/local_sockets.hpp"
#include "unit/web_server/web_servers.hpp"

using namespace bes;
using namespace bes::domino;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;

namespace {

const OfBoth<std::string> servers{"CN=Mail01/O=Acme", "Mail11/Acme"};

DirectoryList read(const std::string& url, const std::string& password = "",
                   std::chrono::milliseconds limit = 20s) {
    return readHttpDirectory({url, password.empty() ? "" : "setup", Secret(password), limit});
}

/// Nothing is learnt about either server, and why.
Reason reasonOf(const DirectoryList& list) {
    REQUIRE(list.problem);
    CHECK(list.rows.empty());
    const DirectoryReplies replies = repliesOf(list, servers);
    for (const Role role : {Role::primary, Role::standby}) {
        CHECK(replies.liveCluster.of(role).verdict == Verdict::unknown);
        CHECK(replies.serverDocument.of(role).verdict == Verdict::unknown);
        CHECK(replies.liveCluster.of(role).reason == list.problem);
        CHECK(replies.serverDocument.of(role).reason == list.problem);
    }
    Reason problem = list.problem.value_or(Reason{});
    CHECK_THAT(problem.text, !Contains("secret-word"));
    return problem;
}

std::vector<DirectoryRow> expectedRows() {
    return {{"CN=Mail01/O=Acme", "Acme Mail"},
            {"CN=Mail11/O=Acme", "ACME MAIL"},
            {"CN=Mail21/O=Acme", "Other"},
            {"CN=Mail31/O=Acme", "Acme Mail"},
            {"CN=Mail41/O=Acme", ""}};
}

} // namespace

TEST_CASE("which servers are in which cluster is read from the Domino Directory by HTTPS") {
    const WebServers web;
    const DirectoryList list = read(web.url("good"));
    CHECK_FALSE(list.problem);
    CHECK(list.rows == expectedRows());
    CHECK(read(web.url("good///")).rows == expectedRows());
    CHECK_THAT(web.requests(),
               Contains("/good/names.nsf/($Clusters)?ReadViewEntries&OutputFormat=JSON&Count="));
    CHECK(read(web.url("locked"), "secret-word").rows == expectedRows());
}

TEST_CASE("a long view is read page by page") {
    const WebServers web;
    CHECK(read(web.url("paged")).rows == expectedRows());
    CHECK(read(web.url("paged-without-total")).rows == expectedRows());
    CHECK(read(web.url("without-cluster")).rows.empty());
    CHECK_FALSE(read(web.url("without-cluster")).problem);
    CHECK_THAT(reasonOf(read(web.url("same-page-again"))).text, Contains("not the list of the view"));
    CHECK_THAT(reasonOf(read(web.url("endless"))).text, Contains("endless"));
}

TEST_CASE("what is not the directory's list is no answer, and says why") {
    const WebServers web;
    const auto tells = [&](const std::string& path, ReasonClass kind, const std::string& words) {
        CAPTURE(path);
        const Reason reason = reasonOf(read(web.url(path), "secret-word"));
        CHECK(reason.kind == kind);
        CHECK_THAT(reason.text, Contains(words));
    };
    tells("login", ReasonClass::noAccess, "login form");
    tells("login-as-json", ReasonClass::noAccess, "login form");
    tells("to-login", ReasonClass::noAccess, "login form");
    tells("welcome", ReasonClass::unexpected, "web page instead");
    tells("forbidden", ReasonClass::noAccess, "status 403");
    tells("nowhere", ReasonClass::absent, "status 404");
    tells("no-url-open", ReasonClass::noAccess, "Don't allow URL open");
    tells("failing", ReasonClass::unexpected, "status 500");
    tells("away", ReasonClass::unexpected, "redirects to https://127.0.0.1");
    tells("cut-off", ReasonClass::unexpected, "cut off");
    tells("other-json", ReasonClass::unexpected, "not the list of the view");
    tells("rubbish", ReasonClass::unexpected, "not the list of the view");
    tells("empty", ReasonClass::unexpected, "not the list of the view");
    tells("huge", ReasonClass::unexpected, "longer than");
    const Reason wrongPassword = reasonOf(read(web.url("locked"), "secret-words"));
    CHECK(wrongPassword.kind == ReasonClass::noAccess);
    CHECK_THAT(wrongPassword.text, Contains("status 401"));
}

TEST_CASE("a server that can't be read is no answer, and says why") {
    const WebServers web;
    for (const char* server : {"expired", "wrong-name", "unknown-authority"}) {
        const Reason reason = reasonOf(read(web.url("good", server)));
        CHECK(reason.kind == ReasonClass::unexpected);
        CHECK_THAT(reason.text, Contains("certificate"));
    }
    const Reason slow = reasonOf(read(web.url("slow"), "", 300ms));
    CHECK(slow.kind == ReasonClass::unreachable);
    CHECK_THAT(slow.text, Contains("No complete answer within"));
    const LocalSocket silent(SOCK_STREAM); // bound, but nobody listens
    const Reason refused = reasonOf(read("https://127.0.0.1:" + std::to_string(silent.port())));
    CHECK(refused.kind == ReasonClass::unreachable);
    CHECK_THAT(refused.text, Contains("refused"));
    CHECK_THAT(reasonOf(read("http://mail01.example.com", "secret-word")).text, Contains("plain text"));
    CHECK_THAT(reasonOf(read("https://setup:secret-word@mail01.example.com")).text, Contains("in a URL"));
}

TEST_CASE("the list tells the cluster of both servers, as a witness of what is configured") {
    const DirectoryReplies replies = repliesOf({expectedRows(), std::nullopt}, servers);
    for (const Role role : {Role::primary, Role::standby}) {
        const auto& live = replies.liveCluster.of(role);
        CHECK(live.verdict == Verdict::yes);
        CHECK(live.witness == Witness::http);
        CHECK(valueIn(live).members ==
              std::vector<std::string>{"CN=Mail01/O=Acme", "CN=Mail11/O=Acme", "CN=Mail31/O=Acme"});
        CHECK(replies.serverDocument.of(role).verdict == Verdict::yes);
        CHECK(replies.serverDocument.of(role).witness == Witness::http);
    }
    CHECK(valueIn(replies.liveCluster.primary).cluster == "Acme Mail");
    CHECK(valueIn(replies.serverDocument.primary).name == "CN=Mail01/O=Acme");
    CHECK(valueIn(replies.serverDocument.standby).cluster == "ACME MAIL");
}

TEST_CASE("a server that the list has in no cluster is in none") {
    const auto replies = repliesOf({expectedRows(), std::nullopt}, {"mail41", "Mail21/Acme"});
    CHECK(replies.liveCluster.primary.verdict == Verdict::no);
    CHECK(reasonIn(replies.liveCluster.primary).kind == ReasonClass::notClustered);
    CHECK(valueIn(replies.serverDocument.primary).cluster.empty());
    CHECK(valueIn(replies.liveCluster.standby).members == std::vector<std::string>{"CN=Mail21/O=Acme"});
}

TEST_CASE("a server that the list does not name, or has twice, is unknown") {
    auto rows = expectedRows();
    rows.push_back({"cn=mail01/o=acme", "Other"});
    const auto replies = repliesOf({rows, std::nullopt}, {"Mail01/Acme", "Mail99/Acme"});
    CHECK(replies.liveCluster.primary.verdict == Verdict::unknown);
    CHECK_THAT(reasonIn(replies.liveCluster.primary).text, Contains("several clusters"));
    CHECK(replies.serverDocument.primary.verdict == Verdict::unknown);
    CHECK(replies.liveCluster.standby.verdict == Verdict::unknown);
    CHECK(reasonIn(replies.liveCluster.standby).kind == ReasonClass::absent);
    CHECK_THAT(reasonIn(replies.liveCluster.standby).text, Contains("shows no cluster for Mail99/Acme"));
    CHECK_THAT(reasonIn(repliesOf({rows, std::nullopt}, {}).liveCluster.standby).text,
               Contains("name of the Domino server is not known"));
}

TEST_CASE("what a page says can be shown, and a page that goes too deep is none") {
    const auto page = parseDirectoryPage(
        R"({"viewentry":[{"@position":"1","entrydata":[{"@columnnumber":"0","@name":"$0","text":{"0":"Mail01\/Acme"}},
              {"@columnnumber":"4","@name":"$4","text":{"0":"Acme\u001b[2J\u009b\u202e"}}]}]})");
    REQUIRE(page.has_value());
    CHECK(page->entries.front().row == DirectoryRow{"CN=Mail01/O=Acme", "Acme?[2J??"});
    const std::size_t depth = 200'000;
    CHECK_FALSE(
        parseDirectoryPage("{\"viewentry\":" + std::string(depth, '[') + std::string(depth, ']') + "}"));
}

TEST_CASE("a page of the view is read as Domino writes it") {
    const auto page = parseDirectoryPage(
        R"({"@toplevelentries":"7","viewentry":[
            {"@position":"3","@unid":"A","entrydata":[{"@columnnumber":"0","@name":"$0","text":{"0":"Mail01\/Acme"}},
              {"@columnnumber":"1","@name":"Other","number":{"0":"5"}},
              {"@columnnumber":"4","@name":"$4","textlist":{"text":[{"0":"Acme Mail"},{"0":"more"}]}}]},
            {"@position":"4","entrydata":[{"@columnnumber":"0","@name":"$0","text":{"0":"CN=M\u00e4il/O=Acme"}}]},
            {"@position":"5"}]})");
    REQUIRE(page);
    CHECK(page->total == 7);
    REQUIRE(page->entries.size() == 3);
    CHECK(page->entries[0].position == "3");
    CHECK(page->entries[0].row == DirectoryRow{"CN=Mail01/O=Acme", "Acme Mail"});
    CHECK_FALSE(page->entries[1].row); // without the column of the cluster nothing is known of it
    CHECK_FALSE(page->entries[2].row);
    CHECK(parseDirectoryPage(R"({"@toplevelentries":"0"})")->entries.empty());
}

TEST_CASE("JSON of another form is no page of the view") {
    for (const char* json :
         {"", "null", "[]", "{}", "7", R"({"viewentry":7})", R"({"viewentry":[7]})", R"({"viewentry":[{}]})",
          R"({"viewentry":{"@position":7}})", R"({"viewentry":[{"@position":1}]})",
          R"({"viewentry":[{"@position":"1","entrydata":[7]}]})",
          R"({"viewentry":[{"@position":"1","entrydata":[{"@name":"$0"}]}]})",
          R"({"viewentry":[{"@position":"1","entrydata":[{"@name":"$0","text":"x"}]}]})",
          R"({"viewentry":[{"@position":"1","entrydata":[{"@name":"$0","text":{"0":7}}]}]})",
          R"({"viewentry":[{"@position":"1","entrydata":[{"@name":"$0","textlist":[]}]}]})"}) {
        CAPTURE(json);
        CHECK_FALSE(parseDirectoryPage(json));
    }
    CHECK_FALSE(parseDirectoryPage(std::string(1 << 20, '[')));
}
