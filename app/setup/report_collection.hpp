// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "host/run_lock.hpp"
#include "model/passwords.hpp"
#include "model/request.hpp"
#include "report/contents.hpp"

namespace bes::app {

/// What a report for a colleague is wanted of.
struct ReportWish {
    Request request;       ///< as the answers say; where they ask for nothing, what is installed or was tried
    bool local = false;    ///< the Domino servers are not asked
    bool practice = false; ///< of a practice computer
    std::function<Result<Passwords>(const Request&)> passwords; ///< called once
    std::vector<std::pair<std::string, Secret>> secrets{}; ///< with their names: others that are known here
};

struct CollectedReport {
    std::string name; ///< of the folder in the archive
    std::time_t time = 0;
    std::vector<report::File> files;
    std::vector<report::Missing> missing;
    std::size_t people = 0; ///< placeholders that were given
    std::optional<host::LockHolder> underWay;
};

/// Looks at everything that can be looked at, and changes nothing. What can't be (no rights, no database,
/// nothing installed) is named in its place, so that there always is a report. Failure run.cancelled.
[[nodiscard]] Result<CollectedReport> collectReport(const ReportWish& wish, const std::stop_token& stop);

} // namespace bes::app
