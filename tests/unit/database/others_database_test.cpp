// SPDX-License-Identifier: Apache-2.0
// A database whose file or folder others can write: looking writes nothing, and root does nothing there that
// they could not do themselves.

#include <sys/stat.h>
#include <sys/wait.h>

#include <fstream>
#include <set>

#include "answers/typed_remedy.hpp"
#include "unit/database/interrupted_write.hpp"
#include "unit/database/other_process.hpp"
#include "unit/database/practice_database.hpp"
#include "unit/left_out.hpp"

using bes::database::ConfigurationDatabase;
using bes::database::Purpose;
namespace fs = std::filesystem;

namespace {

constexpr const char* onlyRoot = "only root can be misused by others";

constexpr uid_t stranger = 54321; // has no name

std::string bigEndian(std::uint32_t value) {
    std::string bytes;
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        bytes += static_cast<char>(value >> shift & 0xffU);
    return bytes;
}

/// Makes the journal of an interrupted write part of a transaction over several databases, whose common
/// ("super") journal is `name`: SQLite removes that file when it has taken the write back.
void nameSuperJournal(const fs::path& file, const fs::path& name) {
    std::ifstream database(file, std::ios::binary);
    std::string header(100, '\0');
    database.read(header.data(), 100);
    const auto byte = [&](std::size_t at) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(header[at]));
    };
    const std::uint32_t pageSize = byte(16) << 8U | byte(17);
    constexpr std::uint32_t lockByte = 0x40000000;
    std::uint32_t sum = 0;
    for (const char c : name.string())
        sum += static_cast<std::uint32_t>(static_cast<signed char>(c));
    std::ofstream journal(journalOf(file), std::ios::binary | std::ios::app);
    journal << bigEndian(lockByte / pageSize + 1) << name.string()
            << bigEndian(static_cast<std::uint32_t>(name.string().size())) << bigEndian(sum)
            << std::string("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
    REQUIRE(journal.flush());
}

/// A file of root's, and a database in a folder of somebody else with a journal that names it.
struct Trap {
    Trap() {
        REQUIRE(chmod(roots.path().c_str(), 0755) == 0);
        std::ofstream(victim) << "precious";
        interruptWrite(practice.file());
        nameSuperJournal(practice.file(), victim);
        giveAway();
    }
    void giveAway() const {
        for (const fs::path& path :
             {practice.file(), journalOf(practice.file()), practice.file().parent_path()})
            REQUIRE(chown(path.c_str(), stranger, stranger) == 0);
    }

    PracticeDatabase practice;
    TemporaryFolder roots;
    fs::path victim = roots.path() / "victim";
};

std::set<std::string> namesIn(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

} // namespace

TEST_CASE("a crafted journal beside somebody else's database makes root remove nothing when it looks") {
    if (!isRoot(onlyRoot))
        return;
    const Trap trap;
    const auto before = namesIn(trap.practice.file().parent_path());
    const std::string bytes = trap.practice.bytes();
    const auto looked = ConfigurationDatabase::open(trap.practice.address(), bes::Secret());
    REQUIRE_FALSE(looked);
    CHECK(looked.error().id == "database.interrupted-write");
    CHECK(fs::exists(trap.victim));
    CHECK(namesIn(trap.practice.file().parent_path()) == before);
    CHECK(trap.practice.bytes() == bytes);
}

TEST_CASE("when root changes somebody else's database a crafted journal reaches nothing of root's") {
    if (!isRoot(onlyRoot))
        return;
    const Trap trap;
    [[maybe_unused]] const auto upgraded =
        ConfigurationDatabase::upgrade(trap.practice.address(), bes::Secret());
    CHECK(fs::exists(trap.victim));
    // the same journal does remove the file where its owner's rights are enough: the trap is a real one
    const Trap open;
    REQUIRE(chmod(open.roots.path().c_str(), 0777) == 0);
    [[maybe_unused]] const auto again =
        ConfigurationDatabase::upgrade(open.practice.address(), bes::Secret());
    CHECK_FALSE(fs::exists(open.victim));
}

TEST_CASE("root works in the database of another account as that account") {
    if (!isRoot(onlyRoot))
        return;
    const PracticeDatabase practice;
    const fs::path folder = practice.file().parent_path();
    for (const fs::path& path : {practice.file(), folder})
        REQUIRE(chown(path.c_str(), stranger, stranger) == 0);
    REQUIRE(chmod(folder.c_str(), 0700) == 0);
    auto database = practice.open();
    CHECK(ConfigurationDatabase::expectChangeable(practice.address()));
    CHECK(database.reserve(northPair(), "run-1"));
    CHECK(database.registerStandby(northStandby(), "run-1"));
    CHECK(database.read());
    struct stat entry {};
    REQUIRE(stat(practice.file().c_str(), &entry) == 0);
    CHECK(entry.st_uid == stranger);
    CHECK(geteuid() == 0);
    std::ofstream(folder / "root-again") << "";
    REQUIRE(stat((folder / "root-again").c_str(), &entry) == 0);
    CHECK(entry.st_uid == 0);
}

