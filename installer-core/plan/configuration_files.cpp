#include "plan/configuration_files.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "plan/places.hpp"

namespace bes::plan {
namespace {

std::string databaseSection(const DatabaseAddress& database) {
    const std::string begin = fmt::format("[database]\nbackend={}\nlocation={}\nuser={}\n", database.backend,
                                          database.location, database.user);
    if (database.isFile())
        return begin;
    return begin + fmt::format("server={}\nport={}\nname={}\ntls={}\nca-file={}\n", database.server,
                               database.port, database.name, database.tls, database.caFile);
}

} // namespace

std::vector<TextFile> configurationFiles(const Wanted& wanted) {
    const Request& request = wanted.request;
    const std::string content = fmt::format(
        "; Written by bes-standby-setup. The role (primary or standby) is not here: it is in the database.\n"
        "[standby]\nname={}\ncomputer={}\ncomponents={}\n\n[primary]\nname={}\n\n"
        "{}\n[folders]\ninstall={}\nlogs={}\n",
        request.standbyName(), wanted.computer.name, fmt::join(wanted.componentIds(), ","),
        wanted.primary.name, databaseSection(request.database), request.installFolder.string(),
        request.logFolder.string());
    return {{standbyConfiguration(request), 0644, content}};
}

} // namespace bes::plan
