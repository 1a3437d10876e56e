#include "detect/fact_of.hpp"
#include "detect/looks.hpp"
#include "host/accounts.hpp"
#include "host/files.hpp"
#include "host/root.hpp"
#include "host/service_control.hpp"
#include "host/time_limited.hpp"
#include "journal/journal.hpp"

namespace bes::detect {
namespace {

/// A server of a network file system may not answer.
constexpr std::chrono::milliseconds longestLook{5000};

} // namespace

Fact<bool> lookAtPrivileges(const Request& request) {
    if (host::isAdministrator())
        return true;
    return !request.onRunningSystem() && host::checkWritable(request.root).has_value();
}

Fact<ServiceManagerState> lookAtServiceManager(const Request& request) {
    return host::ServiceControl::open(host::Root(request.root))->managerState();
}

Fact<bool> lookAtServiceAccount(const Request& request) {
    const auto account = host::findAccount(host::Root(request.root), request.serviceAccount);
    return account ? Fact<bool>(account->has_value()) : Fact<bool>::unknown(reasonOf(account.error()));
}

std::map<std::filesystem::path, Fact<FileSystemSpace>> lookAtSpace(const Request& request) {
    const host::Root root(request.root);
    std::map<std::filesystem::path, Fact<FileSystemSpace>> spaces;
    for (const std::filesystem::path& folder : {request.installFolder, request.configurationFolder,
                                                request.logFolder, journal::Journal::stateFolder()})
        spaces[folder] =
            factOf(host::timeLimited(longestLook, "Can't look at " + folder.string(),
                                     [path = root.followed(folder)] { return host::space(path); }));
    return spaces;
}

} // namespace bes::detect
