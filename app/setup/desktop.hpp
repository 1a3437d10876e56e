// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "answers/answers.hpp"
#include "model/failure.hpp"

namespace bes::app {

// What a person on a desktop sees goes on in the place of this program. Empty where there is no desktop, or
// where it is not installed. Failures of host::becomeProgram.

/// The wizard, which stands beside this program.
[[nodiscard]] std::optional<Failure> openWizard(const answers::Environment& environment);

/// The handbook, in the browser of the person. Never as root: no browser works as an administrator.
[[nodiscard]] std::optional<Failure> openHandbook(const answers::Environment& environment);

/// The handbook in Markdown, without pictures. Failures of host::readFile.
[[nodiscard]] Result<std::string> handbookText();

} // namespace bes::app
