// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/failure.hpp"
#include "model/finding.hpp"

namespace bes::wizard {

/// The remedy as the wizard says it: the sentence, and the names of the fields by which it is done. Its
/// command is not in it: a button copies that.
[[nodiscard]] std::string shownRemedy(const Finding& finding);
[[nodiscard]] std::string shownRemedy(const Failure& failure);

} // namespace bes::wizard
