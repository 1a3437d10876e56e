// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "detect/looks.hpp"
#include "unit/database/practice_database.hpp"
#include "unit/host/local_sockets.hpp"

using namespace bes;
using Catch::Contains;

namespace {

/// The practice site with the SRP endpoint of BES-NORTH on this computer and an address in place of its name.
struct LocalSite {
    explicit LocalSite(std::uint16_t port) {
        RawSqlite(database.file())
            .rows("UPDATE ServerConfig SET SRPHost = '127.0.0.1', FullyQualifiedName = '192.0.2.11', SRPPort "
                  "= " +
                  std::to_string(port) + " WHERE ServerName = 'BES-NORTH'");
        request.primary = "bes-north";
        request.database = database.address();
    }
    [[nodiscard]] detect::Site look() const { return detect::lookAtSite(request, Secret(), {}); }

    PracticeDatabase database;
    Request request;
};

} // namespace

TEST_CASE("The database is read, the primary's name resolved and its SRP endpoint tried") {
    const LocalSocket srp(SOCK_STREAM);
    srp.listen();
    const LocalSite site(srp.port());
    const detect::Site found = site.look();
    REQUIRE(found.database.known());
    CHECK(found.database.value().findServer("BES-NORTH") != nullptr);
    CHECK(found.primaryAddresses == Fact(std::vector<std::string>{"192.0.2.11"}));
    CHECK(found.srpEndpoint == Fact(Reachability{true, "127.0.0.1"}));
}

TEST_CASE("The SRP endpoint is connected to once and gets not a single byte") {
    const LocalSocket srp(SOCK_STREAM);
    srp.listen();
    const LocalSite site(srp.port());
    CHECK(site.look().srpEndpoint.value().reachable);

    CHECK(srp.accept().receive() == "");
    CHECK_FALSE(srp.isCalled());
}

TEST_CASE("For an image no other computer is asked") {
    const LocalSocket srp(SOCK_STREAM);
    srp.listen();
    LocalSite site(srp.port());
    site.request.root = "/srv/image";
    const detect::Site found = site.look();
    CHECK(found.database.known());
    CHECK_THAT(found.srpEndpoint.reason(), Contains("/srv/image"));
    CHECK_FALSE(found.primaryAddresses.known());
    CHECK_FALSE(srp.isCalled());
}

TEST_CASE("An endpoint that refuses is not reachable, which is known") {
    const LocalSocket closed(SOCK_STREAM);
    const LocalSite site(closed.port());
    const detect::Site found = site.look();
    CHECK_FALSE(found.srpEndpoint.value().reachable);
    CHECK_THAT(found.srpEndpoint.value().detail, Contains("refused"));
}

TEST_CASE("A primary that is not in the database leads nowhere") {
    LocalSite site(1);
    site.request.primary = "BES-NOWHERE";
    const detect::Site found = site.look();
    CHECK(found.database.known());
    CHECK_FALSE(found.primaryAddresses.known());
    CHECK_THAT(found.srpEndpoint.reason(), Contains("primary is unknown"));
}

TEST_CASE("A database that is not named or not there is unknown with the reason") {
    Request request;
    CHECK_THAT(detect::lookAtSite(request, Secret(), {}).database.reason(),
               Contains("no database is chosen"));
    const TemporaryFolder folder;
    request.database.location = (folder.path() / "nowhere" / "BESMgmt.db").string();
    CHECK_THAT(detect::lookAtSite(request, Secret(), {}).database.reason(),
               Contains(request.database.location));
}
