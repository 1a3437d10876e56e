// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <set>

#include "model/finding.hpp"

using namespace bes;

namespace {

Finding blocker(ExitCode code) {
    return {"some.rule", Severity::blocker, "t", "e", "r", code};
}

} // namespace

TEST_CASE("A run that several blockers stop ends with the first of their codes in the table") {
    CHECK(exitCodeOf({blocker(ExitCode::ports), blocker(ExitCode::sameComputer),
                      blocker(ExitCode::isPrimary)}) == ExitCode::sameComputer);
}

TEST_CASE("The general code gives way to one that says more") {
    CHECK(exitCodeOf({blocker(ExitCode::blocked), blocker(ExitCode::domino)}) == ExitCode::domino);
    CHECK(exitCodeOf({blocker(ExitCode::blocked)}) == ExitCode::blocked);
}

TEST_CASE("Warnings stop nothing") {
    const Finding warning{"some.rule", Severity::warning, "t", "e", "r", ExitCode::ports};
    CHECK_FALSE(blocks({warning}));
    CHECK(exitCodeOf({warning}) == ExitCode::success);
}

TEST_CASE("Every exit code has a number and a word of its own and a meaning") {
    std::set<int> numbers;
    std::set<std::string_view> words;
    for (const ExitCodeEntry& entry : exitCodes()) {
        numbers.insert(static_cast<int>(entry.code));
        words.insert(entry.id);
        CHECK(entry.meaning.ends_with('.'));
        // above 125 shells have their own meanings
        CHECK(static_cast<int>(entry.code) < 126);
    }
    CHECK(numbers.size() == exitCodes().size());
    CHECK(words.size() == exitCodes().size());
}
