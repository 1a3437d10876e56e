// SPDX-License-Identifier: Apache-2.0
#include "shipped_files.hpp"

#include <algorithm>

#include "host/folder_entries.hpp"
#include "host/own_process.hpp"
#include "text/path_text.hpp"

namespace bes::app {

namespace fs = std::filesystem;

fs::path shippedFolder(const std::string& name) {
    return (host::ownProgramFolder() / BES_DATA_FROM_PROGRAMS / name).lexically_normal();
}

std::vector<std::string> shippedCatalogs() {
    std::vector<std::string> names;
    const auto entries = host::entriesIn(shippedFolder("catalog"));
    if (!entries)
        return names;
    for (const host::FolderEntry& entry : *entries)
        if (const fs::path name = entry.path.filename(); name.extension() == ".json")
            names.push_back(utf8(name.stem()));
    return names;
}

fs::path catalogFile(const std::string& named) {
    return std::ranges::count(shippedCatalogs(), named) > 0 ? shippedFolder("catalog") / (named + ".json")
                                                            : pathOf(named);
}

} // namespace bes::app
