// SPDX-License-Identifier: Apache-2.0
// Why there is no connection is told apart, each time with what to do, and the password goes nowhere before
// that.

#include <chrono>

#include <catch2/catch.hpp>

#include "answers/typed_remedy.hpp"
#include "database/connection.hpp"
#include "unit/database/practice_database.hpp"

using bes::database::Access;
using bes::database::Connection;
using Catch::Contains;

namespace {

using Options = std::vector<std::string>;
constexpr std::chrono::seconds patience{2};

bes::Result<void> connected(const bes::DatabaseAddress& address,
                            bes::Secret password = PracticeDatabase::password()) {
    return Connection::open({address, std::move(password), patience}, Access::read)
        .map([](const Connection&) {});
}

bes::Failure refusal(const bes::DatabaseAddress& address,
                     bes::Secret password = PracticeDatabase::password()) {
    const auto done = connected(address, std::move(password));
    REQUIRE_FALSE(done);
    UNSCOPED_INFO(done.error().id << ": " << done.error().why);
    CHECK(done.error().code == bes::ExitCode::database);
    CHECK_THAT(done.error().why, !Contains("pass;word"));
    return done.error();
}

std::string remedy(const bes::Failure& failure) {
    return bes::answers::typedRemedy(failure);
}

Options certified(const std::string& kind) {
    const auto& certificates = ServerCertificates::shared();
    return {"--certificate", certificates.certificate(kind), "--key", certificates.key(kind)};
}

/// Nobody logged in: setup saw before what is wrong.
bool nobodyCame(const SqlserverStandIn& server) {
    return server.log().empty();
}

} // namespace

TEST_CASE("a login comes with account, password and database as they are, and in English") {
    const SqlserverStandIn server;
    CHECK(connected(server.address()));
    CHECK_THAT(server.log(), Contains(R"("user": "besadmin", "program": "bes-standby-setup")"));
    CHECK_THAT(server.log(), Contains(R"("language": "us_english", "database": "BESMgmt")"));
}

TEST_CASE("a server that nobody knows is told by its name") {
    bes::DatabaseAddress address = SqlserverStandIn().address();
    address.server = "nowhere.invalid";
    const auto failure = refusal(address);
    CHECK(failure.id == "database.connect");
    CHECK_THAT(failure.why, Contains("the server nowhere.invalid was not found"));
    CHECK_THAT(remedy(failure), Contains("--database.server"));
}

TEST_CASE("a closed port is told") {
    bes::DatabaseAddress address = SqlserverStandIn().address(); // it has gone when this is over
    const auto failure = refusal(address);
    CHECK(failure.id == "database.connect");
    CHECK_THAT(failure.why, Contains("Connection refused"));
}

TEST_CASE("a server that says nothing is told in time") {
    const SqlserverStandIn server({"--silent"});
    const auto begin = std::chrono::steady_clock::now();
    const auto failure = refusal(server.address());
    CHECK(std::chrono::steady_clock::now() - begin < patience + std::chrono::seconds(2));
    CHECK(failure.id == "database.connect");
    CHECK_THAT(failure.why, Contains("no answer within 2.0 seconds"));
}

TEST_CASE("a login that is not answered is told in time") {
    const SqlserverStandIn server;
    server.follow(R"([{"at": "login", "silent": true}])");
    const auto begin = std::chrono::steady_clock::now();
    const auto failure = refusal(server.address());
    CHECK(std::chrono::steady_clock::now() - begin < 3 * patience);
    CHECK((failure.id == "database.busy" || failure.id == "database.connect"));
}

TEST_CASE("SQL Server 2000 is refused by its version") {
    const SqlserverStandIn server({"--version", "8.0.2039", "--encryption", "none"});
    auto address = server.address();
    address.tls = GENERATE("verify-full", "off");
    const auto failure = refusal(address);
    CHECK_THAT(failure.why, Contains("SQL Server 2000, version 8.0.2039"));
    CHECK_THAT(failure.remedy, Contains("2005 or newer"));
    CHECK(nobodyCame(server));
}

TEST_CASE("a server without encryption is refused, unless none is demanded") {
    const SqlserverStandIn server({"--encryption", "none"});
    auto address = server.address();
    const auto failure = refusal(address);
    CHECK(failure.id == "database.tls");
    CHECK_THAT(failure.why, Contains("the server has no encryption"));
    CHECK_THAT(remedy(failure), Contains("--database.tls off"));
    CHECK(nobodyCame(server));
    address.tls = "off";
    CHECK(connected(address));
}

TEST_CASE("a certificate of an authority that is not trusted is refused") {
    const SqlserverStandIn server;
    auto address = server.address();
    address.tls = GENERATE("verify-full", "verify-ca");
    address.caFile = ServerCertificates::shared().certificate("self").string();
    const auto failure = refusal(address);
    CHECK(failure.id == "database.tls");
    CHECK_THAT(failure.why, Contains("certificate verify failed"));
    CHECK_THAT(remedy(failure), Contains("--database.ca-file FILE"));
    CHECK(nobodyCame(server));
    address.tls = "require";
    address.caFile.clear();
    CHECK(connected(address));
}

TEST_CASE("a certificate that the server made itself is told as such") {
    const SqlserverStandIn server(certified("self"));
    const auto failure = refusal(server.address());
    CHECK_THAT(failure.why, Contains("no certificate of its own"));
    CHECK_THAT(remedy(failure), Contains("--database.tls require"));
}

TEST_CASE("a certificate of another name is refused, unless the name does not matter") {
    const SqlserverStandIn server(certified("other"));
    auto address = server.address();
    const auto failure = refusal(address);
    CHECK(failure.id == "database.tls");
    CHECK_THAT(failure.why, Contains("is for other.example.org, which does not match host name localhost"));
    CHECK_THAT(remedy(failure), Contains("--database.server HOST"));
    CHECK(nobodyCame(server));
    address.tls = "verify-ca";
    CHECK(connected(address));
}

