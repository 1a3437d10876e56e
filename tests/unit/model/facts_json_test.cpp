// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "model/json.hpp"

using namespace bes;

// Every part is named by a structured binding, so that a new one does not compile before it is decided here
// whether the JSON shows it.

namespace {

template<class T>
void change(Fact<T>& fact) {
    fact = Fact<T>::unknown("another reason");
}
void change(std::string& text) {
    text = "another text";
}
void change(bool& value) {
    value = !value;
}
template<class T>
void change(std::map<std::filesystem::path, T>& places) {
    places.try_emplace("/another/folder");
}
template<class T>
void change(std::vector<T>& things) {
    things.emplace_back();
}
void change(std::optional<std::uint64_t>& number) {
    number = 7;
}
void change(std::optional<Obstacle>& obstacle) {
    obstacle = Obstacle{"a reason", "a remedy"};
}

template<class Part>
bool isShown(const Facts& facts, Part& part) {
    const Part before = part;
    const Json shown = toJson(facts);
    change(part);
    const bool differs = toJson(facts) != shown;
    part = before;
    return differs;
}

template<class... Parts>
void checkShown(const Facts& facts, Parts&... parts) {
    std::size_t number = 0;
    const auto check = [&](auto& part) {
        INFO("part " << ++number);
        CHECK(isShown(facts, part));
    };
    (check(parts), ...);
}

} // namespace

TEST_CASE("Every part of the facts is shown in their JSON") {
    Facts facts;
    auto& [computer, administrator, serviceManager, database, primaryAddresses, srpEndpoint, media, space,
           ports, notesIni, domino, serviceAccountExists, installed, unfinishedRun, standby, surroundings,
           otherRun, fromPublicReceipt, databaseNotChangeable, writableByOthers, others, logFolder] = facts;
    checkShown(facts, computer, administrator, serviceManager, database, primaryAddresses, srpEndpoint, media,
               space, ports, notesIni, domino, serviceAccountExists, installed, unfinishedRun, otherRun,
               fromPublicReceipt, databaseNotChangeable, writableByOthers, others, logFolder);
    CHECK_FALSE(isShown(facts, standby)); // only maintenance looks at it, and has no output of facts
}

TEST_CASE("Every part of a computer's surroundings is shown in the JSON of the facts") {
    Facts facts;
    auto& [folders, others, frozen, account, systemd, missingDatabaseRights, now, largestFile,
           securityModule] = facts.surroundings;
    checkShown(facts, folders, others, frozen, account, systemd, missingDatabaseRights, now, largestFile,
               securityModule);
}
