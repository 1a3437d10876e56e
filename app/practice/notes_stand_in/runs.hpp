// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>

namespace stand_in {

/// How often and since when a scenario that changes has been used. Kept beside notes.ini in
/// notes-stand-in.runs, a line with the time for each run; to begin anew, remove that file.
struct Runs {
    double first = 0; ///< Unix time
    std::size_t before = 0;

    /// Counts this run. Where nothing can be written, this one is the first.
    [[nodiscard]] static Runs begin(const std::filesystem::path& file);
};

[[nodiscard]] double unixTime();

} // namespace stand_in
