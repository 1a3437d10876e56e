// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "media/manifest_rules.hpp"
#include "media/package_rules.hpp"

namespace {

using bes::FileType;
using bes::PackagedFile;

const std::string someDigest(64, 'a');

PackagedFile file(const std::string& path, unsigned mode = 0644) {
    return {path, FileType::regular, mode, 1, someDigest, {}};
}
PackagedFile folder(const std::string& path, unsigned mode = 0755) {
    return {path, FileType::folder, mode, 0, {}, {}};
}
PackagedFile linkTo(const std::string& path, const std::string& target, unsigned mode = 0777) {
    return {path, FileType::symbolicLink, mode, 0, {}, target};
}

/// "FILE why", empty where the files are good.
std::string problem(const std::vector<PackagedFile>& files) {
    const auto found = bes::media::findProblem(files);
    return found ? found->file + " " + found->why : "";
}

bes::MediaManifest manifestOf(std::vector<bes::Package> packages) {
    return {{"BlackBerry Enterprise Server", "5.0", {}}, std::move(packages)};
}

bes::Package package(const std::string& id) {
    return {id, "packages/" + id + ".tar.zst", 1, someDigest, {file("f")}};
}

std::string manifestProblem(std::vector<bes::Package> packages) {
    const auto checked = bes::media::checkManifest(manifestOf(std::move(packages)));
    if (checked)
        return "";
    CHECK(checked.error().id == "media.format");
    CHECK(checked.error().code == bes::ExitCode::media);
    return checked.error().why;
}

} // namespace

TEST_CASE("a package with ordinary files is good") {
    CHECK(problem({}).empty());
    CHECK(problem({folder("bin"), file("bin/router", 0755), linkTo("current", "bin/router"),
                   folder("empty", 0700), folder("lib"), folder("lib/x-1.0 (beta)"),
                   linkTo("lib/x-1.0 (beta)/up", "../../bin/./router")})
              .empty());
}

TEST_CASE("paths stay below the package's folder") {
    CHECK(problem({file("")}) == " is empty");
    CHECK(problem({file("/etc/passwd")}) == "/etc/passwd is absolute");
    CHECK(problem({file("..")}) == ".. leads elsewhere by \"..\"");
    CHECK(problem({file("../f")}) == "../f leads elsewhere by \"..\"");
    CHECK(problem({folder("d"), file("d/../../f")}) == "d/../../f leads elsewhere by \"..\"");
    CHECK(problem({file("./f")}) == "./f leads elsewhere by \".\"");
    CHECK(problem({file("d//f")}) == "d//f has an empty name in it");
    CHECK(problem({folder("d/")}) == "d/ has an empty name in it");
    const std::string characters = " has another character than printable ASCII, or one of \\ : * ? \" < > |";
    CHECK(problem({file("..\\f")}) == "..\\f" + characters);
    CHECK(problem({file("C:f")}) == "C:f" + characters);
    CHECK(problem({file("a\nb")}) == "a?b" + characters);
    CHECK(problem({file(std::string("a\0b", 3))}) == "a?b" + characters);
    CHECK(problem({file("gr\u00fcn")}) == "gr\u00fcn" + characters);
}

