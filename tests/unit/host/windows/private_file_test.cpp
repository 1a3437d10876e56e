// SPDX-License-Identifier: Apache-2.0
#include "host/private_file.hpp"

#include <catch2/catch.hpp>

#include "host/safe_path.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;

TEST_CASE("a file is private where its access list names nobody but its owner and who may do everything") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "the password";
    put(file, "secret");
    const auto privateWith = [&](unsigned mode) {
        REQUIRE(host::setRights(host::Root(), file, mode, std::nullopt));
        return host::isPrivate(file);
    };
    CHECK(privateWith(0600));
    CHECK(privateWith(0400));
    CHECK_FALSE(privateWith(0604));
    CHECK_FALSE(privateWith(0602));
    CHECK_FALSE(host::isPrivate(folder.path() / "none"));
    const std::string command = host::commandForPrivacy(file);
    CHECK_THAT(command, Catch::StartsWith("icacls \"C:\\") &&
                            Catch::Contains("the password\" /inheritance:r /grant:r ") &&
                            Catch::EndsWith(":F"));
}
