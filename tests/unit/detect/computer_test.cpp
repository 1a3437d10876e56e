// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "detect/looks.hpp"
#include "host/network.hpp"
#include "unit/detect/practice_site.hpp"

using namespace bes;

namespace {

struct Image {
    Image() { request.root = folder.path(); }
    [[nodiscard]] Fact<Computer> look() const { return detect::lookAtComputer(request); }

    TemporaryFolder folder;
    Request request;
};

} // namespace

TEST_CASE("An image has the name that stands in it and no addresses yet") {
    const Image image;
    writeText(image.folder.path() / "etc/hostname", "# the mail host\n\n  bes02.acme.example.org \n");
    CHECK(image.look().value() == Computer{"bes02", "bes02.acme.example.org", {}});
    writeText(image.folder.path() / "etc/hostname", "bes02");
    CHECK(image.look().value() == Computer{"bes02", "bes02", {}});
}

TEST_CASE("The name that was given for an image wins") {
    Image image;
    writeText(image.folder.path() / "etc/hostname", "debian\n");
    image.request.computer = "bes02";
    CHECK(image.look().value().name == "bes02");
}

TEST_CASE("An image without a name is unknown with the reason") {
    const Image image;
    CHECK_FALSE(image.look().known());
    CHECK_THAT(image.look().reason(), Catch::Contains("hostname") && Catch::Contains("No such file"));
    writeText(image.folder.path() / "etc/hostname", "# nothing\n");
    CHECK_THAT(image.look().reason(), Catch::Contains("has no name"));
}

TEST_CASE("The running computer is itself, whatever name was given for an image") {
    Request request;
    request.computer = "bes02";
    const Computer found = detect::lookAtComputer(request).value(), own = host::thisComputer().value();
    CHECK(found.name == own.name);
    CHECK(found.fullyQualifiedName == own.fullyQualifiedName);
    CHECK(found.addresses == own.addresses);
}