TEST_CASE("a certificate that has expired is refused") {
    const SqlserverStandIn server(certified("expired"));
    const auto failure = refusal(server.address());
    CHECK(failure.id == "database.tls");
    CHECK_THAT(failure.why, Contains("the server's certificate expired at 2"));
    CHECK(nobodyCame(server));
}

TEST_CASE("a weak certificate is refused") {
    const SqlserverStandIn server(certified("weak"));
    const auto failure = refusal(server.address());
    CHECK_THAT(failure.why, Contains("too weak"));
    CHECK(nobodyCame(server));
}

TEST_CASE("a server with old TLS only is told, and taken where that is said by name") {
    const SqlserverStandIn server({"--old-tls"});
    auto address = server.address();
    address.tls = GENERATE("verify-full", "require");
    if (address.tls == "require")
        address.caFile.clear();
    const auto failure = refusal(address);
    CHECK(failure.id == "database.tls");
    CHECK_THAT(failure.why, Contains("speaks TLSv1, nothing newer"));
    CHECK_THAT(remedy(failure), Contains("--database.tls require-tls1.0"));
    CHECK(nobodyCame(server));
    address.tls = "require-tls1.0";
    address.caFile.clear();
    CHECK(connected(address));
}

TEST_CASE("a wrong account or password is told as such, and no database that the account may open") {
    const SqlserverStandIn server;
    SECTION("the password") {
        const auto failure = refusal(server.address(), bes::Secret("wrong"));
        CHECK(failure.id == "database.login");
        CHECK_THAT(failure.why, Contains("Login failed for user 'besadmin'"));
    }
    SECTION("the database") {
        server.follow(
            R"([{"at": "login", "errors": [[4060, "Cannot open database \"x\" requested by the login."],
                                                     [18456, "Login failed for user 'besadmin'."]]}])");
        const auto failure = refusal(server.address());
        CHECK(failure.id == "database.connect");
        CHECK_THAT(remedy(failure), Contains("--database.name"));
    }
}

TEST_CASE("a password that ODBC does not take is refused with that reason") {
    const SqlserverStandIn server;
    const std::string password = GENERATE(as<std::string>{}, "a};b", "ends with}", std::string(200, 'x'));
    const auto failure = refusal(server.address(), bes::Secret(std::string_view(password)));
    CHECK(failure.id == "database.login");
    CHECK_THAT(failure.why, Contains("which ODBC does not take"));
    CHECK(nobodyCame(server));
}

TEST_CASE("the failover partner is tried where the server is a mirror or does not answer") {
    const SqlserverStandIn partner;
    bes::DatabaseAddress address = partner.address();
    address.partner = address.server;
    const SqlserverStandIn principal;
    SECTION("a mirror") {
        principal.follow(
            R"([{"at": "login", "errors": [[954, "The database \"BESMgmt\" cannot be opened. It is acting as a mirror database."],
                                                        [18456, "Login failed for user 'besadmin'."]]}])");
        address.server = principal.address().server;
    }
    SECTION("a closed port") {
        address.server = "localhost,1";
    }
    SECTION("a login that is cut") {
        principal.follow(R"([{"at": "login", "cut": "before"}])");
        address.server = principal.address().server;
    }
    CHECK(connected(address));
    CHECK_THAT(partner.log(), Contains("login"));
}

TEST_CASE("a server that dies while encryption is agreed on is told, and its failover partner tried") {
    const auto [how, words] = GENERATE(table<std::string, std::string>(
        {{"closed", "closed the connection when encryption was to be agreed on"},
         {"silent", "the server began to speak and does not go on"}}));
    const SqlserverStandIn dying({"--breaks-off", how});
    const auto failure = refusal(dying.address());
    CHECK(failure.id == "database.connect");
    CHECK_THAT(failure.why, Contains(words));
    const SqlserverStandIn partner;
    bes::DatabaseAddress address = partner.address();
    address.partner = address.server;
    address.server = dying.address().server;
    CHECK(connected(address));
}

TEST_CASE("where neither server nor failover partner helps both are told") {
    bes::DatabaseAddress address = SqlserverStandIn().address();
    address.partner = "localhost,1";
    const auto failure = refusal(address);
    CHECK_THAT(failure.why, Contains("; the failover partner localhost,1: "));
    CHECK_THAT(remedy(failure), Contains("--database.partner"));
}

TEST_CASE("a wrong password does not go to the failover partner") {
    const SqlserverStandIn server;
    const SqlserverStandIn partner;
    bes::DatabaseAddress address = server.address();
    address.partner = partner.address().server;
    CHECK(refusal(address, bes::Secret("wrong")).id == "database.login");
    CHECK(nobodyCame(partner));
}

TEST_CASE("an instance needs SQL Server Browser, whose silence is told as such") {
    bes::DatabaseAddress address = SqlserverStandIn().address();
    address.server = "localhost\\BES";
    const auto failure = refusal(address);
    CHECK(failure.id == "database.connect");
    CHECK_THAT(failure.why, Contains("SQL Server Browser on localhost (UDP port 1434)"));
    CHECK_THAT(failure.why, Contains("does not run")); // it answers at once that nobody listens
    CHECK_THAT(failure.remedy, Contains("localhost,PORT"));
}

TEST_CASE("a server that does not stop talking at the login is cut off") {
    const SqlserverStandIn server;
    server.follow(R"([{"at": "login", "endless": "words"}])");
    CHECK(refusal(server.address()).id == "database.too-long");
}
