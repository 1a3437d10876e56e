// SPDX-License-Identifier: Apache-2.0
// Archives that lie: each one is refused, by staging and by verifying alike, and nothing appears outside the
// staging folder.

#include <catch2/catch.hpp>

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>

#include "unit/media/practice_media.hpp"

namespace {

namespace fs = std::filesystem;
using Kind = PracticeEntry::Kind;

std::set<fs::path> filesOutsideStaging(const PracticeMedia& media) {
    std::set<fs::path> found;
    for (auto entry = fs::recursive_directory_iterator(media.around());
         entry != fs::recursive_directory_iterator(); ++entry)
        if (entry->path() == media.staging())
            entry.disable_recursion_pending();
        else
            found.insert(entry->path());
    return found;
}

std::uint64_t bytesInStaging(const PracticeMedia& media) {
    std::uint64_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(media.staging()))
        if (entry.is_regular_file() && !entry.is_symlink())
            bytes += entry.file_size();
    return bytes;
}

/// The reason for which the media is refused.
std::string refusal(PracticeMedia& media) {
    const auto before = filesOutsideStaging(media);
    const auto verified = media.verify();
    const auto staged = media.stage();
    CHECK(filesOutsideStaging(media) == before);
    REQUIRE_FALSE(staged);
    REQUIRE_FALSE(verified);
    CHECK(staged.error() == verified.error());
    CHECK(staged.error().id == "media.package");
    CHECK(staged.error().code == bes::ExitCode::media);
    CHECK(staged.error().what == "Package router can't be used");
    CHECK_FALSE(staged.error().remedy.empty());
    return staged.error().why;
}

/// A package whose archive has one entry that its manifest does not know.
std::string refusalOfExtra(const PracticeEntry& extra) {
    PracticeMedia media;
    const PracticeEntry good{.path = "good", .content = "good"};
    media.add("router", filesOf({good}), zstdOf(tarOf({good, extra})));
    return refusal(media);
}

/// A package whose archive has another entry than its manifest says.
std::string refusalOfInstead(const PracticeEntry& manifest, const PracticeEntry& archive) {
    PracticeMedia media;
    media.add("router", filesOf({manifest}), zstdOf(tarOf({archive})));
    return refusal(media);
}

const std::string unlisted = "is listed twice, or not listed in the manifest";

} // namespace

TEST_CASE("an archive can't bring what the manifest does not list") {
    CHECK_THAT(refusalOfExtra({.path = "more", .content = "x"}), Catch::EndsWith(unlisted));
    CHECK_THAT(refusalOfExtra({.path = "/etc/evil", .content = "x"}), Catch::EndsWith(unlisted));
    CHECK_THAT(refusalOfExtra({.path = "../evil", .content = "x"}), Catch::EndsWith(unlisted));
    CHECK_THAT(refusalOfExtra({.path = "a/../../evil", .content = "x"}), Catch::EndsWith(unlisted));
    CHECK_THAT(refusalOfExtra({.path = "out", .kind = Kind::symbolicLink, .leadsTo = "/etc"}),
               Catch::EndsWith(unlisted));
    CHECK_THAT(refusalOfExtra({.path = "good", .content = "evil"}), Catch::EndsWith(unlisted));
    CHECK_THAT(refusalOfExtra({.path = "GOOD", .content = "evil"}), Catch::EndsWith(unlisted));
    CHECK_THAT(refusalOfExtra({.path = "./good", .content = "evil"}), Catch::EndsWith(unlisted));
    CHECK_THAT(refusalOfExtra({.path = "evil\x1b[2J", .content = "x"}),
               Catch::StartsWith("\"evil?[2J\" in "));
}

TEST_CASE("a name of an archive that is not ASCII is refused by name") {
    // written into the finished archive: what libarchive makes of such a name depends on the system
    const std::string inItsPlace(150, 'x');
    const std::string name = GENERATE("caf\u00e9", "\uff52outer", "\u4e2d", "\U0001f4c4");
    PracticeMedia media;
    const PracticeEntry good{.path = "good", .content = "good"};
    std::string tar = tarOf({good, {.path = inItsPlace, .content = "x"}});
    tar.replace(tar.find(" path=") + 6, name.size(), name);
    media.add("router", filesOf({good}), zstdOf(tar));
    CHECK_THAT(refusal(media), Catch::StartsWith("\"" + name + "xx"));
}

