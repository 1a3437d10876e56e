// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

#include "host/digest.hpp"
#include "media/media.hpp"
#include "media/sign.hpp"
#include "unit/media/practice_media.hpp"
#include "unit/media/signing_identity.hpp"

namespace {

namespace fs = std::filesystem;

/// Practice media, signed.
struct SignedMedia : PracticeMedia {
    SignedMedia() {
        add("router", {{.path = "f", .content = "four"}});
        const std::string text = bes::formatMediaManifest(manifest);
        writeText(folder() / "media.json", text);
        writeText(folder() / "media.json.p7s", bes::media::Signer::load(signing).value().sign(text).value());
    }

    [[nodiscard]] bes::Result<bes::MediaContents> open() const {
        return bes::media::open(folder(), {signing.certificate});
    }

    [[nodiscard]] bes::Result<bes::MediaContents> openAnyway() const {
        return bes::media::open(folder(), {signing.certificate}, bes::media::Distrusted::readAnyway);
    }

    bes::media::Signing signing = makeIdentity(around(), "vendor");
};

} // namespace

TEST_CASE("good media is opened with its digest and signer") {
    const SignedMedia media;
    const auto contents = media.open();
    REQUIRE(contents);
    CHECK(contents->manifest == media.manifest);
    CHECK(contents->manifestSha256 == bes::host::sha256Hex(readText(media.folder() / "media.json")));
    CHECK(contents->signature.trusted);
    CHECK(contents->signature.signer == "CN=vendor");
    CHECK(contents->signature.problem.empty());
    CHECK(contents->damage.empty());
}

TEST_CASE("media that is not signed, or by somebody else, is said not to be trusted, and not read") {
    const SignedMedia media;
    SECTION("not signed") {
        fs::remove(media.folder() / "media.json.p7s");
        const auto contents = media.open();
        REQUIRE(contents);
        CHECK_FALSE(contents->signature.trusted);
        CHECK(contents->signature.signer.empty());
        CHECK_THAT(contents->signature.problem, Catch::StartsWith("the media is not signed"));
        CHECK(contents->manifest == bes::MediaManifest());
    }
    SECTION("somebody else") {
        const auto other = makeIdentity(media.around(), "other");
        const auto contents = bes::media::open(media.folder(), {other.certificate});
        REQUIRE(contents);
        CHECK_FALSE(contents->signature.trusted);
        CHECK(contents->signature.signer == "CN=vendor");
        CHECK(contents->manifest == bes::MediaManifest());
    }
    SECTION("a manifest that was changed") {
        std::string text = readText(media.folder() / "media.json");
        text.replace(text.find("0644"), 4, "0755");
        writeText(media.folder() / "media.json", text);
        const auto contents = media.open();
        REQUIRE(contents);
        CHECK_FALSE(contents->signature.trusted);
        CHECK_THAT(contents->signature.problem, Catch::Contains("changed after signing"));
        CHECK(contents->manifest == bes::MediaManifest());
    }
}

TEST_CASE("what is not signed is not even parsed, unless a person wants it") {
    const SignedMedia media;
    writeText(media.folder() / "media.json", std::string(10'000'000, '['));
    const auto unread = media.open();
    REQUIRE(unread);
    CHECK_FALSE(unread->signature.trusted);
    const auto anyway = media.openAnyway();
    REQUIRE_FALSE(anyway);
    CHECK(anyway.error().id == "media.format");
    CHECK_THAT(anyway.error().why, Catch::Contains("levels deep"));
}

TEST_CASE("packages that are missing or have another size are told without reading them") {
    const SignedMedia media;
    const fs::path archive = media.folder() / "packages/router.tar.zst";
    const auto size = fs::file_size(archive);
    SECTION("missing") {
        fs::remove(archive);
        CHECK(media.open().value().damage ==
              std::vector<std::string>{"packages/router.tar.zst can't be read: No such file or directory"});
    }
    SECTION("cut off") {
        fs::resize_file(archive, size - 1);
        CHECK(media.open().value().damage ==
              std::vector<std::string>{"packages/router.tar.zst has " + std::to_string(size - 1) +
                                       " bytes; the manifest lists " + std::to_string(size) + " bytes"});
    }
}

TEST_CASE("a folder without usable media is refused") {
    const SignedMedia media;
    SECTION("nothing there") {
        const auto contents = bes::media::open(media.around() / "absent", {});
        REQUIRE_FALSE(contents);
        CHECK(contents.error().id == "media.read");
        CHECK(contents.error().code == bes::ExitCode::media);
        CHECK_THAT(contents.error().why,
                   Catch::Contains("No such file or directory") || Catch::Contains("Path not found"));
    }
    SECTION("no manifest") {
        writeText(media.folder() / "media.json", GENERATE("", "{}", "[1", "{\"format\":\"other\"}"));
        const auto contents = media.openAnyway();
        REQUIRE_FALSE(contents);
        CHECK(contents.error().id == "media.format");
    }
    SECTION("a manifest that is not safe, signed or not") {
        bes::MediaManifest unsafe = media.manifest;
        unsafe.packages.front().files.front().path = "../../etc/cron.d/evil";
        writeText(media.folder() / "media.json", bes::formatMediaManifest(unsafe));
        const auto contents = media.openAnyway();
        REQUIRE_FALSE(contents);
        CHECK(contents.error().id == "media.format");
        CHECK(contents.error().code == bes::ExitCode::media);
    }
}
