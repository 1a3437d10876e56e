// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include <catch2/catch.hpp>

#include "stand_in_process.hpp"

using Catch::Matchers::Contains;
using notes::Functions;
using notes::HandleSlot;

namespace {

constexpr const char* primary = "CN=Mail01/O=Acme";
constexpr const char* standby = "CN=Mail11/O=Acme";

std::string ping(const Functions& api, const char* server) {
    HandleSlot list;
    const notes::Status status = api.NSPingServer(server, nullptr, &list.handle);
    return hex(status) + " " + (list.handle == 0 ? "no list" : join(takeList(api, list.handle)));
}

std::string mates(const Functions& api, const char* server) {
    HandleSlot list;
    const notes::Status status =
        api.NSGetServerClusterMates(server, notes::clusterLookupNoCache, &list.handle);
    return hex(status) + " " + (list.handle == 0 ? "no list" : join(takeList(api, list.handle)));
}

std::string translate(const Functions& api, notes::Translation mode, const std::string& text) {
    char out[256];
    const notes::Word length = api.OSTranslate(static_cast<notes::Word>(mode), text.data(),
                                               static_cast<notes::Word>(text.size()), out, sizeof out);
    return {out, length};
}

std::string console(const Functions& api, const char* server, const char* command) {
    HandleSlot text;
    if (const notes::Status status = api.NSFRemoteConsole(server, command, &text.handle); status != 0)
        return hex(status);
    if (text.handle == 0)
        return "no handle";
    std::string answer = static_cast<const char*>(api.OSLockObject(text.handle));
    (void)api.OSUnlockObject(text.handle);
    (void)api.OSMemFree(text.handle);
    return answer;
}

std::string statistics(const Functions& api, const char* server) {
    HandleSlot table;
    notes::DWord size = 0;
    if (const notes::Status status = api.NSFGetServerStats(server, "Replica", nullptr, &table.handle, &size);
        status != 0)
        return hex(status);
    return takeBytes(api, table.handle, size);
}

std::string inScenario(const char* scenario, const std::function<std::string(Functions&)>& body) {
    const Outcome outcome = StandIn(scenario).run(body);
    CHECK(outcome.wasRight());
    return outcome.answer;
}

} // namespace

TEST_CASE("a ping lists the cluster and all members, the least loaded first") {
    const auto pingPrimary = [](Functions& api) { return ping(api, primary); };
    CHECK(inScenario("good", pingPrimary) == "0x0 AcmeCluster|CN=Mail11/O=Acme|CN=Mail01/O=Acme");
    CHECK(inScenario("not-clustered", pingPrimary) == "0x0 no list");
    CHECK(inScenario("primary-down", pingPrimary) == "0x4807 no list");
    CHECK(inScenario("names-abbreviated", pingPrimary) == "0x0 AcmeCluster|Mail11/Acme|Mail01/Acme");
    CHECK(inScenario("good", [](Functions& api) { return ping(api, "Mail01/Acme"); }) == "0x803 no list");
}

TEST_CASE("busy and restricted servers give a status and the list") {
    const auto pingPrimary = [](Functions& api) { return ping(api, primary); };
    CHECK(inScenario("busy", pingPrimary) == "0x49DE AcmeCluster|CN=Mail11/O=Acme|CN=Mail01/O=Acme");
    CHECK(inScenario("restricted", pingPrimary) == "0x49FC AcmeCluster|CN=Mail11/O=Acme|CN=Mail01/O=Acme");
}

TEST_CASE("errors of another server carry the remote bit every second time") {
    CHECK(inScenario("primary-down", [](Functions& api) {
              return join({ping(api, primary), ping(api, primary), ping(api, primary)});
          }) == "0x4807 no list|0x807 no list|0x4807 no list");
}

TEST_CASE("mates are all others, by the Domino Directory") {
    CHECK(inScenario("good", [](Functions& api) { return mates(api, standby); }) == "0x0 CN=Mail01/O=Acme");
    CHECK(inScenario("not-clustered", [](Functions& api) { return mates(api, nullptr); }) == "0x81E no list");
    CHECK(inScenario("directory-only", [](Functions& api) { return mates(api, standby); }) ==
          "0x0 CN=Mail01/O=Acme");
    CHECK(inScenario("primary-down", [](Functions& api) { return mates(api, standby); }) ==
          "0x0 CN=Mail01/O=Acme");
}

