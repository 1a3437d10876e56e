// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "capture/program_version.hpp"
#include "unit/capture/practice_program.hpp"

using bes::capture::languageOf;
using bes::capture::ProgramVersion;
using bes::capture::versionOf;

TEST_CASE("the version resource of a program is read, of 32 and of 64 bit") {
    CHECK(versionOf(PracticeProgram{}.bytes()) == ProgramVersion{"5.0.3.22", "en"});
    CHECK(versionOf(PracticeProgram{{5, 0, 0, 1}, 0x0407, true}.bytes()) == ProgramVersion{"5.0.0.1", "de"});
}

TEST_CASE("a program without a version, and what is no program, has none") {
    CHECK_FALSE(versionOf(PracticeProgram{{0, 0, 0, 0}}.bytes()));
    CHECK_FALSE(versionOf(""));
    CHECK_FALSE(versionOf("#!/bin/sh\n"));
    CHECK_FALSE(versionOf(std::string(4096, '\0')));
}

TEST_CASE("a language is told by its short name, an unusual one by its number, a neutral one not at all") {
    CHECK(languageOf(0x0409) == "en");
    CHECK(languageOf(0x0C09) == "en");
    CHECK(languageOf(0x040C) == "fr");
    CHECK(languageOf(0x0419) == "1049");
    CHECK(languageOf(0x0400).empty());
    CHECK(languageOf(0).empty());
}

TEST_CASE(
    "a program that is cut off or spoilt anywhere is read or has no version, and nothing else happens") {
    const std::string whole = PracticeProgram{}.bytes();
    for (std::size_t length = 0; length < whole.size(); ++length)
        (void)versionOf(whole.substr(0, length)); // sanitizers look on
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string spoilt = whole;
        spoilt[at] = '\xFF';
        (void)versionOf(spoilt);
    }
}
