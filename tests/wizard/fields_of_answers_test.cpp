// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "answers/answers.hpp"
#include "models/fields_of_answers.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;

TEST_CASE("in the wizard an option or a key is the field that answers it") {
    CHECK(withFields("Name the same media with --media.folder DIR; or look") ==
          "Name the same media with the media folder; or look");
    CHECK(withFields("accept it with --accept-unknown domino.one-cluster") ==
          "accept it with the check box below");
    CHECK(withFields("leave them as they are with --existing.files keep") ==
          "leave them as they are with the check box below");
    CHECK(withFields("Correct database.user and database.password.") ==
          "Correct the field \"Account\" and the field \"Password\".");
    CHECK(withFields("Nothing to replace in media.json, /opt/bes-standby or mail01.acme.com.") ==
          "Nothing to replace in media.json, /opt/bes-standby or mail01.acme.com.");
}

TEST_CASE("no option of any answer is left in a text of the wizard") {
    for (const auto& answer : answers::declaredAnswers()) {
        const std::string shown = withFields("Give it with --" + answer.name + " VALUE, or not");
        INFO(shown);
        CHECK_THAT(shown, !Contains("--") && !Contains(answer.name) && !Contains("VALUE"));
    }
}
