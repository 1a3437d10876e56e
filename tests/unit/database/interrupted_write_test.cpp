// A program that is killed in the middle of a write leaves a journal that has to be played back before
// anything can be read.

#include <filesystem>

#include <catch2/catch.hpp>

#include "unit/database/other_process.hpp"
#include "unit/database/practice_database.hpp"
#include "unit/left_out.hpp"

namespace {

/// Dies after some pages have reached the file and before the commit.
void interruptWrite(const std::filesystem::path& file) {
    OtherProcess dying([&] {
        auto* database = new RawSqlite(file); // never closed: closing would take the write back
        database->run("PRAGMA cache_size = 1; BEGIN IMMEDIATE; "
                      "UPDATE UserConfig SET DisplayName = DisplayName || hex(zeroblob(500)); "
                      "DELETE FROM ServerComponent");
        return 0;
    });
    REQUIRE(dying.exitCode() == 0);
    REQUIRE(std::filesystem::file_size(file.string() + "-journal") > 512);
}

} // namespace

TEST_CASE("after another program was killed while writing, reading finds what was before") {
    const PracticeDatabase practice;
    const auto before = practice.open().read();
    REQUIRE(before);
    const std::string bytes = practice.bytes();
    interruptWrite(practice.file());
    REQUIRE(practice.bytes() != bytes);

    const auto after = practice.open().read();
    REQUIRE(after);
    CHECK(*after == *before);
    CHECK_FALSE(std::filesystem::exists(practice.file().string() + "-journal"));
}

TEST_CASE("a kill between opening and reading is survived too") {
    const PracticeDatabase practice;
    auto database = practice.open();
    interruptWrite(practice.file());
    CHECK(database.read());
    CHECK(database.reserve(northPair(), "run-1"));
}

TEST_CASE("an account that may only read is told that an interrupted write stands in the way") {
    if (geteuid() != 0) {
        leftOut("only root can become another account");
        return;
    }
    const PracticeDatabase practice;
    interruptWrite(practice.file());
    std::filesystem::permissions(practice.file(), std::filesystem::perms(0644));
    std::filesystem::permissions(practice.file().string() + "-journal", std::filesystem::perms(0644));
    OtherProcess reader([&] {
        if (!becomeOrdinaryAccount())
            return 10;
        const auto opened = bes::database::ConfigurationDatabase::open(practice.address(), bes::Secret());
        return !opened && opened.error().id == "database.interrupted-write" ? 0 : 11;
    });
    CHECK(reader.exitCode() == 0);
}
