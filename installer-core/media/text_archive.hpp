// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>
#include <string>
#include <vector>

#include "model/failure.hpp"

namespace bes::media {

/// A file that is put together in memory.
struct PackedText {
    std::string name; ///< in the archive: relative, '/' between names
    std::string content;

    bool operator==(const PackedText&) const = default;
};

/// A tar.gz with these files, in this order, all mode 0600 and of that time. Failure report.write.
[[nodiscard]] Result<std::string> packTexts(const std::vector<PackedText>& files, std::time_t time);

} // namespace bes::media
