// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/failure.hpp"
#include "model/finding.hpp"

namespace bes::answers {

/// The remedy as the command line says it, with the options and the command that carry it out: "Add the
/// publisher's certificate (--media.trust FILE)". Empty where there is none.
[[nodiscard]] std::string typedRemedy(const Remedy& remedy);
[[nodiscard]] std::string typedRemedy(const Finding& finding);
[[nodiscard]] std::string typedRemedy(const Failure& failure);

} // namespace bes::answers
