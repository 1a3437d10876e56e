// SPDX-License-Identifier: Apache-2.0
#include "answers/usual_request.hpp"
#include "host/root.hpp"
#include "unit/answers/reading.hpp"

using Catch::Matchers::Contains;
using namespace bes;

TEST_CASE("command line goes before environment, environment before file, file before default") {
    AnswerReading reading;
    reading.file("[primary]\nname = file\n[folders]\ninstall = /file\nlogs = /file\nconfiguration = /file\n");
    reading.variable("BES_STANDBY_FOLDERS_INSTALL", "/variable")
        .variable("BES_STANDBY_FOLDERS_LOGS", "/variable");
    reading.words({"--folders.logs", "/word"});
    const Request request = reading.request();
    CHECK(request.primary == "file");
    CHECK(request.installFolder == "/variable");
    CHECK(request.logFolder == "/word");
    CHECK(request.configurationFolder == "/file");
    CHECK(request.serviceAccount == answers::usualRequest(host::thisSystem()).serviceAccount);
}

TEST_CASE("an empty value is no answer") {
    const Request request = AnswerReading()
                                .file("[service]\naccount =\n[primary]\nname = BES01\n")
                                .variable("BES_STANDBY_PRIMARY_NAME", "")
                                .request();
    CHECK(request.primary == "BES01");
    CHECK(request.serviceAccount == answers::usualRequest(host::thisSystem()).serviceAccount);
    CHECK_THAT(AnswerReading().words({"--primary.name="}).problems(),
               Contains("--primary.name needs a value"));
}

std::string accountOfTest() {
    return onWindows() ? "NT AUTHORITY\\NetworkService" : "svc";
}

TEST_CASE("every answer has a long option and an environment variable") {
    for (const answers::Answer& answer : answers::declaredAnswers()) {
        INFO(answer.name);
        CHECK_FALSE(answer.help.empty());
        if (onWindows() && isForImages(answer))
            continue;
        CHECK_FALSE(answer.example.empty());
        const std::string value = answer.placeholder.empty()         ? "yes"
                                  : answer.secret                    ? "env:PASSWORD"
                                  : !answer.choices.empty()          ? answer.choices.back()
                                  : answer.name == "service.account" ? accountOfTest()
                                  : answer.placeholder == "SECONDS" || answer.placeholder == "NUMBER" ? "77"
                                                                                                      : "/x";
        const bool forImage = answer.name == "standby.computer";
        AnswerReading byWord, byVariable;
        std::vector<std::string> words{"--" + answer.name + "=" + value};
        byVariable.variable(answers::environmentName(answer.name), value);
        Request without = answers::usualRequest(host::thisSystem());
        if (!answer.onlyWith.empty()) {
            words.push_back("--database.backend=" + answer.onlyWith.front());
            byVariable.variable("BES_STANDBY_DATABASE_BACKEND", answer.onlyWith.front());
            without.database.backend = answer.onlyWith.front();
        }
        byWord.words(words);
        if (forImage) {
            byWord.words({"--" + answer.name + "=" + value, "--root=/image"});
            byVariable.variable("BES_STANDBY_TARGET_ROOT", "/image");
        }
        CHECK(byWord.request() == byVariable.request());
        const bool same = answer.defaultValue == value || answer.name == "answers.allow-plain-secrets";
        CHECK((byWord.request() == without) == same);
    }
}

TEST_CASE("switches and short names") {
    CHECK(AnswerReading().words({"--allow-unsigned-media"}).request().allowUnsignedMedia);
    CHECK(AnswerReading().words({"--media.allow-unsigned=yes"}).request().allowUnsignedMedia);
    CHECK_FALSE(AnswerReading()
                    .words({"--allow-unsigned-media=no"})
                    .variable("BES_STANDBY_MEDIA_ALLOW_UNSIGNED", "yes")
                    .request()
                    .allowUnsignedMedia);
    if (!onWindows())
        CHECK(AnswerReading().words({"--root", "/image/"}).request().root == "/image");
}

TEST_CASE("a list may be repeated, another answer may not") {
    CHECK(AnswerReading().words({"--components.add", "a,b", "--components.add=c"}).request().add ==
          std::vector<std::string>{"a", "b", "c"});
    CHECK(AnswerReading().words({"--primary.name", "a", "--primary.name", "b"}).problems() ==
          "--primary.name is given twice");
}

TEST_CASE("a command's own option is repeated only where it says so") {
    namespace po = boost::program_options;
    po::options_description own;
    own.add_options()("license", po::value<std::vector<std::string>>()->composing(),
                      "")("out", po::value<std::string>(), "");
    const auto line =
        answers::readCommandLine({"--license", "a", "--out=x", "--license=de=b", "--out", "y"}, own, {});
    CHECK(line.options.at("license") == std::vector<std::string>{"a", "de=b"});
    CHECK(line.problems == std::vector<std::string>{"--out is given twice"});
}

TEST_CASE("options are not guessed from their beginning") {
    CHECK_THAT(AnswerReading().words({"--primary.na", "BES01"}).problems(),
               Contains("unknown option --primary.na; did you mean --primary.name?"));
    CHECK_THAT(AnswerReading().words({"--trust=/x"}).problems(), Contains("did you mean --media.trust?"));
    CHECK_THAT(AnswerReading().words({"--PRIMARY.NAME=x"}).problems(),
               Contains("did you mean --primary.name?"));
}

TEST_CASE("an option is never taken for the value that another one lacks") {
    const std::string problems =
        AnswerReading().words({"--primary.name", "--standby.name", "--media.folder"}).problems();
    CHECK_THAT(problems, Contains("--primary.name needs a value: --primary.name NAME") &&
                             Contains("--standby.name needs a value") &&
                             Contains("--media.folder needs a value"));
    CHECK(AnswerReading().words({"--primary.name=--odd"}).request().primary == "--odd");
}

TEST_CASE("answers that contradict each other are refused") {
    CHECK_THAT(AnswerReading().words({"--standby.computer=bes02"}).problems(), Contains("target.root"));
    CHECK_THAT(AnswerReading().words({"--primary.name=BES01", "--standby.name=bes01"}).problems(),
               Contains("the same"));
    CHECK_THAT(AnswerReading().words({"--components.add=a", "--components.omit=b,a"}).problems(),
               Contains("a is in components.add and in components.omit"));
}

TEST_CASE("the root of the running system is known by whatever path") {
    CHECK(AnswerReading().words({"--root=/"}).request().onRunningSystem());
    CHECK(AnswerReading().words({"--root=//"}).request().onRunningSystem());
    CHECK(AnswerReading().words({"--root=/tmp/.."}).request().onRunningSystem());
    AnswerReading reading;
    std::filesystem::create_directory_symlink("/", reading.folder.path() / "link");
    CHECK(reading.words({"--root", (reading.folder.path() / "link").string()}).request().onRunningSystem());
}

TEST_CASE("what is missing for an installation") {
    CHECK(answers::missingAnswers(answers::usualRequest(host::thisSystem())) ==
          std::vector<std::string>{"primary.name", "database.location", "media.folder"});
    CHECK(
        answers::missingAnswers(AnswerReading()
                                    .words({"--primary.name=a", "--database.location=b", "--media.folder=c"})
                                    .request())
            .empty());
}

TEST_CASE("hyphens alone are no option") {
    for (const char* word : {"---", "----", "---=x"}) {
        CAPTURE(word);
        CHECK_THAT(AnswerReading().words({word, "x"}).problems(), Catch::Contains("unknown option"));
    }
}
