// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <unistd.h>

#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "media/media.hpp"
#include "unit/media/practice_media.hpp"
#include "unit/media/signing_identity.hpp"

namespace {

namespace fs = std::filesystem;

bes::Catalog catalogOf(const std::vector<std::string>& packages) {
    bes::Catalog catalog{"BlackBerry Enterprise Server for IBM Lotus Domino", "5.0", {}};
    for (const std::string& package : packages) {
        bes::Component& component = catalog.components.emplace_back();
        component.id = component.name = component.package = package;
    }
    return catalog;
}

const bes::Catalog catalog = catalogOf({"router", "alert"});

/// Two packages with a bit of everything. `order`: in which order the files are made.
void makeTree(const fs::path& tree, bool order) {
    const std::map<std::string, std::string> files{
        {"router/bin/router", "#!/bin/sh\n"},
        {"router/share/doc.txt", std::string(200000, 'd')},
        {"router/" + std::string(120, 'n') + "/" + std::string(120, 'm'), "x"},
        {"router/empty", ""},
        {"alert/bin/alert", "alert"}};
    const auto make = [&](const auto& file) {
        fs::create_directories((tree / file.first).parent_path());
        writeText(tree / file.first, file.second);
        fs::permissions(tree / file.first,
                        fs::perms(file.first.find("bin") != std::string::npos ? 0755 : 0644));
    };
    if (order)
        std::for_each(files.begin(), files.end(), make);
    else
        std::for_each(files.rbegin(), files.rend(), make);
    fs::create_directory(tree / "router/nothing-in-it");
    fs::create_symlink("bin/router", tree / "router/current");
}

std::map<std::string, std::string> contentOf(const fs::path& folder) {
    std::map<std::string, std::string> content;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        content[entry.path().lexically_relative(folder).generic_string()] =
            entry.is_regular_file() ? readText(entry.path()) : "folder";
    return content;
}

bes::Failure refusal(const bes::Catalog& wanted, const fs::path& tree, const bes::media::Signing& signing,
                     const fs::path& out) {
    const bool existed = fs::exists(out);
    const auto created = bes::media::create(wanted, tree, signing, out);
    REQUIRE_FALSE(created);
    CHECK(fs::exists(out) == existed);
    CHECK_FALSE(fs::exists(out.string() + ".partial"));
    CHECK_FALSE(created.error().remedy.empty());
    return created.error();
}

} // namespace

TEST_CASE("the same tree gives the same media, whenever, by whomever and in whatever order it was made") {
    const TemporaryFolder folder;
    const auto signing = makeIdentity(folder.path(), "vendor");
    const fs::path first = folder.path() / "one";
    const fs::path second = folder.path() / "two";
    makeTree(first, true);
    makeTree(second, false);
    for (const auto& entry : fs::recursive_directory_iterator(second)) {
        if (entry.is_symlink())
            continue;
        fs::last_write_time(entry.path(),
                            fs::file_time_type::clock::now() - std::chrono::hours(24 * 365 * 10));
        fs::permissions(entry.path(), fs::perms::group_write, fs::perm_options::add); // another umask
    }
    if (::geteuid() == 0)
        runWell({"chown", "-R", "nobody:nogroup", second});

    REQUIRE(bes::media::create(catalog, first, signing, folder.path() / "media-one"));
    fs::create_directory(folder.path() / "media-two"); // empty is as good as absent
    REQUIRE(bes::media::create(catalog, second, signing, folder.path() / "media-two/"));

    const auto content = contentOf(folder.path() / "media-one");
    CHECK(content == contentOf(folder.path() / "media-two"));
    std::vector<std::string> names;
    for (const auto& [name, unused] : content)
        names.push_back(name);
    CHECK(names == std::vector<std::string>{"media.json", "media.json.p7s", "packages",
                                            "packages/alert.tar.zst", "packages/router.tar.zst"});
}

TEST_CASE("created media is trusted, whole and unpacks to the tree it was made from") {
    const TemporaryFolder folder;
    const auto signing = makeIdentity(folder.path(), "vendor");
    const fs::path tree = folder.path() / "tree";
    const fs::path media = folder.path() / "media";
    const fs::path staging = folder.path() / "staging";
    makeTree(tree, true);
    REQUIRE(bes::media::create(catalog, tree, signing, media));

    const auto contents = bes::media::open(media, {signing.certificate});
    REQUIRE(contents);
    CHECK(contents->signature.trusted);
    CHECK(contents->damage.empty());
    CHECK(contents->manifest.catalog == catalog);
    REQUIRE(bes::media::verifyPackages(media, contents->manifest, {}, {}));
    REQUIRE(bes::media::stage(media, contents->manifest, {"alert", "router"}, staging, {}, {}));
    CHECK(succeeds({"diff", "-r", "--no-dereference", tree, staging}));
    for (const auto& package : contents->manifest.packages)
        for (const auto& file : package.files)
            CHECK(static_cast<unsigned>(fs::symlink_status(staging / package.id / file.path).permissions()) ==
                  file.mode);
}

