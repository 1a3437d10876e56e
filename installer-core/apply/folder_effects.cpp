// SPDX-License-Identifier: Apache-2.0
#include "apply/folder_effects.hpp"

#include <algorithm>

#include "host/files.hpp"
#include "host/safe_path.hpp"
#include "model/try.hpp"

namespace bes::apply {

using journal::Effect;

Result<std::vector<Effect>> newFolders(const host::Root& root, const std::filesystem::path& folder,
                                       bool content) {
    std::vector<Effect> effects;
    for (std::filesystem::path path = folder; path.has_relative_path(); path = path.parent_path()) {
        TRY_ASSIGN(const auto found, host::status(root(path)));
        if (found)
            break;
        effects.push_back(
            {Effect::Kind::newFolder, path, content && path == folder ? Effect::withContent : ""});
    }
    std::ranges::reverse(effects);
    return effects;
}

Result<void> makeFolders(const host::Root& root, const std::vector<Effect>& effects, unsigned mode) {
    for (const Effect& effect : effects) {
        const bool innermost = &effect == &effects.back();
        TRY(host::makeFolder(root, effect.path, innermost ? mode : 0755));
    }
    return {};
}

} // namespace bes::apply
