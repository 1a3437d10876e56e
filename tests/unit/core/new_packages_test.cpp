// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <filesystem>

#include "apply/new_packages.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
namespace fs = std::filesystem;
using Kind = journal::Effect::Kind;

namespace {

/// Package "a", staged with two files in a folder.
struct Staged {
    Staged() {
        fs::create_directories(image.path() / "opt/standby/.staging/a/lib");
        for (const char* name : {"lib/one", "lib/two"})
            put(image.path() / "opt/standby/.staging/a" / name, name);
    }

    [[nodiscard]] std::size_t movedWhole() const {
        return apply::newPackages(host::Root(image.path()), action, effects).size();
    }

    TemporaryFolder image;
    PublishFiles action{"/opt/standby/.staging",
                        "/opt/standby",
                        "/opt/standby/.replaced",
                        {{"/opt/standby/a", FileType::folder, Rights::ofMode(0755), 0, {}},
                         {"/opt/standby/a/lib", FileType::folder, Rights::ofMode(0755), 0, {}},
                         {"/opt/standby/a/lib/one", FileType::regular, Rights::ofMode(0644), 3, {}},
                         {"/opt/standby/a/lib/two", FileType::regular, Rights::ofMode(0644), 3, {}}}};
    std::vector<journal::Effect> effects{{Kind::newFolder, "/opt/standby/a", {}},
                                         {Kind::newFolder, "/opt/standby/a/lib", {}}};
};

} // namespace

TEST_CASE("a package of which nothing is there is moved as a whole") {
    CHECK(Staged().movedWhole() == 1);
}

TEST_CASE("a package whose folder is there already is not moved as a whole") {
    Staged staged;
    staged.effects.erase(staged.effects.begin());
    CHECK(staged.movedWhole() == 0);
}

TEST_CASE("a package of which more is staged than published is not moved as a whole") {
    Staged staged;
    staged.action.files.pop_back();
    CHECK(staged.movedWhole() == 0);
}
