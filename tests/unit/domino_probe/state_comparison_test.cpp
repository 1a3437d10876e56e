// SPDX-License-Identifier: Apache-2.0
#include "state_comparison.hpp"

#include <catch2/catch.hpp>

using namespace bes;
using namespace bes::probe;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t second = 100;
constexpr std::int64_t noon = 1'795'521'600 * second; // 2026-11-24T12:00:00Z

StateDatabases databases(const std::vector<std::tuple<int, std::optional<std::int64_t>, const char*>>& all) {
    StateDatabases result;
    for (const auto& [id, modified, name] : all)
        result.add(static_cast<std::uint64_t>(id), modified, name);
    result.arrange();
    return result;
}

domino::StateReplicas compare(const StateDatabases& primary, const StateDatabases& standby) {
    return compareStateDatabases(primary, standby, 300s,
                                 [](std::string_view name) { return "BES\\State\\" + std::string(name); });
}

std::vector<std::string> paths(const domino::StateGroup& group) {
    std::vector<std::string> result;
    for (const auto& example : group.examples)
        result.push_back(example.path);
    return result;
}

} // namespace

TEST_CASE("state databases are matched by replica ID, whatever they are called") {
    const auto found = compare(databases({{1, noon, "1.nsf"}, {2, noon, "2.nsf"}}),
                               databases({{2, noon, "b.nsf"}, {1, noon, "a.nsf"}}));
    CHECK(found.primary == 2);
    CHECK(found.standby == 2);
    CHECK(found.matched == 2);
    CHECK(found.missing.count == 0);
    CHECK(found.surplus.count == 0);
}

TEST_CASE("what the standby lacks is missing, what only it has is surplus") {
    const auto found = compare(databases({{1, noon, "1.nsf"}, {2, noon, "2.nsf"}, {3, noon, "3.nsf"}}),
                               databases({{2, noon, "2.nsf"}, {9, noon, "9.nsf"}}));
    CHECK(found.matched == 1);
    CHECK(paths(found.missing) == std::vector<std::string>{"BES\\State\\1.nsf", "BES\\State\\3.nsf"});
    CHECK(paths(found.surplus) == std::vector<std::string>{"BES\\State\\9.nsf"});
    CHECK(found.surplus.examples[0].modifiedOnPrimary.empty());
    CHECK(found.surplus.examples[0].modifiedOnStandby == "2026-11-24T12:00:00Z");
    CHECK(found.missing.examples[0].replicaId == "00000000:00000001");
    CHECK(found.misplaced.count == 0);
}

TEST_CASE("a replica may be behind as much as is tolerated") {
    const auto lag = [](std::int64_t seconds) {
        return compare(databases({{1, noon, "1.nsf"}}), databases({{1, noon - seconds * second, "1.nsf"}}));
    };
    CHECK(lag(0).stale.count == 0);
    CHECK(lag(-7200).stale.count == 0);
    CHECK(lag(-7200).longestLagSeconds == 0);
    CHECK(lag(300).stale.count == 0);
    CHECK(lag(300).longestLagSeconds == 300);
    CHECK(lag(301).stale.count == 1);
    CHECK(lag(301).matched == 1);
}

TEST_CASE("without a time it is not known whether a replica is behind") {
    const auto found = compare(databases({{1, noon, "1.nsf"}, {2, std::nullopt, "2.nsf"}}),
                               databases({{1, std::nullopt, "1.nsf"}, {2, noon, "2.nsf"}}));
    CHECK(found.matched == 2);
    CHECK(found.undated == 2);
    CHECK(found.stale.count == 0);
}

TEST_CASE("another database under the path of a missing replica is foreign") {
    const auto found = compare(databases({{1, noon, "A.NSF"}, {2, noon, "b.nsf"}, {3, noon, "c.nsf"}}),
                               databases({{7, noon, "a.nsf"}, {8, noon, "z.nsf"}, {3, noon, "b.nsf"}}));
    CHECK(found.missing.count == 2);
    CHECK(found.surplus.count == 2);
    REQUIRE(found.misplaced.count == 1);
    CHECK(found.misplaced.examples[0].path == "BES\\State\\A.NSF");
}

TEST_CASE("of two replicas on the standby the latest counts") {
    const auto found = compare(databases({{1, noon, "1.nsf"}}),
                               databases({{1, noon - 86'400 * second, "old.nsf"}, {1, noon, "1.nsf"}}));
    CHECK(found.matched == 1);
    CHECK(found.stale.count == 0);
    CHECK(found.surplus.count == 0);
}

TEST_CASE("all are counted but only the first by path are named") {
    StateDatabases primary;
    for (int i = 1000; i > 0; --i)
        primary.add(static_cast<std::uint64_t>(i * 7919 % 1009), noon, std::to_string(10'000 + i) + ".nsf");
    primary.arrange();
    const auto found = compare(primary, {});
    CHECK(found.missing.count == 1000);
    REQUIRE(found.missing.examples.size() == exampleLimit);
    CHECK(found.missing.examples.front().path == "BES\\State\\10001.nsf");
    CHECK(found.missing.examples.back().path == "BES\\State\\10020.nsf");
}
