// SPDX-License-Identifier: Apache-2.0
#include "host/exhaustion.hpp"

#include <sys/resource.h>

#include <cerrno>
#include <new>
#include <string>
#include <system_error>

namespace bes::host {
namespace {

std::string whyNoMemory() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return "the system has no memory left for it";
    return "this process may use " + std::to_string(limit.rlim_cur >> 20) + " MiB";
}

} // namespace

std::optional<Failure> exhausted(const std::exception& error) {
    const auto* system = dynamic_cast<const std::system_error*>(&error);
    const bool noMemory = dynamic_cast<const std::bad_alloc*>(&error) != nullptr ||
                          (system != nullptr && system->code() == std::errc::not_enough_memory);
    if (noMemory)
        return Failure{ExitCode::noMemory, "memory.none", "There is not enough memory", whyNoMemory(),
                       freeMemory("ulimit -v") + "."};
    if (system != nullptr && system->code() == std::errc::resource_unavailable_try_again)
        return Failure{ExitCode::noMemory, "process.threads", "The system can't start more threads",
                       system->code().message(),
                       "Stop programs or raise the limits (ulimit -u, ulimit -v), then run setup again."};
    return std::nullopt;
}

std::string freeMemory(std::string_view limits) {
    return "Free memory or raise the limits (" + std::string(limits) + "), then run setup again";
}

bool isQuota(int error) {
    return error == EDQUOT;
}

} // namespace bes::host
