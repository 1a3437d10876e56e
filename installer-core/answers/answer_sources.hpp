// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "answers/answers.hpp"

namespace bes::answers {

/// What a source gave, and what is wrong with it.
struct Reading {
    std::vector<Given> answers;
    std::vector<std::string> problems; ///< one sentence each
};

/// `secretVariables` may begin with BES_STANDBY_ too: secrets are in them ("env:NAME").
[[nodiscard]] Reading readEnvironment(const Environment& environment,
                                      const std::vector<std::string>& secretVariables);

/// The INI file: [section], key = value, comments with '#' and ';'. Every line is looked at.
[[nodiscard]] Result<Reading> readAnswerFile(const std::filesystem::path& file);

/// Where relative paths of command line and environment start. Empty when the folder was removed.
[[nodiscard]] std::filesystem::path workingFolder();

} // namespace bes::answers
