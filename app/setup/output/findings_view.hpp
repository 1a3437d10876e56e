#pragma once

#include <vector>

#include "model/finding.hpp"
#include "output/page.hpp"

namespace bes::app {

/// What `check` found, the worst first. What is good is only counted unless `all` is wanted.
void showFindings(const std::vector<Finding>& findings, bool all, Page& page);

} // namespace bes::app
