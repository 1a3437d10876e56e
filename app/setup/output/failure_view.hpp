// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "model/failure.hpp"
#include "output/page.hpp"

namespace bes::app {

/// bes-standby-setup: WHAT [ID], with why, remedy and log below.
void showFailure(const Failure& failure, Page& page, const std::filesystem::path& log = {});

} // namespace bes::app
