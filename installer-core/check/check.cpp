#include "check/check.hpp"

#include <array>
#include <iterator>

#include "check/rules.hpp"

namespace bes::check {
namespace {

/// In the order in which a person reads them: may I, where am I, what is there, does it fit.
constexpr std::array rules{
    checkPrivileges,
    checkWritableByOthers,
    checkServiceManager,
    checkSystemd,
    checkServiceAccount,
    checkUnfinishedRun,
    checkInstalled,
    checkDatabase,
    checkDatabaseChange,
    checkDatabaseRights,
    checkPrimary,
    checkPair,
    checkComputer,
    checkClock,
    checkSrp,
    checkMedia,
    checkPrograms,
    checkLicense,
    checkComponents,
    checkFolderPlaces,
    checkFolders,
    checkPlaces,
    checkSpace,
    checkPorts,
    checkDomino,
    checkCluster,
};

} // namespace

std::vector<Finding> check(const Facts& facts, const Request& request) {
    const Situation now = assess(facts, request);
    Findings all = checkOtherRun(now);
    if (!all.empty())
        return all;
    for (const auto rule : rules) {
        Findings found = rule(now);
        all.insert(all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    }
    return all;
}

} // namespace bes::check
