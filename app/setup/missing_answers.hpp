// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/failure.hpp"
#include "model/request.hpp"

namespace bes::app {

/// Failure answers.missing that names every answer which an installation needs and the request has not.
[[nodiscard]] tl::unexpected<Failure> missingAnswersFailure(const Request& request);

} // namespace bes::app
