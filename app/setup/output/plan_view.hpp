// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/catalog.hpp"
#include "model/finding.hpp"
#include "model/plan.hpp"
#include "output/page.hpp"

namespace bes::app {

/// A plan for people: what is installed where, every step, what is started and what deliberately is not.
void showPlan(const Plan& plan, const std::vector<Finding>& findings, Page& page);

/// The services of some components with one start policy, in start order.
[[nodiscard]] std::vector<Service>
servicesWith(const Catalog& catalog, const std::vector<std::string>& components, StartPolicy policy);
/// Add-in tasks of some components, each with the component's name: rows for a table.
[[nodiscard]] std::vector<Row> dominoTaskRows(const Catalog& catalog,
                                              const std::vector<std::string>& components);

[[nodiscard]] std::vector<Row> serviceRows(const std::vector<Service>& services);

} // namespace bes::app
