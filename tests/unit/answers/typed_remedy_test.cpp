// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "answers/typed_remedy.hpp"
#include "model/findings.hpp"
#include "unit/plain_text.hpp"

using namespace bes;
using answers::typedRemedy;

namespace {

std::string typed(Remedy remedy) {
    return typedRemedy(blocker(ExitCode::blocked, "a.b", "Title", "Evidence", std::move(remedy)));
}

} // namespace

TEST_CASE("What a text may not have is found in it") {
    CHECK(plain_text::retiredPartOf("Accept the Licence of the media") == "Licence");
    CHECK(plain_text::retiredPartOf("Make 204 files visible") == "Make 204 files visible");
    CHECK(plain_text::retiredPartOf("Choose a folder with --media.folder") == "--");
    CHECK(plain_text::retiredPartOf("media.folder is missing") == "media.folder");
    CHECK(plain_text::retiredPartOf("There is no file").empty());
}

TEST_CASE("The command line says which options carry a remedy out") {
    CHECK(typed("Wait") == "Wait");
    CHECK(typed({"Add the publisher's certificate, or allow untrusted media",
                 {{"media.trust"}, {"media.allow-unsigned"}}}) ==
          "Add the publisher's certificate, or allow untrusted media (--media.trust FILE, "
          "--media.allow-unsigned)");
    CHECK(typed({"Move them, or keep them.", {{"existing.files", "keep"}}}) ==
          "Move them, or keep them (--existing.files keep).");
    CHECK(typed({"Did you mean BES Berlin?", {{"primary.name", "BES Berlin"}}}) ==
          "Did you mean BES Berlin? (--primary.name " + answers::quotedForShell("BES Berlin") + ")");
}

TEST_CASE("An option that is no answer stands for itself") {
    CHECK(typed({"Fail over first, or continue", {{"although-promoted"}}}) ==
          "Fail over first, or continue (--although-promoted)");
}

TEST_CASE("A command of a remedy comes last, without a full stop that would be copied too") {
    CHECK(typed({"Release the primary.", {}, "bes-standby-setup database release 'A B'"}) ==
          "Release the primary: bes-standby-setup database release 'A B'");
    CHECK(
        typed(
            {"Choose another, or release it", {{"primary.name"}}, "bes-standby-setup database release A"}) ==
        "Choose another, or release it (--primary.name NAME): bes-standby-setup database release A");
}

TEST_CASE("A failure's remedy is typed as a finding's is") {
    const Result<void> failed =
        fail(ExitCode::usage, "a.b", "What", "why", {"Enter the password.", {{"database.password"}}});
    CHECK(typedRemedy(failed.error()) == "Enter the password (--database.password SECRET).");
    CHECK(failed.error().remedy == "Enter the password.");
}

TEST_CASE("Remedies that are joined name each answer once") {
    Remedy remedy("First", {{"primary.name"}});
    remedy.append("; or ", {"second", {{"primary.name"}, {"standby.name"}}, "command"});
    CHECK(remedy.text == "First; or second");
    CHECK(remedy.answers == std::vector<NamedAnswer>{{"primary.name"}, {"standby.name"}});
    CHECK(remedy.command == "command");
}
