// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/catalog.hpp"
#include "model/request.hpp"
#include "model/server.hpp"

namespace bes {

/// The components that a request asks for.
struct ComponentChoice {
    std::vector<std::string> components; ///< ids, in the catalogue's order
    std::vector<std::string> unknown;    ///< ids that were asked for and are not in the catalogue
};

/// Preset, then add, then omit. Components of the primary that the catalogue does not know are left out
/// silently: only what the person named is reported as unknown.
[[nodiscard]] ComponentChoice chooseComponents(const Catalog& catalog, const Server& primary,
                                               const Request& request);

/// Those of `installed` and `add` without `omit`, as far as the catalogue knows them, in its order.
[[nodiscard]] std::vector<std::string> changedComponents(const Catalog& catalog,
                                                         const std::vector<std::string>& installed,
                                                         const std::vector<std::string>& add,
                                                         const std::vector<std::string>& omit);

} // namespace bes