TEST_CASE("names beyond ASCII are LMBCS and can be translated") {
    CHECK(inScenario("non-ascii", [](Functions& api) { return ping(api, primary); }) ==
          "0x0 B\x81ro-Gr\x94\xE1"
          "e|CN=Mail11/O=Acme|CN=Mail01/O=Acme|CN=\x92gir03/OU=D\x81sseldorf/O=Acme|"
          "CN=\x14\x01\x41\xA2\x64\x14\x01\x7A\x30"
          "4/O=Acme");
    const auto there = [](Functions& api) {
        return translate(api, notes::Translation::lmbcsToUtf8, "B\x81ro \x14\x01\x41") + "|" +
               translate(api, notes::Translation::lmbcsToUtf8,
                         translate(api, notes::Translation::utf8ToLmbcs, "Łódź Größe")) +
               "|" + translate(api, notes::Translation::toUpper, "b\x81ro");
    };
    CHECK(inScenario("good", there) == "Büro Ł|Łódź Größe|B\x9ARO");
}

TEST_CASE("statistics are exactly as long as they are, with and without a line feed at the end") {
    const auto read = [](Functions& api) { return statistics(api, primary); };
    const std::string text = inScenario("good", read);
    CHECK_THAT(text, Contains("Replica.Cluster.Successful\t49,415\n") && !Contains("Server."));
    CHECK(text.back() == '\n');
    CHECK(inScenario("line-feed", read) + "\n" == text);
    CHECK(inScenario("no-console-no-statistics", read) == "0x4404");
}

TEST_CASE("consoles answer as the server is set up") {
    const auto tasks = [](Functions& api) { return console(api, primary, "show tasks"); };
    CHECK_THAT(inScenario("good", tasks), Contains(" Cluster Replicator   Idle\r\n"));
    CHECK_THAT(inScenario("line-feed", tasks), Contains(" Cluster Replicator   Idle\n") && !Contains("\r"));
    CHECK_THAT(inScenario("clrepl-not-running", tasks),
               !Contains("Cluster Replicator") && Contains("Replicator"));
    CHECK(inScenario("no-console", tasks) == "0x49B1");
    CHECK(inScenario("console-empty", tasks).empty());
    CHECK(inScenario("console-empty", [](Functions& api) { return console(api, standby, "show tasks"); }) ==
          "no handle");
    CHECK(inScenario("good", [](Functions& api) { return console(api, "", "show tasks"); }) == "0x112");
    CHECK_THAT(inScenario("good", [](Functions& api) { return console(api, primary, "show cluster"); }),
               Contains(" Cluster name: AcmeCluster, Server name: Mail01/Acme\r\n") &&
                   Contains("\tServer: Mail11/Acme, availability index: 97\r\n"));
}

TEST_CASE("Server documents are looked up by name") {
    const auto lookUp = [](Functions& api) {
        HandleSlot buffer;
        const char names[] = "cn=mail11/o=acme\0CN=Nobody/O=Acme";
        if (const notes::Status status =
                api.NAMELookup(nullptr, 0, 1, "$Servers", 2, names, 2, "ClusterName\0Domain", &buffer.handle);
            status != 0)
            return hex(status);
        void* start = api.OSLockObject(buffer.handle);
        notes::Word found = 0, others = 0;
        void* name = api.NAMELocateNextName(start, nullptr, &found);
        void* match = api.NAMELocateNextMatch(start, name, nullptr);
        char cluster[64] = "", domain[64] = "";
        (void)api.NAMEGetTextItem(match, 0, 0, cluster, sizeof cluster);
        (void)api.NAMEGetTextItem(match, 1, 0, domain, sizeof domain);
        void* other = api.NAMELocateNextName(start, name, &others);
        const bool ends = api.NAMELocateNextName(start, other, nullptr) == nullptr;
        (void)api.OSUnlockObject(buffer.handle);
        (void)api.OSMemFree(buffer.handle);
        return std::to_string(found) + " " + cluster + " " + domain + " " + std::to_string(others) +
               (ends ? " end" : "");
    };
    CHECK(inScenario("good", lookUp) == "1 AcmeCluster Acme 0 end");
    CHECK(inScenario("directory-contradicts", lookUp) == "1 OldCluster AcmeNorth 0 end");
}

TEST_CASE("names are canonicalised and abbreviated") {
    CHECK(inScenario("good", [](Functions& api) {
              char out[notes::maxUserName];
              std::vector<std::string> names;
              for (const char* name : {"Mail01/Srv/Acme/US", "Mail02/", "Mail01", "CN=Mail01/O=Acme"}) {
                  (void)api.DNCanonicalize(0, nullptr, name, out, sizeof out, nullptr);
                  names.emplace_back(out);
              }
              (void)api.DNAbbreviate(0, nullptr, "CN=Mail01/OU=Srv/O=Acme", out, sizeof out, nullptr);
              names.emplace_back(out);
              return join(names);
          }) == "CN=Mail01/OU=Srv/O=Acme/C=US|CN=Mail02/O=Acme|Mail01|CN=Mail01/O=Acme|Mail01/Srv/Acme");
}
