// SPDX-License-Identifier: Apache-2.0
#include "journal/public_receipt.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "unit/left_out.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
namespace fs = std::filesystem;

namespace {

Receipt receiptOf(const std::string& standby) {
    Receipt receipt;
    receipt.run = "run-1";
    receipt.standby = standby;
    receipt.catalog = {"BES", "5.0", {}};
    receipt.request.database.password.text = "sealed:c2VjcmV0";
    receipt.request.domino.httpPassword.text = "file:/root/password";
    return receipt;
}

class PracticeRoot {
public:
    PracticeRoot() { fs::permissions(folder_.path(), fs::perms(0755)); }
    [[nodiscard]] host::Root root() const { return host::Root(folder_.path()); }
    [[nodiscard]] fs::path file() const { return root()(journal::publicReceiptFile()); }
    [[nodiscard]] static unsigned mode(const fs::path& path) {
        return static_cast<unsigned>(fs::status(path).permissions());
    }
    [[nodiscard]] std::string text() const {
        std::ifstream stream(file());
        return {std::istreambuf_iterator<char>(stream), {}};
    }

private:
    TemporaryFolder folder_;
};

} // namespace

TEST_CASE("Everybody can read the copy of the receipt, whatever the umask, and it refers to no secret") {
    for (const mode_t mask : {0000U, 0077U}) {
        const PracticeRoot computer;
        const mode_t before = ::umask(mask);
        const auto published = journal::writePublicReceipt(computer.root(), receiptOf("BES01-standby"));
        ::umask(before);
        REQUIRE(published);
        CHECK(PracticeRoot::mode(computer.file()) == 0644);
        CHECK(PracticeRoot::mode(computer.file().parent_path()) == 0755);
        CHECK(computer.text().find("sealed") == std::string::npos);
        CHECK(computer.text().find("/root/password") == std::string::npos);
        const auto read = journal::publicReceipt(computer.root());
        REQUIRE(read);
        REQUIRE(*read);
        CHECK((*read)->standby == "BES01-standby");
    }
}

TEST_CASE("The copy follows the receipt, and goes with it") {
    const PracticeRoot computer;
    CHECK(journal::isPublished(computer.root(), std::nullopt));
    CHECK_FALSE(journal::isPublished(computer.root(), receiptOf("a")));
    REQUIRE(journal::writePublicReceipt(computer.root(), receiptOf("a")));
    CHECK(journal::isPublished(computer.root(), receiptOf("a")));
    CHECK_FALSE(journal::isPublished(computer.root(), receiptOf("b")));
    REQUIRE(journal::writePublicReceipt(computer.root(), receiptOf("b")));
    CHECK(journal::isPublished(computer.root(), receiptOf("b")));
    fs::permissions(computer.file(), fs::perms(0600));
    CHECK_FALSE(journal::isPublished(computer.root(), receiptOf("b")));
    REQUIRE(journal::writePublicReceipt(computer.root(), receiptOf("b")));
    CHECK(PracticeRoot::mode(computer.file()) == 0644);
    REQUIRE(journal::writePublicReceipt(computer.root(), std::nullopt));
    CHECK_FALSE(fs::exists(computer.file().parent_path()));
    CHECK_FALSE(journal::publicReceipt(computer.root()).value().has_value());
}

TEST_CASE("What a write that was killed left is tidied, with the copy or without") {
    const PracticeRoot computer;
    fs::create_directories(computer.file().parent_path());
    std::ofstream(computer.file().parent_path() / ".receipt.json.bes-unfinished-AbCdEf") << "half";
    CHECK_FALSE(journal::isPublished(computer.root(), std::nullopt));
    REQUIRE(journal::writePublicReceipt(computer.root(), std::nullopt));
    CHECK_FALSE(fs::exists(computer.file().parent_path()));
}

TEST_CASE("A copy that others could have written is neither believed nor written by root") {
    if (::geteuid() != 0)
        return leftOut("only root can make files of others");
    const PracticeRoot computer;
    REQUIRE(journal::writePublicReceipt(computer.root(), receiptOf("a")));
    fs::permissions(computer.file().parent_path(), fs::perms(0777));
    const auto read = journal::publicReceipt(computer.root());
    REQUIRE_FALSE(read);
    CHECK(read.error().id == "receipt.public");
    CHECK_THAT(read.error().why, Catch::Contains("is writable by everybody"));
    CHECK_FALSE(journal::writePublicReceipt(computer.root(), receiptOf("b")));
    CHECK(computer.text().find("\"b\"") == std::string::npos);
}

TEST_CASE("What stands where the copy's folder goes and is none is neither followed nor changed") {
    for (const bool link : {true, false}) {
        INFO((link ? "link" : "file"));
        const PracticeRoot computer;
        const fs::path folder = computer.file().parent_path();
        const fs::path others = computer.root().folder() / "others";
        fs::create_directories(folder.parent_path());
        fs::create_directory(others);
        fs::permissions(others, fs::perms(0700));
        std::ofstream(others / "receipt.json") << "mine";
        if (link)
            fs::create_symlink(others, folder);
        else
            std::ofstream(folder) << "mine";
        if (!link)
            fs::permissions(folder, fs::perms(0600));
        const auto published = journal::writePublicReceipt(computer.root(), receiptOf("a"));
        REQUIRE_FALSE(published);
        CHECK(published.error().id == "receipt.public");
        CHECK_THAT(published.error().why,
                   Catch::Contains(folder.string() + (link ? " is a symbolic link" : " is a file")));
        CHECK_FALSE(journal::isPublished(computer.root(), receiptOf("a")));
        CHECK_FALSE(journal::publicReceipt(computer.root()));
        // and there is nothing to take away
        CHECK(journal::isPublished(computer.root(), std::nullopt));
        CHECK(journal::writePublicReceipt(computer.root(), std::nullopt));
        CHECK(PracticeRoot::mode(others) == 0700);
        CHECK(PracticeRoot::mode(folder) == (link ? 0700 : 0600));
        CHECK(fs::file_size(others / "receipt.json") == 4);
    }
}

TEST_CASE("The mode of a folder that somebody else made for the copy stays as it is") {
    const PracticeRoot computer;
    fs::create_directories(computer.file().parent_path());
    std::ofstream(computer.file().parent_path() / "notes") << "mine";
    fs::permissions(computer.file().parent_path(), fs::perms(0700));
    REQUIRE(journal::writePublicReceipt(computer.root(), receiptOf("a")));
    CHECK(PracticeRoot::mode(computer.file().parent_path()) == 0700);
    REQUIRE(journal::writePublicReceipt(computer.root(), std::nullopt));
    CHECK(fs::exists(computer.file().parent_path() / "notes"));
}

TEST_CASE("A folder for the copy whose making was cut off gets its mode") {
    const PracticeRoot computer;
    fs::create_directories(computer.file().parent_path());
    fs::permissions(computer.file().parent_path(), fs::perms(0700));
    REQUIRE(journal::writePublicReceipt(computer.root(), receiptOf("a")));
    CHECK(PracticeRoot::mode(computer.file().parent_path()) == 0755);
}