TEST_CASE("names that Windows forbids, or takes for other ones, are refused by name on every system") {
    for (const std::string name : {"a?b", "a*b", "a\"b", "a<b", "a>b", "a|b", "a:b", "a\tb", "a\x7F"})
        CHECK_THAT(problem({file(name)}), Catch::Contains("printable ASCII, or one of"));
    for (const std::string name : {"CON", "con", "NUL.txt", "nul.tar.gz", "aux .c", "PRN", "COM1", "com9.log",
                                   "LPT1", "CONIN$", "conout$"})
        CHECK(problem({file(name)}) ==
              name + " has the name \"" + name + "\" in it, which is a device on Windows");
    for (const std::string name : {"a.", "a ", "a. .", "..."})
        CHECK(problem({file(name)}) ==
              name + " has the name \"" + name + "\" in it, and Windows drops the dot or blank at its end");
    for (const std::string name : {"PROGRA~1", "progra~2", "MICROS~1.TXT", "a~10.b", "AB12~1.exe"})
        CHECK(problem({file(name)}) ==
              name + " has the name \"" + name +
                  "\" in it, which looks like a short name that Windows gives to other files");
    CHECK_THAT(problem({folder("d"), folder("d/NUL"), file("d/NUL/f")}),
               Catch::StartsWith("d/NUL has the name"));
    CHECK_THAT(problem({folder("d"), linkTo("d/l", "../aux/x")}),
               Catch::Contains("whose target has the name \"aux\""));
    CHECK_THAT(problem({linkTo("l", "x./y")}), Catch::Contains("drops the dot"));
}

TEST_CASE("names that only look like those that Windows forbids are good") {
    CHECK(problem({file(" a"), file(".profile"), file("COM.dll"), file("COM10"), file("CONTROL"),
                   file("a.nul"), file("backup~"), file("com1x"), file("longer-than-eight~1"),
                   file("null.txt"), file("~1"), file("~x.conf")})
              .empty());
}

TEST_CASE("paths are not endless") {
    CHECK_THAT(problem({file(std::string(256, 'x'))}),
               Catch::EndsWith("has a name of more than 255 characters in it"));
    CHECK(problem({file(std::string(255, 'x'))}).empty());
    std::string deep = "d";
    for (int i = 0; i < 32; ++i)
        deep += "/d";
    CHECK_THAT(problem({file(deep)}), Catch::EndsWith("is more than 32 folders deep"));
}

TEST_CASE("no two files of a package have the same name, with or without case") {
    CHECK(problem({file("f"), file("f")}) == "f is listed twice");
    CHECK(problem({file("README"), file("readme")}) ==
          "readme is the same as README where case does not count");
    CHECK(problem({folder("D"), file("D/f"), folder("d")}) == "d is the same as D where case does not count");
    CHECK(problem({file("g"), file("f")}) == "f is not in order");
}

TEST_CASE("every file is in a folder that is listed") {
    CHECK(problem({file("d/f")}) == "d/f is not in a folder of the package");
    CHECK(problem({file("d"), file("d/f")}) == "d/f is not in a folder of the package");
    CHECK(problem({folder("e"), linkTo("d", "e"), file("d/f")}) != "");
    CHECK(problem({linkTo("d", "e"), file("d/f")}) == "d/f is not in a folder of the package");
    CHECK(problem({folder("D"), file("d/f")}) == "d/f is not in a folder of the package");
}

TEST_CASE("nothing in a package can be written by others or changes the account that runs it") {
    for (const unsigned mode : {04755U, 02755U, 01755U, 0775U, 0757U, 0666U})
        CHECK_THAT(problem({file("f", mode)}),
                   Catch::Contains("has a mode that allows other accounts to write"));
    CHECK_THAT(problem({folder("d", 0777)}),
               Catch::Contains("has a mode that allows other accounts to write"));
    CHECK(problem({folder("d", 0500)}) == "d is a folder that its owner can't use");
    CHECK(problem({linkTo("l", "f", 0755)}) == "l is a link with a mode other than 0777");
}

TEST_CASE("size and digest belong to regular files") {
    CHECK(problem({{"f", FileType::regular, 0644, 1, "", {}}}) == "f has an invalid SHA-256");
    CHECK(problem({{"f", FileType::regular, 0644, 1, std::string(64, 'A'), {}}}) ==
          "f has an invalid SHA-256");
    CHECK(problem({{"f", FileType::regular, 0644, ~0ull, someDigest, {}}}) ==
          "f is larger than any file may be");
    CHECK(problem({{"d", FileType::folder, 0755, 1, "", {}}}) ==
          "d is not a regular file, but has a size or digest");
}

