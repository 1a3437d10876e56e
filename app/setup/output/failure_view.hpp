#pragma once

#include "model/failure.hpp"
#include "output/page.hpp"

namespace bes::app {

/// bes-standby-setup: WHAT [ID], with why and remedy below.
void showFailure(const Failure& failure, Page& page);

} // namespace bes::app
