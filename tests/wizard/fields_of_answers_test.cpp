// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "answers/answers.hpp"
#include "model/findings.hpp"
#include "models/fields_of_answers.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;

namespace {

std::string shown(Remedy remedy) {
    return shownRemedy(blocker(ExitCode::blocked, "a.b", "Title", "Evidence", std::move(remedy)));
}

} // namespace

TEST_CASE("in the wizard an answer of a remedy is the field that answers it") {
    CHECK(shown({"Choose the same media", {{"media.folder"}}}) == "Choose the same media (the media folder)");
    CHECK(shown({"Verify this yourself and accept it", {{"domino.accept-unknown", "domino.one-cluster"}}}) ==
          "Verify this yourself and accept it (the check box below)");
    CHECK(shown({"Keep them as they are", {{"existing.files", "keep"}}}) ==
          "Keep them as they are (the check box below)");
    CHECK(shown({"Correct the account or its password.", {{"database.user"}, {"database.password"}}}) ==
          "Correct the account or its password (the field \"Account\", the field \"Password\").");
    CHECK(shown({"Nothing to fill in for media.json or mail01.acme.com."}) ==
          "Nothing to fill in for media.json or mail01.acme.com.");
}

TEST_CASE("fields that are one step are named once, and a command is left to its button") {
    CHECK(shown({"Add or omit other components", {{"components.add"}, {"components.omit"}}, "a command"}) ==
          "Add or omit other components (the step \"Components\")");
}

TEST_CASE("no option of any answer is left in a text of the wizard") {
    for (const auto& answer : answers::declaredAnswers()) {
        const std::string text = shown({"Enter it, or not", {{answer.name, "VALUE"}}});
        INFO(text);
        CHECK_THAT(text, !Contains("--") && !Contains(answer.name) && !Contains("VALUE"));
    }
}

TEST_CASE("a failure's remedy is shown as a finding's is") {
    const Result<void> failed =
        fail(ExitCode::usage, "a.b", "What", "why", {"Enter it.", {{"database.port"}}});
    CHECK(shownRemedy(failed.error()) == "Enter it (the field \"Port\").");
}
