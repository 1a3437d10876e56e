// SPDX-License-Identifier: Apache-2.0
#include "host/process_begin.hpp"

#include <sstream>

#include "host/files.hpp"

namespace bes::host {

std::string beginOf(int process) {
    const auto stat = readFile("/proc/" + std::to_string(process) + "/stat");
    if (!stat)
        return {};
    // the name, in parentheses, may hold anything: the fields behind it count, state being the third of all
    std::istringstream fields(stat->substr(stat->rfind(')') + 1));
    std::string field;
    constexpr int startTime = 22;
    for (int number = 3; number <= startTime; ++number)
        fields >> field;
    return fields ? field : "";
}

} // namespace bes::host
