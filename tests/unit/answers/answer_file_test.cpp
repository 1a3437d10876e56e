// SPDX-License-Identifier: Apache-2.0
#include "answers/usual_request.hpp"
#include "host/root.hpp"
#include "unit/answers/reading.hpp"

using Catch::Matchers::Contains;
using namespace bes;

TEST_CASE("an answer file says section, key and value") {
    const Request request = AnswerReading()
                                .file("[primary]\nname = BES01\n[database]\nlocation=/srv/b.db\n"
                                      "[components]\nadd = alert, administration\n")
                                .request();
    CHECK(request.primary == "BES01");
    CHECK(request.database.location == onThisDrive("/srv/b.db"));
    CHECK(request.add == std::vector<std::string>{"alert", "administration"});
    CHECK(request.installFolder == answers::usualRequest(host::thisSystem()).installFolder);
}

TEST_CASE("an answer file may come from any editor") {
    const Request request =
        AnswerReading()
            .file("\xEF\xBB\xBF; by hand\r\n[primary]\r\n  name =  BES 01  # the big one\r\n"
                  "[standby]\r\nname = \"BES #2; \"\"new\"\"\"")
            .request();
    CHECK(request.primary == "BES 01");
    CHECK(request.standby == "BES #2; \"new\"");
}

TEST_CASE("a '#' within a word is no comment") {
    CHECK(AnswerReading().file("[database]\nlocation = /srv/a#b;c\n").request().database.location ==
          onThisDrive("/srv/a#b;c"));
}

TEST_CASE("a misspelt key names its line and the nearest key") {
    CHECK(AnswerReading().file("[primary]\n\nnmae = BES01\n").problems() ==
          "unknown key primary.nmae in line 3 of site.ini; did you mean primary.name?");
    CHECK(AnswerReading().file("[primry]\nname = BES01\n").problems() ==
          "unknown key primry.name in line 2 of site.ini; did you mean primary.name?");
    CHECK(AnswerReading().file("[wholly]\ndifferent = x\n").problems() ==
          "unknown key wholly.different in line 2 of site.ini");
}

TEST_CASE("a key that is given twice names both lines") {
    CHECK(AnswerReading().file("[primary]\nname = A\n[primary]\nname = B\n").problems() ==
          "primary.name is given twice: in lines 2 and 4 of site.ini");
}

TEST_CASE("everything that is wrong is said at once") {
    const std::string problems =
        AnswerReading()
            .file(
                "[components]\npreset = same\n[service]\naccount = Mail Service\n[folders]\nlogs = var/log\n"
                "[media\nthis line has no key\n")
            .words({"--primary.nmae", "BES01", "--target.root"})
            .variable("BES_STANDBY_STANDBY_NAM", "x")
            .variable("BES_STANDBY_MEDIA_ALLOW_UNSIGNED", "perhaps")
            .problems();
    CHECK_THAT(problems,
               Contains("components.preset in line 2 of site.ini: \"same\" is none of same-as-primary, "
                        "failover-capable, none"));
    CHECK_THAT(problems,
               Contains("service.account in line 4 of site.ini: must be " +
                        std::string(onWindows() ? "an account without" : "the name of a system account")));
    CHECK_THAT(problems, Contains("folders.logs in line 6 of site.ini: must be an absolute path"));
    CHECK_THAT(problems, Contains("line 7 of site.ini begins a section without a closing ]"));
    CHECK_THAT(problems, Contains("line 8 of site.ini is not a [section], key = value or comment"));
    CHECK_THAT(problems, !Contains("this line has no key"));
    CHECK_THAT(problems, Contains("unknown option --primary.nmae; did you mean --primary.name?"));
    CHECK_THAT(problems, Contains("--target.root needs a value: --target.root DIR"));
    CHECK_THAT(problems, Contains("unknown environment variable BES_STANDBY_STANDBY_NAM; did you mean "
                                  "BES_STANDBY_STANDBY_NAME?"));
    CHECK_THAT(problems, Contains("BES_STANDBY_MEDIA_ALLOW_UNSIGNED: must be yes or no"));
}

TEST_CASE("text that is not UTF-8 is refused with its line") {
    CHECK(AnswerReading().file("[primary]\nname = B\xFCro\n").problems() ==
          "line 2 of site.ini is not UTF-8 text");
    AnswerReading reading;
    CHECK_THAT(reading.file(std::string_view("\xFF\xFE[\0p\0", 6)).answers().error().why, Contains("UTF-16"));
}

TEST_CASE("quotes that do not match are refused") {
    CHECK_THAT(AnswerReading().file("[primary]\nname = \"BES01\n").problems(), Contains("quotes"));
    CHECK_THAT(AnswerReading().file("[primary]\nname = BES\"01\n").problems(), Contains("quotes"));
    CHECK_THAT(AnswerReading().file("[components]\nadd = a, \"b, c\n").problems(), Contains("quotes"));
}

TEST_CASE("a control character does not get into a name") {
    CHECK_THAT(AnswerReading().file("[primary]\nname = BES\x1b[31m01\n").problems(),
               Contains("primary.name in line 2 of site.ini: contains a control character"));
}

TEST_CASE("relative paths of an answer file start from its folder") {
    AnswerReading reading;
    reading.file(
        "[media]\nfolder = media/./x/../\ntrust = a.pem, \"/b, c.pem\"\n[database]\nlocation = ../b.db\n");
    const Request request = reading.request();
    CHECK(request.media == reading.folder.path() / "media");
    CHECK(request.trust ==
          std::vector<std::filesystem::path>{reading.folder.path() / "a.pem", onThisDrive("/b, c.pem")});
    CHECK(request.database.location == utf8(reading.folder.path().parent_path() / "b.db"));
}

TEST_CASE("an answer file that is not there is a failure with its name") {
    AnswerReading reading;
    reading.sources.file = reading.folder.path() / "absent.ini";
    const auto answers = reading.answers();
    REQUIRE_FALSE(answers);
    CHECK(answers.error().id == "answers.file");
    CHECK_THAT(answers.error().why, Contains("absent.ini"));
}

TEST_CASE("An answer that is taken by itself keeps the same rules, and changes nothing where it is wrong") {
    Request request = answers::usualRequest(host::thisSystem());
    CHECK_FALSE(answers::takeAnswer(request, "folders.install", "/srv/standby/"));
    CHECK(request.installFolder == "/srv/standby");
    const Request before = request;
    for (const auto& [name, text] :
         std::vector<std::pair<std::string, std::string>>{{"folders.install", "standby"},
                                                          {"folders.logs", "/"},
                                                          {"service.account", "root"},
                                                          {"service.account", "a\tb"},
                                                          {"service.on-start-failure", "perhaps"}}) {
        INFO(name);
        CHECK(answers::takeAnswer(request, name, text));
        CHECK(request == before);
    }
    CHECK_FALSE(answers::takeAnswer(request, "folders.install", ""));
    CHECK(request == answers::usualRequest(host::thisSystem()));
}
