// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include "host/files.hpp"
#include "report/archive.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;

namespace fs = std::filesystem;

TEST_CASE("The name of a report has the computer and the time in it") {
    CHECK(report::reportName("standby1.example.org", 0) == "bes-standby-report-standby1-19700101T000000Z");
    CHECK(report::reportName("", 0) == "bes-standby-report-19700101T000000Z");
    CHECK(report::reportName("../a b", 0) == "bes-standby-report-19700101T000000Z");
}

TEST_CASE("A report is its owner's alone, and takes no file's place") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "report.tar.gz";
    REQUIRE(report::expectWritable(file));
    const auto bytes = report::packed({{{"a.txt", "text"}, "content"}}, "folder", 0);
    REQUIRE(bytes);
    REQUIRE(report::writeArchive(file, *bytes));
    CHECK(host::status(file).value()->mode == 0600);
    CHECK(host::readFile(file).value() == *bytes);

    CHECK(report::expectWritable(file).error().id == "report.exists");
    CHECK(report::writeArchive(file, "other").error().id == "report.exists");
    CHECK(host::readFile(file).value() == *bytes);
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) ==
          1); // no part is left
}

TEST_CASE("A report does not go where a link leads") {
    const TemporaryFolder folder;
    fs::create_symlink("nowhere", folder.path() / "link");
    CHECK(report::writeArchive(folder.path() / "link", "other").error().id == "report.exists");
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("Where a report can't be written is said, and nothing is left") {
    const TemporaryFolder folder;
    CHECK_FALSE(report::writeArchive(folder.path() / "none" / "report.tar.gz", "bytes"));
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("The same files make the same archive") {
    const std::vector<report::File> files{{{"a.txt", "text"}, "content"}, {{"logs/b.log", "log"}, "line\n"}};
    CHECK(report::packed(files, "folder", 1).value() == report::packed(files, "folder", 1).value());
}