TEST_CASE("an archive can't bring hard links, devices, pipes and sockets, listed or not") {
    const std::string name = GENERATE("good", "other");
    CHECK_THAT(refusalOfExtra({.path = name, .kind = Kind::hardLink, .leadsTo = "/etc/passwd"}),
               Catch::EndsWith("is a hard link"));
    CHECK_THAT(refusalOfExtra({.path = name, .kind = Kind::characterDevice}), Catch::EndsWith("is a device"));
    CHECK_THAT(refusalOfExtra({.path = name, .kind = Kind::blockDevice}), Catch::EndsWith("is a device"));
    CHECK_THAT(refusalOfExtra({.path = name, .kind = Kind::pipe}), Catch::EndsWith("is a pipe"));
}

TEST_CASE(
    "an archive can't give a file another kind, mode, size, target or content than the manifest lists") {
    const PracticeEntry file{.path = "f", .content = "four", .mode = 0644};
    const PracticeEntry link{.path = "f", .kind = Kind::symbolicLink, .leadsTo = "g"};
    CHECK_THAT(refusalOfInstead(file, link), Catch::EndsWith("has a type other than listed in the manifest"));
    CHECK_THAT(refusalOfInstead(link, file), Catch::EndsWith("has a type other than listed in the manifest"));
    CHECK_THAT(refusalOfInstead(file, {.path = "f", .content = "four", .mode = 04755}),
               Catch::EndsWith("has a mode other than listed in the manifest"));
    CHECK_THAT(refusalOfInstead(file, {.path = "f", .content = "three"}),
               Catch::EndsWith("has 5 bytes; the manifest lists 4 bytes"));
    CHECK_THAT(refusalOfInstead(file, {.path = "f", .content = "two"}),
               Catch::EndsWith("has 3 bytes; the manifest lists 4 bytes"));
    CHECK_THAT(refusalOfInstead(link, {.path = "f", .kind = Kind::symbolicLink, .leadsTo = "/etc/passwd"}),
               Catch::EndsWith("has a link target other than listed in the manifest"));
    CHECK_THAT(refusalOfInstead(file, {.path = "f", .content = "evil"}),
               Catch::EndsWith("is damaged (checksum mismatch)"));
}

TEST_CASE("an archive can't leave out a file") {
    PracticeMedia media;
    const PracticeEntry file{.path = "f", .content = "four"};
    media.add("router", filesOf({file, {.path = "g"}}), zstdOf(tarOf({file})));
    CHECK_THAT(refusal(media), Catch::Equals("\"g\" in packages/router.tar.zst is missing"));
}

TEST_CASE("an archive can't replace a folder by a link to write through it") {
    PracticeMedia media;
    const PracticeEntry folder{.path = "d", .kind = Kind::folder, .mode = 0755};
    const PracticeEntry file{.path = "d/f", .content = "evil"};
    const PracticeEntry link{.path = "d", .kind = Kind::symbolicLink, .leadsTo = "../.."};
    media.add("router", filesOf({folder, file}), zstdOf(tarOf({link, file})));
    CHECK_THAT(refusal(media), Catch::StartsWith("\"d\" in"));
}

TEST_CASE("no bit of an archive can be flipped") {
    const std::vector<PracticeEntry> entries{{.path = "d", .kind = Kind::folder, .mode = 0755},
                                             {.path = "d/f", .content = std::string(3000, 'x')},
                                             {.path = "l", .kind = Kind::symbolicLink, .leadsTo = "d/f"}};
    PracticeMedia media;
    const auto& package = media.add("router", entries);
    REQUIRE(media.verify());
    const std::string good = readText(media.folder() / package.archive);
    for (std::size_t bit = 0; bit < good.size() * 8; bit += 3) {
        std::string bad = good;
        bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
        writeText(media.folder() / package.archive, bad);
        const auto verified = media.verify();
        INFO("bit " << bit);
        REQUIRE_FALSE(verified);
        REQUIRE(verified.error().id == "media.package");
    }
}

