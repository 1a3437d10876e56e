// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "text/shell_words.hpp"

using namespace bes;

TEST_CASE("a word that is typed in a shell of POSIX stays one word and loses nothing") {
    CHECK(wordForPosix("/opt/bes-standby") == "/opt/bes-standby");
    CHECK(wordForPosix("") == "''");
    CHECK(wordForPosix("BES NORTH") == "'BES NORTH'");
    CHECK(wordForPosix(R"(C:\lab)") == R"('C:\lab')");
    CHECK(wordForPosix("it's $HOME") == R"('it'\''s $HOME')");
}

TEST_CASE("a word that is typed on Windows stays one word and loses nothing") {
    CHECK(wordForWindows(R"(C:\lab\BESMgmt.db)") == R"(C:\lab\BESMgmt.db)");
    CHECK(wordForWindows("") == R"("")");
    CHECK(wordForWindows(R"(C:\Program Files\BES)") == R"("C:\Program Files\BES")");
    CHECK(wordForWindows("a&b") == R"("a&b")");
    CHECK(wordForWindows("it's") == R"("it's")");
    CHECK(wordForWindows(R"(say "yes")") == R"("say \"yes\"")");
    CHECK(wordForWindows(R"(C:\with blank\)") == R"("C:\with blank\\")");
    CHECK(wordForWindows(R"(\\server\share$\x)") == R"("\\server\share$\x")");
}
