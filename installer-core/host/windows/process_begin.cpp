// SPDX-License-Identifier: Apache-2.0
#include "host/process_begin.hpp"

#include <cstdint>

#include "host/windows/handle.hpp"

namespace bes::host {

std::string beginOf(int process) {
    const Handle opened(
        ::OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION | SYNCHRONIZE, FALSE, static_cast<DWORD>(process)));
    FILETIME begun{}, ended{}, kernel{}, user{};
    if (!opened.open() || ::WaitForSingleObject(opened.get(), 0) == WAIT_OBJECT_0 ||
        ::GetProcessTimes(opened.get(), &begun, &ended, &kernel, &user) == 0)
        return {};
    return std::to_string(std::uint64_t{begun.dwHighDateTime} << 32 | begun.dwLowDateTime);
}

} // namespace bes::host
