// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

#include "model/catalog.hpp"
#include "model/media_manifest.hpp"
#include "model/startable_service.hpp"
#include "places_of_tests.hpp"

using namespace bes;

namespace {

std::string shipped() {
    std::ifstream stream(BES_SOURCE_DIR "/resources/catalog/bes-5.0-domino.json");
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// Why a catalogue is refused in which one text was replaced by another.
std::string refusal(const std::string& from, const std::string& to) {
    std::string text = shipped();
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    const auto catalog = parseCatalog(text.replace(at, from.size(), to));
    REQUIRE_FALSE(catalog.has_value());
    CHECK(catalog.error().id == "catalog.format");
    return catalog.error().why;
}

} // namespace

TEST_CASE("A unit's name can't lead out of the folder of units") {
    CHECK(refusal("bes-router.service", "../../bin/sh.service").find("not a valid unit name") !=
          std::string::npos);
    CHECK(refusal("bes-router.service", "ssh.service").find("ssh.service") != std::string::npos);
}

TEST_CASE(
    "A service may be called as Windows calls it, by its documented name alone, which can't be a path") {
    std::string text = shipped();
    const std::string unit = "\"unit\": \"bes-router.service\"";
    text.replace(text.find(unit), unit.size(), "\"unit\": \"BlackBerry Router\"");
    const auto catalog = parseCatalog(text);
    REQUIRE(catalog.has_value());
    CHECK(catalog->isForWindows());
    CHECK_FALSE(parseCatalog(shipped())->isForWindows());
    CHECK(refusal("bes-router.service", "BlackBerry Dispatcher").find("not a valid unit name") !=
          std::string::npos);
    const std::string name = "\"name\": \"BlackBerry Router\",\n          \"display_name\"";
    std::string path = shipped();
    path.replace(path.find(name), name.size(), "\"name\": \"../x\",\n          \"display_name\"");
    path.replace(path.find(unit), unit.size(), "\"unit\": \"../x\"");
    CHECK_FALSE(parseCatalog(path).has_value());
}

TEST_CASE("Unknown start policies, dependencies and versions are refused by name") {
    CHECK(refusal("start-after-setup", "start-now") == "unknown start policy \"start-now\"");
    CHECK(refusal("\"dependencies\": []", "\"dependencies\": [\"nothing\"]").find("\"nothing\"") !=
          std::string::npos);
    CHECK(refusal("\"format_version\": 1", "\"format_version\": 7").find("version 7") != std::string::npos);
}

TEST_CASE("A number that does not fit into its place is refused, not cut") {
    for (const char* number : {"1e300", "3101.5", "-1", "65536", "70000", "18446744073709551615", "\"3101\""})
        CHECK_THAT(refusal("\"number\": 3101", std::string("\"number\": ") + number),
                   Catch::Contains("is no number for its place"));
    for (const char* number : {"1e300", "-1e300", "0.5", "4294967296"})
        CHECK_THAT(refusal("\"start_order\": 10", std::string("\"start_order\": ") + number),
                   Catch::Contains("is no number for its place"));
}

TEST_CASE("Only services that start after setup can become startable") {
    const auto catalog = parseCatalog(shipped());
    REQUIRE(catalog.has_value());
    CHECK(findStartable(*catalog, "bes-router.service").has_value());
    CHECK_FALSE(findStartable(*catalog, "bes-policy.service").has_value());
    CHECK_FALSE(findStartable(*catalog, "sshd.service").has_value());
}

TEST_CASE("A media manifest that was written and read is the same, byte for byte") {
    MediaManifest manifest;
    manifest.catalog = parseCatalog(shipped()).value();
    manifest.packages = {{"router",
                          "packages/router.tar.zst",
                          1234,
                          std::string(64, 'a'),
                          {{"bin", FileType::folder, 0755, 0, "", ""},
                           {"bin/bes-router", FileType::regular, 04755 & 07777, 9, std::string(64, 'b'), ""},
                           {"bin/link", FileType::symbolicLink, 0777, 0, "", "bes-router"}}}};
    const std::string text = formatMediaManifest(manifest);
    const auto read = parseMediaManifest(text);
    REQUIRE(read.has_value());
    CHECK(*read == manifest);
    CHECK(formatMediaManifest(*read) == text);
    CHECK(manifest.packages.front().unpackedSize() == 9);
}
