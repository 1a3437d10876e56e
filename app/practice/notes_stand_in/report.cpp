// SPDX-License-Identifier: Apache-2.0
#include "report.hpp"

#include <cstdlib>

#include "surroundings.hpp"

namespace stand_in {

Report::Report() {
    if (const char* path = std::getenv("NOTES_STAND_IN_REPORT"))
        path_ = path;
}

void Report::placeUnlessPlaced(const std::filesystem::path& path) {
    if (path_.empty())
        path_ = path;
}

void Report::write(nlohmann::json line) const {
    line["pid"] = processNumber();
    append(path_, line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

} // namespace stand_in