TEST_CASE("links stay inside the package") {
    CHECK(problem({linkTo("l", "")}) == "l is a link to nowhere");
    CHECK(problem({linkTo("l", "/etc/passwd")}) == "l is a link to the absolute path /etc/passwd");
    CHECK(problem({linkTo("l", "..")}) == "l is a link that leads out of the package, to ..");
    CHECK(problem({linkTo("l", "x/../../y")}) == "l is a link that leads out of the package, to x/../../y");
    CHECK(problem({folder("d"), linkTo("d/l", "../..")}) ==
          "d/l is a link that leads out of the package, to ../..");
    CHECK_THAT(problem({linkTo("l", "C:x")}), Catch::Contains("printable ASCII"));
    CHECK(problem({folder("d"), linkTo("d/l", "..")}).empty());
    CHECK(problem({linkTo("log", "written/later")}).empty());
}

TEST_CASE("links stay inside the package through other links too") {
    // By its letters a/l ends in a; but a/up is the package's folder, and from there ".." leads out.
    CHECK(problem({folder("a"), linkTo("a/l", "up/../x"), linkTo("a/up", "..")}) ==
          "a/l is a link that leads out of the package, to up/../x");
    CHECK(problem({folder("a"), linkTo("a/l", "UP/../x"), linkTo("a/up", "..")}) ==
          "a/l is a link that leads out of the package, to UP/../x");
    // By its letters b leads out, and it does not.
    CHECK(problem({folder("a"), folder("a/b"), folder("a/b/c"), linkTo("deep", "a/b/c"),
                   linkTo("l", "deep/../..")})
              .empty());
    CHECK_THAT(problem({linkTo("a", "b"), linkTo("b", "a")}), Catch::Contains("in a circle"));
    CHECK_THAT(problem({linkTo("l", "l")}), Catch::Contains("in a circle"));
}

TEST_CASE("packages of a manifest can't collide or lead elsewhere") {
    CHECK(manifestProblem({package("a"), package("b")}).empty());
    CHECK_THAT(manifestProblem({package("a"), package("a")}), Catch::Contains("twice"));
    CHECK_THAT(manifestProblem({package("b"), package("a")}), Catch::Contains("not in order"));
    for (const std::string id : {"", "..", ".hidden", "A", "a/b", "a b", "-a"})
        CHECK_THAT(manifestProblem({package(id)}), Catch::Contains("its id is no small letters"));
    for (const std::string id : {"con", "nul.1", "com1", "router."})
        CHECK_THAT(manifestProblem({package(id)}),
                   Catch::Contains("package " + id + ": its id has the name"));

    for (const std::string archive :
         {"/etc/shadow", "../x", "packages/../../x", "x.tar.zst", "packages/a/b", ""}) {
        bes::Package elsewhere = package("a");
        elsewhere.archive = archive;
        CHECK_THAT(manifestProblem({elsewhere}), Catch::StartsWith("package a: its archive"));
    }
    bes::Package same = package("b");
    same.archive = "packages/A.tar.zst";
    CHECK_THAT(manifestProblem({package("a"), same}),
               Catch::Contains("shares the archive of another package"));
    bes::Package noDigest = package("a");
    noDigest.sha256 = "0";
    CHECK_THAT(manifestProblem({noDigest}), Catch::Contains("an invalid SHA-256"));
    bes::Package unsafe = package("a");
    unsafe.files = {file("../../etc/cron.d/evil")};
    CHECK_THAT(manifestProblem({unsafe}), Catch::Contains("\"../../etc/cron.d/evil\" leads elsewhere"));
}

TEST_CASE("every component's package is on the media") {
    bes::MediaManifest manifest = manifestOf({package("a")});
    bes::Component& router = manifest.catalog.components.emplace_back();
    router.id = router.package = "router";
    const auto checked = bes::media::checkManifest(manifest);
    REQUIRE_FALSE(checked);
    CHECK(checked.error().why == "component router requires the package router, which is not on the media");
}
