// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "model/facts.hpp"

namespace bes::plan {

/// Of the computer that is planned for; where it is not known, the one that this program is made for.
[[nodiscard]] System systemOf(const Facts& facts);

/// "3 units", as systemd calls services and their targets; on Windows "3 services".
[[nodiscard]] std::string countedServices(std::size_t number, System system);

} // namespace bes::plan
