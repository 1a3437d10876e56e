// SPDX-License-Identifier: Apache-2.0
#include "host/root.hpp"

#include <fstream>

#include <catch2/catch.hpp>

#include "host/files.hpp"
#include "unit/temporary_folder.hpp"

using bes::host::Root;
namespace fs = std::filesystem;

namespace {

/// An image beside a folder of the host that nothing of the image may lead to.
class Image {
public:
    Image() {
        fs::create_directories(folder());
        fs::create_directories(outside());
    }
    [[nodiscard]] fs::path folder() const { return temporary_.path() / "image"; }
    [[nodiscard]] fs::path outside() const { return temporary_.path() / "outside"; }
    void hasFolder(const fs::path& inside) const { fs::create_directories(folder() / inside); }
    void hasLink(const fs::path& inside, const fs::path& target) const {
        fs::create_directories((folder() / inside).parent_path());
        fs::create_symlink(target, folder() / inside);
    }
    [[nodiscard]] std::string at(const fs::path& inside) const {
        return Root(folder())(inside).lexically_relative(folder());
    }
    [[nodiscard]] std::string followed(const fs::path& inside) const {
        return Root(folder()).followed(inside).lexically_relative(folder());
    }

private:
    TemporaryFolder temporary_;
};

} // namespace

TEST_CASE("the links of an image lead where they lead on that computer") {
    const Image image;
    image.hasFolder("srv/opt/inner");
    image.hasLink("opt", "/srv/opt");
    image.hasLink("host", image.outside());
    image.hasLink("etc/systemd", "../srv/./opt//inner/");
    image.hasLink("up", "../../../../../../../../../../../../etc");
    image.hasLink("two", "/host/../opt/inner");

    CHECK(image.at("/opt/bes-standby/bin") == "srv/opt/bes-standby/bin");
    CHECK(image.at("/host/victim") == (image.outside() / "victim").relative_path());
    CHECK(image.at("/etc/systemd/system/x.service") == "srv/opt/inner/system/x.service");
    CHECK(image.at("/up/passwd") == "etc/passwd");
    CHECK(image.at("/../../../etc/passwd") == "etc/passwd");
    CHECK(image.at("/opt/inner/../x") == "srv/opt/x"); // as the kernel does, not by the letters
    CHECK(image.at("/") == ".");
    CHECK(image.at("/plain/./not//there/") == "plain/not/there");
}

TEST_CASE("a link at the end of a path is followed where that is wanted") {
    const Image image;
    image.hasFolder("srv");
    image.hasLink("etc/hostname", "/run/name");
    image.hasLink("opt", "/srv");
    CHECK(image.at("/etc/hostname") == "etc/hostname");
    CHECK(image.followed("/etc/hostname") == "run/name");
    CHECK(image.at("/opt") == "opt");
    CHECK(image.at("/opt/") == "opt");
    CHECK(image.followed("/opt") == "srv");
    CHECK(Root(image.folder()).seenInside(Root(image.folder()).followed("/opt/x")) == "/srv/x");
}

TEST_CASE("links in a circle are an error, and never lead out") {
    const Image image;
    image.hasLink("a", "/b");
    image.hasLink("b", "/a");
    image.hasLink("self", "self/self");
    for (const char* path : {"/a/file", "/self/x"}) {
        const auto found = bes::host::status(Root(image.folder())(path));
        REQUIRE_FALSE(found);
        CHECK(found.error().what.find("links lead in a circle") != std::string::npos);
    }
    CHECK_FALSE(bes::host::readFile(Root(image.folder()).followed("/a")));
}

TEST_CASE("forty links are followed, as by the kernel, and no more") {
    const Image image;
    image.hasFolder("end");
    image.hasLink("1", "/end");
    for (int i = 2; i <= 41; ++i)
        image.hasLink(std::to_string(i), "/" + std::to_string(i - 1));
    CHECK(image.followed("/40") == "end");
    CHECK(image.followed("/41").find("circle") != std::string::npos);
}

TEST_CASE("on the running system the kernel follows links") {
    CHECK(Root()("/etc/../etc/x") == "/etc/../etc/x");
    CHECK(Root().followed("/a") == "/a");
}

TEST_CASE("resolving takes little time") {
    const Image image;
    image.hasFolder("srv/opt/bes-standby/router/share/doc");
    image.hasLink("opt", "/srv/opt");
    const Root root(image.folder());
    for (int i = 0; i < 2000; ++i)
        REQUIRE(root("/opt/bes-standby/router/share/doc/" + std::to_string(i)).has_filename());
}
