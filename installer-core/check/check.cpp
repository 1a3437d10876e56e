// SPDX-License-Identifier: Apache-2.0
#include "check/check.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "check/rules.hpp"

namespace bes::check {
namespace {

/// In the order in which a person reads them: may I, where am I, what is there, does it fit.
constexpr std::array rules{
    checkPrivileges,     checkWritableByOthers,
    checkServiceManager, checkSystemd,
    checkServiceAccount, checkUnfinishedRun,
    checkInstalled,      checkDatabase,
    checkDatabaseChange, checkDatabaseRights,
    checkPrimary,        checkPair,
    checkComputer,       checkClock,
    checkRestart,        checkSrp,
    checkMedia,          checkPrograms,
    checkLicense,        checkComponents,
    checkFolderPlaces,   checkFolders,
    checkPlaces,         checkSpace,
    checkPorts,          checkDomino,
    checkCluster,
};

/// Where it is not known whether a standby is installed, these may be about that standby's own things.
constexpr std::array mayBeOwn{"primary.no-standby", "standby.name", "computer.no-standby", "ports.free",
                              "logs.owner"};

void dropWhatMayBeOwn(const Facts& facts, Findings& findings) {
    if (facts.installed.known())
        return;
    std::erase_if(findings, [](const Finding& finding) {
        return finding.severity == Severity::blocker && std::ranges::count(mayBeOwn, finding.id) > 0;
    });
}

} // namespace

std::vector<Finding> check(const Facts& facts, const Request& request) {
    const Situation situation = assess(facts, request);
    Findings all = checkOtherRun(situation);
    if (!all.empty())
        return all;
    for (const auto rule : rules) {
        Findings found = rule(situation);
        all.insert(all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    }
    dropWhatMayBeOwn(facts, all);
    return all;
}

} // namespace bes::check
