// SPDX-License-Identifier: Apache-2.0
#include "answers/usual_request.hpp"
#include "host/root.hpp"
#include "unit/answers/reading.hpp"

#include "support/random_requests.hpp"

using namespace bes;

TEST_CASE("an answer file written from a request gives the same request back") {
    RandomRequests requests(20261122);
    AnswerReading reading;
    for (int i = 0; i < 500; ++i) {
        const Request request = requests.next();
        const std::string text = answers::formatAnswerFile(request);
        INFO(text);
        REQUIRE(reading.file(text).request() == request);
    }
}

TEST_CASE("an answer file of no answers holds every key, as a comment") {
    const std::string text = answers::formatAnswerFile(answers::usualRequest(host::thisSystem()));
    CHECK(AnswerReading().file(text).request() == answers::usualRequest(host::thisSystem()));
    const std::string backend =
        GENERATE("sqlite", "postgresql", "sqlserver"); // what is for one is wrong with the other
    std::string all = text;
    for (const answers::Answer& answer : answers::declaredAnswers()) {
        const std::string key =
            "\n#" + answer.name.substr(answer.name.find('.') + 1) + " = " + answer.example;
        const auto at = all.find(key + "\n");
        INFO(answer.name);
        REQUIRE(at != std::string::npos);
        if (answer.meansSomethingWith(backend) && !(onWindows() && isForImages(answer)))
            all.erase(at + 1, 1);
    }
    all.replace(all.find("backend = sqlite"), std::string("backend = sqlite").size(), "backend = " + backend);
    const Request example = AnswerReading().file(all + "\n").request(); // every example is a valid answer
    CHECK(answers::missingAnswers(example).empty());
}

TEST_CASE("no line of an answer file is too long to read") {
    std::istringstream lines(answers::formatAnswerFile(answers::usualRequest(host::thisSystem())));
    for (std::string line; std::getline(lines, line);)
        CHECK(line.size() <= 100);
}
