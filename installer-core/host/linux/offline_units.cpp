// SPDX-License-Identifier: Apache-2.0
#include "host/linux/offline_units.hpp"

#include "host/files.hpp"
#include "host/linux/systemctl.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

tl::unexpected<Failure> nothingRuns(const std::string& name, const Root& root) {
    return fail(ExitCode::failed, "service.start", "Can't start " + name,
                "systemd does not run in " + utf8(root.folder()),
                "Boot that system: the services then start by themselves");
}

} // namespace

Result<void> OfflineUnits::enable(const std::string& unit) {
    return setEnabled(root_, unit, true);
}

Result<void> OfflineUnits::disable(const std::string& unit) {
    return setEnabled(root_, unit, false);
}

Result<void> OfflineUnits::start(const StartableService& service, std::chrono::milliseconds /*limit*/,
                                 std::stop_token /*stop*/) {
    return nothingRuns(service.displayName(), root_);
}

Result<void> OfflineUnits::reachStandbyTarget() {
    return nothingRuns(std::string(standbyTarget), root_);
}

Result<ServiceState> OfflineUnits::state(const std::string& unit) {
    for (const char* folder :
         {"/etc/systemd/system", "/usr/local/lib/systemd/system", "/usr/lib/systemd/system"}) {
        TRY_ASSIGN(const auto found, host::status(root_(std::filesystem::path(folder) / unit)));
        if (found)
            return ServiceState::notRunning;
    }
    return ServiceState::absent;
}

} // namespace bes::host
