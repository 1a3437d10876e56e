// SPDX-License-Identifier: Apache-2.0
#include "check/primaries.hpp"

#include <algorithm>

#include "answers/answers.hpp"
#include "model/findings.hpp"
#include "text/lists.hpp"

namespace bes::check {

std::string primariesWithoutStandby(const DatabaseContents& database) {
    std::vector<std::string> names;
    for (const Server& server : database.servers)
        if (server.role == Role::primary && database.findPairOfPrimary(server.name) == nullptr)
            names.push_back(server.name);
    return names.empty() ? "Every primary has a standby" : "Without a standby: " + listed(names);
}

std::optional<std::string> nearestName(const std::string& name, const std::vector<std::string>& names) {
    // answers::nearest expects candidates in lower case.
    std::vector<std::string> folded = names;
    for (std::string& candidate : folded)
        for (char& c : candidate)
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto meant = answers::nearest(name, folded);
    if (!meant)
        return std::nullopt;
    return *std::ranges::find_if(names, [&](const std::string& known) { return sameName(known, *meant); });
}

std::string releaseCommand(const Request& request, const std::string& primary) {
    return "bes-standby-setup database release " + quoted(primary) + answers::typedOptions(request.database);
}

std::string unlessOtherComputer(const Pair& abandoned) {
    return "Go on if no other computer has the name " + abandoned.standbyComputer +
           ". Otherwise wait until the run there has ended";
}

std::string quoted(const std::string& name) {
    return answers::quotedForShell(name);
}

} // namespace bes::check
