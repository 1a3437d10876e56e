#pragma once

#include <cstdint>
#include <string>

namespace bes::check {

enum class Rounding { up, down };

/// "412 MiB", "9.4 GiB", "96 bytes". Rounded so that a need never looks smaller and free room never larger
/// than it is.
[[nodiscard]] std::string formatBytes(std::uint64_t bytes, Rounding rounding);

} // namespace bes::check
