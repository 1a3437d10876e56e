// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "output/findings_view.hpp"
#include "unit/console/screen.hpp"

using namespace bes;

namespace {

std::string shown(const std::vector<Finding>& findings,
                  app::FindingsShown detail = app::FindingsShown::notices) {
    Screen screen(60);
    app::showFindings(findings, detail, screen.console.out);
    return screen.out.str();
}

const Finding good{"database.reachable", Severity::passed, "The database can be read", "/srv/b.db", ""};
const Finding notice{"domino.found", Severity::information, "A Domino server was found", "/notes.ini", ""};
const Finding warning{"srp.reachable", Severity::warning, "The SRP host does not answer",
                      "srp.example.com:3101: timed out", "Open port 3101 outwards."};
const Finding blocker{"primary.free",
                      Severity::blocker,
                      "BES01 has a standby",
                      "BES01-standby on node2, since 2026-11-22T10:00:00Z, is its standby",
                      "Choose another primary, or remove that standby first.",
                      ExitCode::standbyExists};

} // namespace

TEST_CASE("findings are shown with the worst first, and what is good is counted") {
    CHECK(shown({good, warning, notice, blocker}) ==
          R"(Blockers
  BES01 has a standby  [primary.free]
      BES01-standby on node2, since 2026-11-22T10:00:00Z, is
      its standby
      Remedy:  Choose another primary, or remove that
               standby first.

Warnings
  The SRP host does not answer  [srp.reachable]
      srp.example.com:3101: timed out
      Remedy:  Open port 3101 outwards.

Good to know
  A Domino server was found  [domino.found]
      /notes.ini

Resolve all blockers to install: 1 blocker, 1 warning, 1 notice, 1 passed.
)");
}

TEST_CASE("where only problems are of interest, notices are counted") {
    CHECK(shown({notice, warning}, app::FindingsShown::problems) ==
          "Warnings\n  The SRP host does not answer  [srp.reachable]\n"
          "      srp.example.com:3101: timed out\n      Remedy:  Open port 3101 outwards.\n\n"
          "Ready to install: 1 warning, 1 notice, 0 passed.\n");
}

TEST_CASE("what is good is shown when it is asked for") {
    CHECK(shown({good}, app::FindingsShown::all) ==
          "Passed\n  database.reachable  The database can be read\n\n"
          "Ready to install: 1 passed.\n");
    CHECK(shown({good}) == "Ready to install: 1 passed.\n");
}
