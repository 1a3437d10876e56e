// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "model/failure.hpp"
#include "model/finding.hpp"
#include "output/page.hpp"

namespace bes::app {

enum class FindingsShown {
    problems, ///< blockers and warnings
    notices,  ///< and what is good to know
    all,      ///< and what is good
};

/// What was found, the worst first. What is not shown is counted.
/// `what` is what one is ready for: "install".
void showFindings(const std::vector<Finding>& findings, FindingsShown shown, Page& page,
                  std::string_view what = "install");

/// How much room a run needs and has on each file system; nothing where that was not looked at.
void showRoom(const std::vector<Finding>& findings, Page& page);

/// bes-standby-setup: WHAT [ID], with why, remedy and log below.
void showFailure(const Failure& failure, Page& page, const std::filesystem::path& log = {});

} // namespace bes::app
