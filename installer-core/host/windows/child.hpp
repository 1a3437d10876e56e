// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "host/handed_on.hpp"
#include "host/windows/handle.hpp"
#include "host/windows/system_failure.hpp"

namespace bes::host {

/// A process that goes with this one, and all that it starts.
struct ChildProcess {
    Handle process, job;
};

struct ChildStreams {
    HANDLE input = nullptr, output = nullptr, errors = nullptr; ///< which it inherits, and no other handle
};

/// `program` is empty where the first word is looked for in the folders of PATH.
[[nodiscard]] SystemError begin(const std::filesystem::path& program, const std::vector<std::string>& words,
                                const Environment& environment, const ChildStreams& streams,
                                ChildProcess& child);

/// 128 + the number of the signal that says the same on other systems, where the program crashed.
[[nodiscard]] int exitCodeOf(HANDLE process);

} // namespace bes::host
