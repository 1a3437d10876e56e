// SPDX-License-Identifier: Apache-2.0
#include "host/exhaustion.hpp"

#include <new>
#include <string>
#include <system_error>

#include "host/system_reason.hpp"

namespace bes::host {

std::optional<Failure> exhausted(const std::exception& error) {
    const auto* system = dynamic_cast<const std::system_error*>(&error);
    const bool noMemory = dynamic_cast<const std::bad_alloc*>(&error) != nullptr ||
                          (system != nullptr && system->code() == std::errc::not_enough_memory);
    if (noMemory)
        return Failure{ExitCode::noMemory, "memory.none", "There is not enough memory",
                       "the system has no memory left for it", freeMemory({}) + "."};
    if (system != nullptr && system->code() == std::errc::resource_unavailable_try_again)
        return Failure{ExitCode::noMemory, "process.threads", "The system can't start more threads",
                       systemReason(system->code()), freeMemory({}) + "."};
    return std::nullopt;
}

std::string freeMemory(std::string_view /*limits*/) {
    return "Close other programs, then run setup again";
}

bool isQuota(int /*error*/) {
    return false; // errno does not tell here
}

} // namespace bes::host
