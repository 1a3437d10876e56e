// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>

#include "model/failure.hpp"

namespace bes::host {

enum class Access { reading, writing };

/// An error number of the system; 0 is success.
using SystemError = unsigned long;

/// Of the call before.
[[nodiscard]] SystemError lastError();
[[nodiscard]] inline SystemError outcomeOf(int succeeded) {
    return succeeded != 0 ? 0 : lastError();
}

/// The system's words for it.
[[nodiscard]] std::string systemReason(SystemError error);

/// There is nothing at that path.
[[nodiscard]] bool isAbsence(SystemError error);
/// Another program has it open in a way that keeps us out.
[[nodiscard]] bool isInUse(SystemError error);

/// The one place that turns an error of a file operation into what a person reads: id, exit code, the
/// system's own words and what to do. `what` is e.g. "Can't write C:/ProgramData/bes.conf".
[[nodiscard]] Failure fileFailure(SystemError error, Access access, std::string what,
                                  const std::filesystem::path& path,
                                  std::optional<std::uint64_t> neededBytes = std::nullopt);

/// Success for 0; otherwise fileFailure() of writing, called "WHAT PATH".
[[nodiscard]] Result<void> writeOutcome(SystemError error, const std::string& what,
                                        const std::filesystem::path& path);

/// Scanners and indexers open what was just written, for a moment: such a call is made again for a while.
/// `call` returns a SystemError.
template<class Call>
[[nodiscard]] SystemError patiently(Call call) {
    constexpr int tries = 12; // two seconds in all
    std::chrono::milliseconds pause{10};
    SystemError error = call();
    for (int i = 0; i < tries && isInUse(error);
         ++i, pause = std::min(pause * 2, std::chrono::milliseconds(250))) {
        std::this_thread::sleep_for(pause);
        error = call();
    }
    return error;
}

} // namespace bes::host
