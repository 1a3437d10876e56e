// SPDX-License-Identifier: Apache-2.0
// What has to be said about a database depends on what it is kept in.

#include "unit/answers/reading.hpp"

using Catch::Matchers::Contains;
using namespace bes;

namespace {

constexpr auto onServer = "[database]\nbackend = postgresql\nserver = db.example.com\nname = BESMgmt\n"
                          "user = besadmin\npassword = env:PW\nca-file = ca.pem\n";

std::vector<std::string> missing(const Request& request) {
    auto names = answers::missingAnswers(request);
    std::erase_if(names, [](const std::string& name) { return !name.starts_with("database."); });
    return names;
}

} // namespace

TEST_CASE("a database on a server is named by server, name and account, with TLS that verifies") {
    AnswerReading reading;
    const Request request = reading.file(onServer).request();
    CHECK(request.database.server == "db.example.com");
    CHECK(request.database.port == 5432);
    CHECK(request.database.tls == "verify-full");
    CHECK(request.database.caFile == utf8(reading.folder.path() / "ca.pem"));
    CHECK(request.database.complete());
    CHECK(request.database.place() == "BESMgmt on db.example.com");
    CHECK(missing(request).empty());
}

TEST_CASE("what is missing is what this kind of database needs") {
    CHECK(missing(Request{}) == std::vector<std::string>{"database.location"});
    CHECK(missing(AnswerReading().words({"--database.backend=postgresql"}).request()) ==
          std::vector<std::string>{"database.server", "database.name", "database.user"});
}

TEST_CASE("what has no effect with this kind of database is an oversight") {
    CHECK_THAT(AnswerReading().words({"--database.server", "db", "--database.location", "/b.db"}).problems(),
               Contains("database.server has no effect with database.backend sqlite, only with postgresql"));
    CHECK_THAT(AnswerReading().file(std::string(onServer) + "location = /b.db\n").problems(),
               Contains("database.location has no effect with database.backend postgresql"));
    CHECK_THAT(AnswerReading().file(onServer).words({"--database.tls", "require"}).problems(),
               Contains("database.ca-file has no effect with database.tls require"));
}

TEST_CASE("a kind of database or a demand of TLS that does not exist is told with those that do") {
    CHECK_THAT(AnswerReading().words({"--database.backend=postgres"}).problems(),
               Contains("did you mean postgresql?"));
    CHECK_THAT(
        AnswerReading().words({"--database.backend=postgresql", "--database.tls=verify_full"}).problems(),
        Contains("did you mean verify-full?"));
    CHECK_THAT(AnswerReading().words({"--database.backend=postgresql", "--database.port=70000"}).problems(),
               Contains("database.port"));
}

TEST_CASE("the database's answers are typed as they were given, without the password") {
    AnswerReading reading;
    Request request = reading.file(onServer).request();
    request.database.port = 5433;
    request.database.caFile = "/etc/my ca.pem";
    CHECK(answers::typedOptions(request.database) ==
          " --database.backend postgresql --database.server db.example.com --database.port 5433 "
          "--database.name "
          "BESMgmt --database.user besadmin --database.ca-file " +
              answers::quotedForShell("/etc/my ca.pem"));
}
