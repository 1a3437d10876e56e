// SPDX-License-Identifier: Apache-2.0
#include "unit/core/tree.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

#include "host/files.hpp"
#include "host/root.hpp"
#include "journal/state_folder.hpp"
#include "text/path_text.hpp"

namespace {

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    return content.str();
}

std::string describe(const std::filesystem::directory_entry& entry) {
    std::ostringstream text;
    const auto status = entry.symlink_status();
    text << static_cast<int>(status.type()) << ' ' << std::oct << static_cast<unsigned>(status.permissions())
         << ' ';
    if (const auto found = bes::host::status(entry.path()); found && *found)
        text << (*found)->mode << ' ' << (*found)->user << ':' << (*found)->group << ' ';
    if (entry.is_symlink())
        text << std::filesystem::read_symlink(entry.path()).string();
    else if (entry.is_regular_file())
        text << entry.last_write_time().time_since_epoch().count() << '\n' << contentOf(entry.path());
    return text.str();
}

} // namespace

Tree treeOf(const std::filesystem::path& folder) {
    Tree tree;
    auto entry = std::filesystem::recursive_directory_iterator(folder);
    for (; entry != std::filesystem::recursive_directory_iterator(); ++entry) {
        const std::string path = entry->path().lexically_relative(folder).string();
        if (path ==
            bes::utf8(bes::host::Root(folder)(bes::journal::stateFolder()).lexically_relative(folder))) {
            entry.disable_recursion_pending();
            continue;
        }
        tree[path] = describe(*entry);
    }
    return tree;
}

std::set<std::string> changes(const Tree& before, const Tree& after) {
    std::set<std::string> paths;
    for (const auto& [path, state] : before)
        if (!after.contains(path) || after.at(path) != state)
            paths.insert(path);
    for (const auto& [path, state] : after)
        if (!before.contains(path))
            paths.insert(path);
    return paths;
}

bool same(const Tree& before, const Tree& after) {
    const auto paths = changes(before, after);
    for (const std::string& path : paths)
        UNSCOPED_INFO(path);
    return paths.empty();
}
