// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/failure.hpp"

// What all targets have in common. A target is one function, called with every input that libFuzzer makes; an
// exception that leaves it counts as a crash.

namespace bes::fuzz {

void tryInput(std::string_view input);

/// Ends the run as a crash would, so that the input is kept. `promise` is what did not hold, `about` what it
/// did not hold for.
void require(bool holds, std::string_view promise, std::string_view about = {});

/// What a person is to see: UTF-8 without control characters, not endless. `why` may have line breaks.
void requireShowable(const Failure& failure);
void requireShowable(std::string_view text, std::string_view where);

/// A folder of this process, in memory where there is such a place; gone when the process ends.
[[nodiscard]] const std::filesystem::path& scratchFolder();
/// Writes a file in it, for its owner only. The path is good until the next call with that name.
std::filesystem::path scratchFile(const std::string& name, std::string_view content);

/// The text without its line feeds.
[[nodiscard]] std::vector<std::string> linesOf(std::string_view text);

/// Takes the input apart at line feeds, to give several texts to a target: the first `count` lines and all
/// that follows them. What is missing is empty.
[[nodiscard]] std::pair<std::vector<std::string>, std::string_view> linesAndRest(std::string_view input,
                                                                                 std::size_t count);

} // namespace bes::fuzz
