// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace bes::wizard {

/// A text of the engine, which is written for the command line, as the wizard shows it: where it names an
/// option or an answer's key ("--media.trust FILE", "database.user") there is the name of the field instead.
[[nodiscard]] std::string withFields(const std::string& text);

} // namespace bes::wizard
