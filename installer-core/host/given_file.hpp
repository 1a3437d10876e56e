// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

#include "model/failure.hpp"

namespace bes::host {

/// How long whoever writes into a pipe may take until the end of it is there.
inline constexpr std::chrono::seconds pipePatience{60};

/// Reads what a person named as a file. A pipe (a FIFO, /dev/stdin, process substitution) is waited for,
/// until all who write into it have closed it; it can be read only once. /dev/stdin and /dev/fd/N may be
/// sockets too, as under ssh. Failures as of readFile(); file.read also where the time has passed.
[[nodiscard]] Result<std::string> readGivenFile(const std::filesystem::path& path, std::uint64_t limit,
                                                std::chrono::milliseconds patience = pipePatience);

} // namespace bes::host
