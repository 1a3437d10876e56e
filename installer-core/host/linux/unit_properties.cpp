// SPDX-License-Identifier: Apache-2.0
#include "host/linux/unit_properties.hpp"

#include <map>
#include <sstream>

#include "host/linux/systemctl.hpp"
#include "model/try.hpp"

namespace bes::host {
namespace {

ServiceState stateOf(const std::string& load, const std::string& active) {
    static const std::map<std::string, ServiceState> states{
        {"active", ServiceState::active},     {"reloading", ServiceState::active},
        {"refreshing", ServiceState::active}, {"inactive", ServiceState::inactive},
        {"failed", ServiceState::failed},
    };
    const auto known = states.find(active);
    const ServiceState state = known == states.end() ? ServiceState::changing : known->second;
    // a unit whose file was removed while it ran is still there for as long as it runs
    return load == "not-found" && state == ServiceState::inactive ? ServiceState::absent : state;
}

} // namespace

Result<UnitProperties> readUnitProperties(const std::string& unit) {
    TRY_ASSIGN(const auto outcome,
               systemctl({"show", "--property=LoadState,ActiveState,Type,Result", "--", unit}));
    if (outcome.exitCode != 0)
        return fail(ExitCode::failed, "service.state", "Can't query systemd about " + unit,
                    lastWords(outcome), {"Check that systemd answers", {}, "systemctl status"});
    return unitPropertiesIn(outcome.output);
}

UnitProperties unitPropertiesIn(const std::string& shown) {
    std::map<std::string, std::string> properties;
    std::istringstream lines(shown);
    for (std::string line; std::getline(lines, line);)
        properties[line.substr(0, line.find('='))] = line.substr(line.find('=') + 1);
    return {stateOf(properties["LoadState"], properties["ActiveState"]), properties["Type"],
            properties["Result"]};
}

} // namespace bes::host
