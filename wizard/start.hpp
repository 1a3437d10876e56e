// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "answers/answers.hpp"
#include "model/passwords.hpp"

namespace bes::wizard {

/// What the wizard begins with.
struct Start {
    Request request;
    Passwords passwords;
};

/// The options and answers of the wizard's command line: those of an installation.
[[nodiscard]] boost::program_options::options_description startOptions();
/// Answers of command line, environment and answer file, with the secrets that they refer to.
[[nodiscard]] Result<Start> readStart(const answers::CommandLine& line,
                                      const answers::Environment& environment);

} // namespace bes::wizard
