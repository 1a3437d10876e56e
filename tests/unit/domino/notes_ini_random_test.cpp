// SPDX-License-Identifier: Apache-2.0
// Promises that hold for every notes.ini, tried on a few thousand random ones (always the same ones).

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "domino/notes_ini.hpp"

using namespace bes::domino;

namespace {

class RandomFile {
public:
    explicit RandomFile(unsigned seed) : random_(seed) {}

    std::string next() {
        std::string content = maybe(8) ? line() : "";
        content += pick({"[Notes]", "[notes]", " [NOTES] "}) + lineEnd();
        const int lines = upTo(8);
        for (int i = 0; i < lines; ++i)
            content += line();
        if (maybe(3))
            while (!content.empty() && (content.back() == '\n' || (content.back() == '\r' && maybe(2))))
                content.pop_back();
        return content;
    }

private:
    int upTo(int limit) { return std::uniform_int_distribution<int>(0, limit)(random_); }
    bool maybe(int oneIn) { return upTo(oneIn - 1) == 0; }
    std::string pick(const std::vector<std::string>& choices) {
        return choices[static_cast<std::size_t>(upTo(static_cast<int>(choices.size()) - 1))];
    }
    std::string lineEnd() { return pick({"\n", "\r\n", "\r\n", "\r\r\n"}); }

    std::string line() {
        if (maybe(3))
            return pick({"ServerTasks", "servertasks ", " SERVERTASKS", "ServerTasksAt1"}) + "=" + tasks() +
                   lineEnd();
        if (maybe(12))
            return pick({"[Other]", "[]", "[Notes]", "[half"}) + lineEnd();
        return pick({"KitType=2", "=", "", "ServerTasks", "\xE4\x80\xFF=\xFE,BES", "; ServerTasks=BES",
                     "Ports=TCPIP"}) +
               lineEnd();
    }

    std::string tasks() {
        std::string text = pick({"", " ", "\t", ",", " ,"});
        const int count = upTo(4);
        for (int i = 0; i < count; ++i)
            text += pick({"Router", "AMgr -x 1", "BES", "bes -debug", "BESX", "\xD6\x42\x45S", " ", ""}) +
                    pick({",", ", ", " ,", ",,"});
        if (maybe(2))
            while (!text.empty() && (text.back() == ',' || text.back() == ' '))
                text.pop_back();
        return text;
    }

    std::mt19937 random_;
};

/// Both with the same number of lines: how many differ.
std::ptrdiff_t differingLines(const std::string& a, const std::string& b) {
    const auto mismatchA = std::ranges::mismatch(a, b);
    const auto lines = [](auto begin, auto end) { return std::count(begin, end, '\n'); };
    // common beginning and common end enclose the change
    auto endA = a.end();
    auto endB = b.end();
    while (endA != mismatchA.in1 && endB != mismatchA.in2 && *(endA - 1) == *(endB - 1)) {
        --endA;
        --endB;
    }
    return 1 + std::max(lines(mismatchA.in1, endA), lines(mismatchA.in2, endB));
}

bool hasServerTasksLine(const std::string& content) {
    return notesIniValue(content, "ServerTasks").has_value();
}

} // namespace

TEST_CASE("for every notes.ini: adding is exact, happens once and can be taken back") {
    RandomFile files(20261122);
    int absent = 0;
    int withoutLine = 0;
    for (int i = 0; i < 5000; ++i) {
        const std::string before = files.next();
        CAPTURE(before);
        const bool wasThere = hasServerTask(before, "BES");
        const auto after = addServerTask(before, "BES");
        REQUIRE(after);
        REQUIRE(hasServerTask(*after, "BES"));
        REQUIRE(addServerTask(*after, "bes") == *after);
        REQUIRE_FALSE(hasServerTask(removeServerTask(*after, "BES"), "BES"));
        if (wasThere) {
            REQUIRE(*after == before);
            continue;
        }
        ++absent;
        withoutLine += !hasServerTasksLine(before);
        REQUIRE(removeServerTask(*after, "BES") == before);
        REQUIRE(differingLines(before, *after) <= (hasServerTasksLine(before) ? 1 : 2));
        auto expected = serverTasks(before);
        expected.emplace_back("BES");
        REQUIRE(serverTasks(*after) == expected);
    }
    CHECK(absent > 2000);
    CHECK(withoutLine > 500);
}
