// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/catalog.hpp"
#include "output/page.hpp"

namespace bes::app {

/// The services of some components with one start policy, in start order.
[[nodiscard]] std::vector<Service>
servicesWith(const Catalog& catalog, const std::vector<std::string>& components, StartPolicy policy);
/// Add-in tasks of some components, each with the component's name: rows for a table.
[[nodiscard]] std::vector<Row> dominoTaskRows(const Catalog& catalog,
                                              const std::vector<std::string>& components);

[[nodiscard]] std::vector<Row> serviceRows(const std::vector<Service>& services);

} // namespace bes::app