TEST_CASE("an archive can't be cut off or have something after its end") {
    const std::vector<PracticeEntry> entries{{.path = "f", .content = std::string(100000, 'x')}};
    const std::string tar = tarOf(entries);
    const std::string archive = zstdOf(tar);
    const std::string more = zstdOf(tarOf({{.path = "more"}}));
    const std::string skippable("\x50\x2a\x4d\x18\x04\x00\x00\x00rest", 12);
    const std::string goesOn = "has data after its end";

    SECTION("a manifest that says so does not make it good") {
        const auto [bad, why] = GENERATE_COPY(table<std::string, std::string>({
            {archive + "rest", goesOn},
            {archive + more, goesOn},
            {archive + skippable, goesOn},
            {archive.substr(0, archive.size() / 2), "is truncated"},
            {archive.substr(0, 3), "is truncated"},
            {"", "is truncated"},
            {zstdOf(tar.substr(0, 5000)), "is not a valid tar archive: Truncated"},
            {zstdOf(tar.substr(0, 700)), "is not a valid tar archive: Truncated"},
            {zstdOf(""), "is not a valid tar archive: "},
            {zstdOf(std::string(1024, '\0')), "is missing"},
            {zstdOf(tar + std::string(2000, 'x')), "is not a valid tar archive: "},
            {zstdOf(tar + tarOf({{.path = "more"}})), "\"more\" in packages/router.tar.zst " + unlisted},
            {std::string(1000, 'x'), "is damaged: "},
            {std::string("\x27\xb5\x2f\xfd\0\0\0\0\0", 9), "is damaged: "}, // zstd 0.7
            {std::string("\x25\xb5\x2f\xfd\0\0\0\0\0", 9), "is damaged: "}, // zstd 0.5
            {skippable, "is damaged: "},
            {skippable + archive, "is damaged: "},
        }));
        PracticeMedia media;
        media.add("router", filesOf(entries), bad);
        CHECK_THAT(refusal(media), Catch::Contains(why));
    }
    SECTION("nor does a file that is shorter or longer than the manifest lists") {
        PracticeMedia media;
        auto& package = media.add("router", entries);
        SECTION("shorter") {
            writeText(media.folder() / package.archive, archive.substr(0, archive.size() - 1));
            CHECK_THAT(refusal(media), Catch::Contains("the manifest lists"));
        }
        SECTION("longer") {
            writeText(media.folder() / package.archive, archive + "x");
            CHECK_THAT(refusal(media), Catch::Contains("is larger than"));
        }
        SECTION("missing") {
            fs::remove(media.folder() / package.archive);
            CHECK_THAT(refusal(media), Catch::Contains("No such file or directory"));
        }
        SECTION("a folder") {
            fs::remove(media.folder() / package.archive);
            fs::create_directory(media.folder() / package.archive);
            CHECK_THAT(refusal(media), Catch::EndsWith("is not a regular file"));
        }
    }
    SECTION("zeros up to the next record are no garbage") {
        PracticeMedia media;
        media.add("router", filesOf(entries), zstdOf(tar + std::string(20 * 512, '\0')));
        CHECK(media.stage());
    }
}

TEST_CASE("an archive that is whole but not the manifest's is refused") {
    PracticeMedia media;
    auto& package = media.add("router", {{.path = "f", .content = "four"}});
    package.sha256 = std::string(64, 'a');
    CHECK_THAT(refusal(media), Catch::EndsWith("is damaged (checksum mismatch)"));
}

TEST_CASE("a decompression bomb stops at the declared size") {
    constexpr std::size_t huge = 100ull << 20U;
    PracticeMedia media;
    const PracticeEntry small{.path = "f", .content = std::string(1000, 'x')};

    SECTION("in a file") {
        media.add("router", filesOf({small}),
                  zstdOf(tarOf({{.path = "f", .content = std::string(huge, '\0')}})));
        CHECK_THAT(refusal(media), Catch::EndsWith("unpacks to more than listed in the manifest"));
        CHECK(bytesInStaging(media) == 0);
    }
    SECTION("behind the files") {
        media.add("router", filesOf({small}), zstdOf(tarOf({small}) + std::string(huge, '\0')));
        CHECK_THAT(refusal(media), Catch::EndsWith("unpacks to more than listed in the manifest"));
        CHECK(bytesInStaging(media) <= 1000);
    }
}

TEST_CASE("an archive can't ask for more memory than 8 MiB of window") {
    const std::vector<PracticeEntry> entries{{.path = "f", .content = std::string(9u << 20U, 'x')}};
    PracticeMedia media;
    SECTION("8 MiB are good") {
        media.add("router", filesOf(entries), zstdOf(tarOf(entries), 23));
        CHECK(media.stage());
    }
    SECTION("16 MiB are not") {
        media.add("router", filesOf(entries), zstdOf(tarOf(entries), 24));
        CHECK_THAT(refusal(media), Catch::EndsWith("requires more memory than allowed"));
    }
}
