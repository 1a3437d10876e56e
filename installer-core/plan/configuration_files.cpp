#include "plan/configuration_files.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "plan/places.hpp"

namespace bes::plan {

std::vector<TextFile> configurationFiles(const Wanted& wanted) {
    const Request& request = wanted.request;
    const std::string content = fmt::format(
        "; Written by bes-standby-setup. The role (primary or standby) is not here: it is in the database.\n"
        "[standby]\nname={}\ncomputer={}\ncomponents={}\n\n[primary]\nname={}\n\n"
        "[database]\nbackend={}\nlocation={}\nuser={}\n\n[folders]\ninstall={}\nlogs={}\n",
        request.standbyName(), wanted.computer.name, fmt::join(wanted.componentIds(), ","),
        wanted.primary.name, request.database.backend, request.database.location, request.database.user,
        request.installFolder.string(), request.logFolder.string());
    return {{standbyConfiguration(request), 0644, content}};
}

} // namespace bes::plan
