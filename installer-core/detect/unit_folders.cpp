// SPDX-License-Identifier: Apache-2.0
#include "detect/unit_folders.hpp"
#include "text/path_text.hpp"

#include "model/places.hpp"

namespace bes::detect {

namespace fs = std::filesystem;

std::vector<fs::path> UnitFolders::all() const {
    std::vector<fs::path> folders = hiding;
    folders.push_back(places::unitFolder);
    folders.insert(folders.end(), hidden.begin(), hidden.end());
    return folders;
}

UnitFolders unitFolders(const host::Root& root) {
    UnitFolders folders{{"/etc/systemd/system.control", "/run/systemd/system.control",
                         "/run/systemd/transient", "/run/systemd/generator.early"},
                        {"/etc/systemd/system.attached", "/run/systemd/system",
                         "/run/systemd/system.attached", "/run/systemd/generator",
                         "/usr/local/lib/systemd/system", "/usr/lib/systemd/system"}};
    const fs::path separate = "/lib/systemd/system"; // where /lib is no link to /usr/lib
    std::error_code error;
    if (!fs::equivalent(root.followed(separate), root.followed(folders.hidden.back()), error))
        folders.hidden.push_back(separate);
    folders.hidden.emplace_back("/run/systemd/generator.late");
    return folders;
}

bool pullsIn(const fs::path& folder) {
    const std::string ending = utf8(folder.extension());
    return ending == ".wants" || ending == ".requires" || ending == ".upholds";
}

} // namespace bes::detect