TEST_CASE("the packages of media are plain archives") {
    const TemporaryFolder folder;
    makeTree(folder.path() / "tree", true);
    REQUIRE(bes::media::create(catalog, folder.path() / "tree", makeIdentity(folder.path(), "vendor"),
                               folder.path() / "media"));
    const std::string listing =
        runWell({"tar", "--utc", "--zstd", "-tvf", folder.path() / "media/packages/alert.tar.zst"});
    CHECK(listing == "drwxr-xr-x 0/0               0 1970-01-01 00:00 bin/\n"
                     "-rwxr-xr-x 0/0               5 1970-01-01 00:00 bin/alert\n");
}

TEST_CASE("media is not made from what could not be installed") {
    const TemporaryFolder folder;
    const auto signing = makeIdentity(folder.path(), "vendor");
    const fs::path tree = folder.path() / "tree";
    const fs::path out = folder.path() / "media";
    makeTree(tree, true);

    SECTION("a package without files") {
        const auto failure = refusal(catalogOf({"alert", "router", "policy"}), tree, signing, out);
        CHECK(failure.id == "media.create");
        CHECK(failure.what == "Can't create package policy");
    }
    SECTION("files without a package") {
        CHECK_THAT(refusal(catalogOf({"router"}), tree, signing, out).why, Catch::Contains("\"alert\""));
    }
    SECTION("a catalogue without packages") {
        CHECK(refusal(catalogOf({}), tree, signing, out).id == "media.create");
    }
    SECTION("a package id that leads elsewhere") {
        CHECK_THAT(refusal(catalogOf({"../tree/alert"}), tree, signing, out).why,
                   Catch::Contains("its id is no"));
    }
    SECTION("a link that leads out") {
        fs::create_symlink("../../../etc", tree / "alert/etc");
        const auto failure = refusal(catalog, tree, signing, out);
        CHECK_THAT(failure.what, Catch::Contains("alert/etc"));
        CHECK_THAT(failure.why, Catch::Contains("leads out of the package"));
    }
    SECTION("a name that collides") {
        writeText(tree / "alert/BIN", "x");
        CHECK_THAT(refusal(catalog, tree, signing, out).why, Catch::Contains("where case does not count"));
    }
    SECTION("a set-user-ID program") {
        fs::permissions(tree / "alert/bin/alert", fs::perms(04755));
        CHECK_THAT(refusal(catalog, tree, signing, out).why, Catch::Contains("set-user-ID"));
    }
    SECTION("a pipe") {
        runWell({"mkfifo", tree / "alert/pipe"});
        CHECK_THAT(refusal(catalog, tree, signing, out).why, Catch::Contains("not a regular file"));
    }
    SECTION("a folder that can't be read") {
        if (::geteuid() != 0) { // root can read all
            fs::permissions(tree / "alert/bin", fs::perms::none);
            CHECK_THAT(refusal(catalog, tree, signing, out).what, Catch::EndsWith("alert/bin"));
            fs::permissions(tree / "alert/bin", fs::perms::owner_all);
        }
    }
    SECTION("no key") {
        CHECK(refusal(catalog, tree, {folder.path() / "absent", signing.certificate}, out).id ==
              "media.signing-key");
    }
    SECTION("a folder that has something in it") {
        fs::create_directory(out);
        writeText(out / "mine", "kept");
        CHECK(refusal(catalog, tree, signing, out).id == "media.create");
        CHECK(readText(out / "mine") == "kept");
    }
    SECTION("a folder that can't be made") {
        CHECK_THAT(refusal(catalog, tree, signing, folder.path() / "absent/media").why,
                   Catch::Contains("No such file"));
    }
}

TEST_CASE("media that was stopped is not made, and what a killed run left is taken over") {
    const TemporaryFolder folder;
    const auto signing = makeIdentity(folder.path(), "vendor");
    const fs::path tree = folder.path() / "tree";
    const fs::path out = folder.path() / "media";
    const fs::path partial = folder.path() / "media.partial";
    makeTree(tree, true);

    SECTION("stopped") {
        std::stop_source stop;
        stop.request_stop();
        const auto created = bes::media::create(catalog, tree, signing, out, {}, stop.get_token());
        REQUIRE_FALSE(created);
        CHECK(created.error().id == "run.cancelled");
        CHECK_FALSE(fs::exists(partial));
        CHECK_FALSE(fs::exists(out));
    }
    SECTION("left by a killed run") {
        fs::create_directories(partial / "packages");
        writeText(partial / "packages/alert.tar.zst", "half");
        writeText(partial / "other", "half");
        writeText(partial / "being-written", "");
        REQUIRE(bes::media::create(catalog, tree, signing, out));
        CHECK_FALSE(fs::exists(partial));
        CHECK_FALSE(fs::exists(out / "other"));
        CHECK_FALSE(fs::exists(out / "being-written"));
    }
    SECTION("not setup's") {
        fs::create_directories(partial);
        writeText(partial / "mine", "kept");
        const auto created = bes::media::create(catalog, tree, signing, out);
        REQUIRE_FALSE(created);
        CHECK(created.error().id == "media.create");
        CHECK(readText(partial / "mine") == "kept");
    }
    SECTION("a link of that name") {
        fs::create_directories(folder.path() / "elsewhere");
        writeText(folder.path() / "elsewhere/being-written", "");
        fs::create_symlink("elsewhere", partial);
        CHECK_FALSE(bes::media::create(catalog, tree, signing, out));
        CHECK(fs::exists(folder.path() / "elsewhere/being-written"));
    }
}