TEST_CASE("a database of root's that a stranger links to from his folder is not opened for him") {
    if (!isRoot(onlyRoot))
        return;
    const PracticeDatabase practice;
    const TemporaryFolder theirs;
    fs::create_symlink(practice.file(), theirs.path() / "link.db");
    REQUIRE(chown(theirs.path().c_str(), stranger, stranger) == 0);
    bes::DatabaseAddress address;
    address.location = (theirs.path() / "link.db").string();
    const auto opened = ConfigurationDatabase::open(address, bes::Secret());
    REQUIRE_FALSE(opened);
    CHECK_THAT(opened.error().why, Catch::Contains("permissions of 54321"));
    CHECK_THAT(opened.error().why, Catch::Contains("belongs to 54321"));
    CHECK_FALSE(opened.error().remedy.empty());
}

TEST_CASE("a new database in somebody else's folder belongs to him, and follows no link of his") {
    if (!isRoot(onlyRoot))
        return;
    const TemporaryFolder theirs;
    const TemporaryFolder roots;
    REQUIRE(chmod(roots.path().c_str(), 0755) == 0);
    REQUIRE(chown(theirs.path().c_str(), stranger, stranger) == 0);
    bes::DatabaseAddress address;
    address.location = (theirs.path() / "new.db").string();
    REQUIRE(ConfigurationDatabase::create(address, bes::Secret()));
    struct stat entry {};
    REQUIRE(stat(address.location.c_str(), &entry) == 0);
    CHECK(entry.st_uid == stranger);
    CHECK((entry.st_mode & 07777U) == 0600);
    fs::create_symlink(roots.path() / "made-by-root", theirs.path() / "trap.db");
    address.location = (theirs.path() / "trap.db").string();
    CHECK_FALSE(ConfigurationDatabase::create(address, bes::Secret()));
    CHECK_FALSE(fs::exists(roots.path() / "made-by-root"));
}

TEST_CASE("root does not write a database beside which everybody can put a journal, and says so before") {
    if (!isRoot(onlyRoot))
        return;
    const PracticeDatabase practice;
    REQUIRE(chmod(practice.file().parent_path().c_str(), 01777) == 0);
    auto database = practice.open();
    CHECK(database.read());
    for (const auto& refused : {ConfigurationDatabase::expectChangeable(practice.address()),
                                database.reserve(northPair(), "run-1")}) {
        REQUIRE_FALSE(refused);
        CHECK(refused.error().id == "database.others-write");
        CHECK_THAT(refused.error().why, Catch::Contains("lets everybody add files"));
    }
}

TEST_CASE("a pipe in the place of a journal does not hold setup up") {
    const PracticeDatabase practice;
    REQUIRE(mkfifo(journalOf(practice.file()).c_str(), 0600) == 0);
    OtherProcess looking([&] {
        alarm(20);
        const bool looked = ConfigurationDatabase::open(practice.address(), bes::Secret()).has_value();
        const bool changed = ConfigurationDatabase::upgrade(practice.address(), bes::Secret()).has_value();
        return looked || changed ? 1 : 0;
    });
    CHECK(looking.exitCode() == 0);
}

TEST_CASE("looking at an empty file with a journal beside it removes nothing") {
    const TemporaryFolder folder;
    bes::DatabaseAddress address;
    address.location = (folder.path() / "empty.db").string();
    std::ofstream(address.location) << "";
    std::ofstream(journalOf(address.location)) << "something of somebody";
    CHECK_FALSE(ConfigurationDatabase::open(address, bes::Secret()));
    CHECK(fs::exists(journalOf(address.location)));
}

TEST_CASE("a database in WAL mode is read without making anything beside it") {
    const PracticeDatabase practice;
    practice.run("PRAGMA journal_mode = WAL");
    const fs::path folder = practice.file().parent_path();
    REQUIRE(namesIn(folder).size() == 1);
    CHECK(practice.open().read());
    CHECK(namesIn(folder).size() == 1);

    OtherProcess dying([&] {
        auto* database = new RawSqlite(practice.file()); // never closed: its changes stay in the log
        database->run("DELETE FROM ServerComponent");
        return 0;
    });
    REQUIRE(dying.exitCode() == 0);
    const auto looked = ConfigurationDatabase::open(practice.address(), bes::Secret());
    REQUIRE_FALSE(looked);
    CHECK_THAT(looked.error().why, Catch::Contains("-wal"));
    CHECK_THAT(bes::answers::typedRemedy(looked.error()), Catch::Contains("journal_mode"));
}
