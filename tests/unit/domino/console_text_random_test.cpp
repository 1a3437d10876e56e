// SPDX-License-Identifier: Apache-2.0
// Promises that hold for every text, tried on many random ones (always the same ones).

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "console_samples.hpp"
#include "domino/console_text.hpp"
#include "domino/server_name.hpp"
#include "unit/domino/answer_parts.hpp"

using namespace bes::domino;

namespace {

/// Good texts, in which the other server is named in every place but in the list of members.
const std::vector<std::string> withoutOther = [] {
    std::vector<std::string> texts;
    for (std::string text : {shownCluster, loggedCluster, translatedCluster}) {
        for (auto at = text.find("Mail11"); at != std::string::npos; at = text.find("Mail11", at))
            text.replace(at, 6, "Mail7x");
        text.insert(0, "Replicator: Zebra/Acme, error: not responding\n");
        text += "Zebra/Acme\nServer Zebra/Acme is down\n> trace Zebra/Acme\n";
        texts.push_back(text + shownTasks);
    }
    return texts;
}();

class Mutation {
public:
    explicit Mutation(unsigned seed) : random_(seed) {}

    std::string next() {
        std::string text = pick(withoutOther);
        for (int count = upTo(6); count > 0; --count)
            change(text);
        return text;
    }

private:
    std::size_t upTo(std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit)(random_);
    }
    int upTo(int limit) { return static_cast<int>(upTo(static_cast<std::size_t>(limit))); }
    const std::string& pick(const std::vector<std::string>& choices) {
        return choices[upTo(choices.size() - 1)];
    }
    std::size_t lineBegin(const std::string& text) {
        const auto before = text.rfind('\n', upTo(text.size()));
        return before == std::string::npos ? 0 : before + 1;
    }

    void change(std::string& text) {
        static const std::vector<std::string> pieces = {"\n",
                                                        "\r\n",
                                                        ":",
                                                        ",",
                                                        "(",
                                                        "(2)",
                                                        "(3):",
                                                        ")",
                                                        "Server: ",
                                                        "server name: ",
                                                        ", availability index: 1",
                                                        "Cluster name: ",
                                                        "\t",
                                                        "  ",
                                                        "\xC3",
                                                        "\x84",
                                                        "> ",
                                                        "[1:2] ",
                                                        "10:00:00 ",
                                                        "Cluster members (1):\n"};
        const std::size_t at = upTo(text.size());
        switch (upTo(6)) {
        case 0:
            text.resize(at);
            break;
        case 1:
            text.erase(at, upTo(std::size_t{40}));
            break;
        case 2:
            text.insert(at, pick(pieces));
            break;
        case 3: // a line goes elsewhere
        {
            const std::size_t begin = lineBegin(text);
            const std::string line = text.substr(begin, text.find('\n', begin) - begin + 1);
            text.erase(begin, line.size());
            text.insert(lineBegin(text), line);
            break;
        }
        case 4:
            if (at < text.size())
                text[at] = static_cast<char>(upTo(255));
            break;
        case 5:
            text.insert(lineBegin(text), pick(withoutOther).substr(0, upTo(std::size_t{300})));
            break;
        default:
            text.insert(lineBegin(text), text.substr(lineBegin(text), upTo(std::size_t{80})));
        }
    }

    std::mt19937 random_;
};

} // namespace

TEST_CASE("for every text: a member stands in its lines, and a server that is none is not made one") {
    Mutation mutations(20261122);
    int yes = 0;
    int refused = 0;
    for (int i = 0; i < 10000; ++i) {
        const std::string text = mutations.next();
        CAPTURE(text);
        const ConsoleReplies replies = readConsoleText(text, {"Mail01/Acme", "Zebra/Acme", "The text"});
        if (replies.liveCluster.verdict != Verdict::yes) {
            ++refused;
            REQUIRE(replies.liveCluster.reason);
            continue;
        }
        ++yes;
        const std::vector<std::string> members = valueIn(replies.liveCluster).members;
        REQUIRE(findServer(members, "Mail01/Acme"));
        REQUIRE_FALSE(findServer(members, "Zebra/Acme"));
    }
    CHECK(yes > 1000);
    CHECK(refused > 2000);
}
