// SPDX-License-Identifier: Apache-2.0
// A program that is killed in the middle of a write leaves a journal that has to be played back before
// anything can be read.

#include "answers/typed_remedy.hpp"
#include "unit/database/interrupted_write.hpp"

#include <catch2/catch.hpp>

#include "unit/database/other_process.hpp"
#include "unit/database/practice_database.hpp"
#include "unit/left_out.hpp"

using bes::database::ConfigurationDatabase;
using bes::database::Purpose;

namespace {

auto openFor(const PracticeDatabase& practice, Purpose purpose) {
    return ConfigurationDatabase::open(practice.address(), bes::Secret(), purpose);
}

} // namespace

TEST_CASE("after another program was killed while writing, looking says so and changes nothing") {
    const PracticeDatabase practice;
    interruptWrite(practice.file());
    const std::string bytes = practice.bytes();
    const auto looked = openFor(practice, Purpose::look);
    REQUIRE_FALSE(looked);
    CHECK(looked.error().id == "database.interrupted-write");
    CHECK_THAT(looked.error().why, Catch::Contains("interrupted while it wrote"));
    CHECK_THAT(bes::answers::typedRemedy(looked.error()), Catch::Contains("database upgrade"));
    CHECK(practice.bytes() == bytes);
    CHECK(std::filesystem::exists(journalOf(practice.file())));
}

TEST_CASE("who came to change something takes the write of a killed program back first") {
    const PracticeDatabase practice;
    const auto before = practice.open().read();
    REQUIRE(before);
    interruptWrite(practice.file());
    auto opened = openFor(practice, Purpose::change);
    REQUIRE(opened);
    const auto after = opened->read();
    REQUIRE(after);
    CHECK(*after == *before);
    CHECK_FALSE(std::filesystem::exists(journalOf(practice.file())));
}

TEST_CASE("an upgrade takes the write of a killed program back, as the remedy says") {
    const PracticeDatabase practice;
    interruptWrite(practice.file());
    CHECK(ConfigurationDatabase::upgrade(practice.address(), bes::Secret()));
    CHECK(practice.open().read());
}

TEST_CASE("a kill between opening and writing is survived too") {
    const PracticeDatabase practice;
    auto database = practice.open();
    interruptWrite(practice.file());
    CHECK(database.read().error().id == "database.interrupted-write");
    CHECK(database.reserve(northPair(), "run-1"));
    CHECK(database.read());
}

TEST_CASE("an account that may only read is told that an interrupted write stands in the way") {
    if (geteuid() != 0) {
        leftOut("only root can become another account");
        return;
    }
    const PracticeDatabase practice;
    interruptWrite(practice.file());
    std::filesystem::permissions(practice.file(), std::filesystem::perms(0644));
    std::filesystem::permissions(journalOf(practice.file()), std::filesystem::perms(0644));
    OtherProcess reader([&] {
        if (!becomeOrdinaryAccount())
            return 10;
        const auto opened = openFor(practice, Purpose::change);
        return !opened && opened.error().id == "database.interrupted-write" ? 0 : 11;
    });
    CHECK(reader.exitCode() == 0);
}
