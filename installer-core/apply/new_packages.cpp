// SPDX-License-Identifier: Apache-2.0
#include "apply/new_packages.hpp"

#include <algorithm>
#include <map>

#include "host/folder_entries.hpp"
#include "text/path_text.hpp"

namespace bes::apply {
namespace {

/// More can be staged than is published: what somebody took away from an installed package stays away.
bool holds(const std::filesystem::path& staged, std::size_t entries) {
    const auto found = host::entriesBelow(staged);
    return found && found->size() == entries;
}

} // namespace

std::string_view packageFolder(const PublishFiles& action, std::string_view file) {
    const std::size_t name = action.folder.native().size() + 1;
    return file.substr(0, file.find('/', std::min(name, file.size())));
}

std::set<std::string, std::less<>> newPackages(const host::Root& root, const PublishFiles& action,
                                               const std::vector<journal::Effect>& effects) {
    std::map<std::string, std::size_t, std::less<>> inside;
    for (const InstalledFile& file : action.files)
        if (const std::string_view package = packageFolder(action, file.path); package != file.path)
            ++inside[std::string(package)];
    std::set<std::string, std::less<>> found;
    for (const journal::Effect& effect : effects) {
        if (effect.kind != journal::Effect::Kind::newFolder || effect.path.parent_path() != action.folder)
            continue;
        const auto package = inside.find(utf8(effect.path));
        if (package != inside.end() && holds(root(action.staging / effect.path.filename()), package->second))
            found.insert(package->first);
    }
    return found;
}

} // namespace bes::apply
