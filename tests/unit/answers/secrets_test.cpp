// SPDX-License-Identifier: Apache-2.0
#include "unit/answers/reading.hpp"

#include "host/private_file.hpp"
#include "host/sealed_secret.hpp"

using Catch::Matchers::Contains;
using namespace bes;

namespace {

constexpr auto hidden = "hunter2-and-more";

std::filesystem::path secretFile(const AnswerReading& reading, const std::string& content,
                                 std::filesystem::perms mode = std::filesystem::perms::owner_read) {
    auto path = reading.folder.path() / "secret";
    std::ofstream(path, std::ios::binary) << content;
    setMode(path, mode);
    return path;
}

Result<Secret> fetchFile(const std::filesystem::path& path) {
    return answers::fetch({"file:" + path.string()}, {});
}

} // namespace

TEST_CASE("a secret on the command line is refused and not repeated") {
    for (const std::string value : {hidden, "plain:hunter2-and-more"}) {
        const std::string problems =
            AnswerReading().words({"--answers.allow-plain-secrets", "--database.password", value}).problems();
        CHECK_THAT(problems, Contains("file:PATH") && !Contains(hidden));
    }
    CHECK(AnswerReading().words({"--database.password=env:DB"}).request().database.password.text == "env:DB");
}

TEST_CASE("plain text is taken only when that is said") {
    const std::string problems =
        AnswerReading().file("[database]\npassword = plain:hunter2-and-more\n").problems();
    CHECK_THAT(problems, Contains("answers.allow-plain-secrets") && !Contains(hidden));
    CHECK_THAT(AnswerReading().file("[database]\npassword = hunter2-and-more\n").problems(),
               Contains("file:PATH") && !Contains(hidden));
}

TEST_CASE("a plain secret is kept out of the request") {
    AnswerReading reading;
    reading.file("[answers]\nallow-plain-secrets = yes\n[database]\npassword = plain:hunter2-and-more\n");
    const auto answers = reading.answers();
    REQUIRE(answers);
    CHECK(answers->request.database.password.text == "plain:database.password");
    const auto secret = answers::fetch(answers->request.database.password, {{}, answers->plainSecrets, {}});
    REQUIRE(secret);
    CHECK(secret->reveal() == hidden);
    CHECK_THAT(answers::formatAnswerFile(answers->request), !Contains(hidden) && !Contains("\npassword ="));
}

TEST_CASE("a file with a plain secret must be its owner's alone") {
    AnswerReading reading;
    reading.file("[answers]\nallow-plain-secrets = yes\n[database]\npassword = plain:hunter2-and-more\n");
    setMode(reading.path(), std::filesystem::perms::owner_all | std::filesystem::perms::others_read);
    CHECK_THAT(reading.problems(), Contains(host::commandForPrivacy(reading.path())) && !Contains(hidden));
}

TEST_CASE("a plain secret that was not stored can't be had from a stored request") {
    const auto secret = answers::fetch({"plain:database.password"}, {});
    REQUIRE_FALSE(secret);
    CHECK(secret.error().id == "secret.source");
}

TEST_CASE("a secret in a file is its only line") {
    const AnswerReading reading;
    CHECK(fetchFile(secretFile(reading, "hunter2\n"))->reveal() == "hunter2");
    CHECK(fetchFile(secretFile(reading, "hunter2\r\n"))->reveal() == "hunter2");
    CHECK(fetchFile(secretFile(reading, " hunter 2 "))->reveal() == " hunter 2 ");
    CHECK_FALSE(fetchFile(secretFile(reading, "\n")));
    CHECK_FALSE(fetchFile(secretFile(reading, "one\ntwo\n")));
    CHECK_FALSE(fetchFile(reading.folder.path() / "absent"));
}

TEST_CASE("a secret in a file that others can read is refused") {
    using std::filesystem::perms;
    std::vector<perms> all{perms::others_read};
    if (!onWindows()) // where the group is that of the administrators
        all.insert(all.end(), {perms::group_read, perms::group_write});
    for (const perms others : all) {
        const AnswerReading reading;
        const auto path = secretFile(reading, hidden, perms::owner_read | others);
        const auto secret = fetchFile(path);
        REQUIRE_FALSE(secret);
        CHECK(secret.error().id == "secret.source");
        CHECK_THAT(secret.error().remedy, Contains(host::commandForPrivacy(path)));
    }
}

TEST_CASE("the path of a secret's file is kept whole") {
    AnswerReading reading;
    reading.file("[database]\npassword = file:secrets/db\n");
    CHECK(reading.request().database.password.text ==
          "file:" + bes::utf8(reading.folder.path() / "secrets/db"));
}

TEST_CASE("a secret in the environment") {
    CHECK(answers::fetch({"env:DB"}, {{{"DB", Secret("x")}}, {}, {}})->reveal() == "x");
    CHECK_FALSE(answers::fetch({"env:DB"}, {{{"DB", Secret()}}, {}, {}}));
    CHECK_FALSE(answers::fetch({"env:DB"}, {}));
    // the variable that a reference names is not taken for a misspelt answer
    CHECK(AnswerReading()
              .words({"--database.password=env:BES_STANDBY_DB"})
              .variable("BES_STANDBY_DB", hidden)
              .variable("BES_STANDBY_PASSPHRASE", hidden)
              .request()
              .database.password.text == "env:BES_STANDBY_DB");
}

TEST_CASE("a sealed secret is opened with the passphrase, which only it asks for") {
    const auto sealed = host::seal(Secret(hidden), Secret("correct horse"));
    REQUIRE(sealed);
    const answers::SecretSources right{{}, {}, [] { return Secret("correct horse"); }};
    const answers::SecretSources wrong{{}, {}, [] { return Secret("battery"); }};
    CHECK(answers::fetch({*sealed}, right)->reveal() == hidden);
    CHECK(answers::fetch({*sealed}, wrong).error().id == "secret.sealed");
}

TEST_CASE("what Windows sealed is taken as it is given, on every system, and asks for no passphrase") {
    const std::string reference = "dpapi:AQEAAADQjJ3fARXREYx6AMBPwpfr";
    CHECK(AnswerReading().words({"--database.password=" + reference}).request().database.password.text ==
          reference);
    CHECK(
        AnswerReading().file("[database]\npassword = " + reference + "\n").request().database.password.text ==
        reference);
    CHECK_THAT(AnswerReading().file("[database]\npassword = dpapi:\n").problems(), Contains("dpapi:TEXT"));
    const answers::SecretSources sources{
        {}, {}, []() -> Result<Secret> { throw std::logic_error("not asked"); }};
    const auto secret = answers::fetch({reference}, sources);
    REQUIRE_FALSE(secret);
    CHECK((secret.error().id == "secret.dpapi" || secret.error().id == "secret.sealed")); // on Windows
    CHECK_THAT(secret.error().what + secret.error().why + secret.error().remedy, !Contains("AQEAAADQ"));
}

TEST_CASE("no reference is an empty secret") {
    CHECK(answers::fetch({}, {})->empty());
}
