// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "host/root.hpp"

namespace bes::detect {

/// Where systemd looks for units (systemd.unit(5)), what counts first before the rest.
struct UnitFolders {
    std::vector<std::filesystem::path> hiding; ///< these hide what is in setup's folder
    std::vector<std::filesystem::path> hidden; ///< setup's folder hides what is in these

    /// With setup's between the two.
    [[nodiscard]] std::vector<std::filesystem::path> all() const;
};

[[nodiscard]] UnitFolders unitFolders(const host::Root& root);

/// A folder of links whose units are started with another one: "multi-user.target.wants".
[[nodiscard]] bool pullsIn(const std::filesystem::path& folder);

} // namespace bes::detect
