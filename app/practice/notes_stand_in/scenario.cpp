// SPDX-License-Identifier: Apache-2.0
#include "scenario.hpp"

#include <algorithm>

#include "names.hpp"

namespace stand_in {

const Server* Scenario::find(const std::string& name) const {
    const auto server = std::find_if(servers.begin(), servers.end(),
                                     [&](const Server& each) { return sameName(each.name, name); });
    return server == servers.end() ? nullptr : &*server;
}

std::vector<const Server*> Scenario::clusterOf(const Server& server) const {
    std::vector<const Server*> members;
    for (const Server& each : servers) {
        if (!server.cluster.empty() && toLower(each.cluster) == toLower(server.cluster))
            members.push_back(&each);
    }
    std::stable_sort(members.begin(), members.end(), [](const Server* left, const Server* right) {
        return left->availabilityIndex > right->availabilityIndex;
    });
    return members;
}

std::string Scenario::listed(const std::string& name) const {
    switch (listedNames) {
    case NameStyle::abbreviated:
        return abbreviated(name);
    case NameStyle::upper:
        return toUpper(name);
    case NameStyle::lower:
        return toLower(name);
    case NameStyle::canonical:
        break;
    }
    return name;
}

} // namespace stand_in
