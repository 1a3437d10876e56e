// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "command.hpp"

namespace bes::app {

/// From now on every line begins with PRACTICE, and every JSON document says "practice": true. Done again, it
/// changes nothing.
void markAsPractice(Console& console, bool json);

/// The same if that is a practice computer, the folder of an image or "/".
void markIfPractice(const std::filesystem::path& root, Console& console, bool json);

/// As far as the words and the environment tell which computer it is about, before an answer file is read.
void markIfPractice(const Command& command, const answers::CommandLine& line,
                    const answers::Environment& environment, Console& console);

} // namespace bes::app
