// SPDX-License-Identifier: Apache-2.0
// The connection is as safe as was demanded, or there is none.

#include <catch2/catch.hpp>

#include "answers/typed_remedy.hpp"
#include "unit/database/practice_database.hpp"

using bes::database::ConfigurationDatabase;

namespace {

bes::Failure refusal(const bes::DatabaseAddress& address) {
    const auto opened = ConfigurationDatabase::open(address, PracticeDatabase::password());
    REQUIRE_FALSE(opened);
    INFO(opened.error().why);
    CHECK(opened.error().id == "database.tls");
    CHECK(opened.error().code == bes::ExitCode::database);
    return opened.error();
}

bool opens(const bes::DatabaseAddress& address) {
    return ConfigurationDatabase::open(address, PracticeDatabase::password()).has_value();
}

} // namespace

TEST_CASE("the server's certificate is verified, with its name, unless something else is demanded") {
    const PracticeDatabase practice;
    CHECK(practice.address().tls == "verify-full");
    CHECK(opens(practice.address()));
}

TEST_CASE("a certificate of an authority that is not trusted is refused") {
    const PracticeDatabase practice;
    auto address = practice.address();
    address.tls = GENERATE("verify-full", "verify-ca");
    SECTION("another authority is") {
        address.caFile = PostgresqlServer::shared().strangersAuthority().string();
    }
    SECTION("only those of the computer are") {
        address.caFile.clear();
    }
    const auto failure = refusal(address);
    CHECK_THAT(failure.why, Catch::Contains("certificate verify failed"));
    CHECK_THAT(bes::answers::typedRemedy(failure), Catch::Contains("--database.ca-file FILE"));
}

TEST_CASE("a certificate of another name is refused, unless the name does not matter") {
    const PracticeDatabase practice;
    auto address = practice.address();
    address.server = "127.0.0.1";
    const auto failure = refusal(address);
    CHECK_THAT(failure.why, Catch::Contains("does not match host name"));
    CHECK_THAT(bes::answers::typedRemedy(failure), Catch::Contains("--database.server HOST"));
    address.tls = "verify-ca";
    CHECK(opens(address));
}

TEST_CASE("who asks for encryption only gets it from whoever answers") {
    const PracticeDatabase practice;
    auto address = practice.address();
    address.caFile.clear();
    address.tls = "require";
    CHECK(opens(address));
}

TEST_CASE("an authorities' file that can't be read is told") {
    const PracticeDatabase practice;
    auto address = practice.address();
    address.caFile = "/nowhere/ca.crt";
    CHECK_THAT(refusal(address).why, Catch::Contains("/nowhere/ca.crt"));
}

TEST_CASE("a server without TLS is refused, unless none is demanded") {
    PostgresqlServer server;
    const PracticeDatabase practice(server);
    server.set("ssl = off");
    auto address = practice.address();
    address.tls = GENERATE("verify-full", "verify-ca", "require");
    if (address.tls == "require")
        address.caFile.clear();
    const auto failure = refusal(address);
    CHECK_THAT(failure.why, Catch::Contains("does not support SSL"));
    CHECK_THAT(bes::answers::typedRemedy(failure), Catch::Contains("--database.tls off"));
    address.tls = "off";
    CHECK(opens(address));
}
