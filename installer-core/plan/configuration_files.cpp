// SPDX-License-Identifier: Apache-2.0
#include "plan/configuration_files.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "plan/places.hpp"
#include "text/path_text.hpp"
#include "text/settings_text.hpp"

namespace bes::plan {
namespace {

void writeDatabase(SettingsText& text, const DatabaseAddress& database) {
    text.section("database");
    text.set("backend", database.backend);
    text.set("location", database.location);
    text.set("user", database.user);
    if (database.isFile())
        return;
    text.set("server", database.server);
    if (database.backend == "postgresql")
        text.set("port", std::to_string(database.port));
    if (database.backend == "sqlserver") {
        text.set("partner", database.partner);
        text.set("integrated", std::string(database.integrated ? "yes" : "no"));
    }
    text.set("name", database.name);
    text.set("tls", database.tls);
    text.set("ca-file", database.caFile);
}

} // namespace

std::vector<TextFile> configurationFiles(const Composition& composition) {
    const Request& request = composition.request;
    SettingsText text;
    text.lines("; Written by bes-standby-setup. The role (primary or standby) is not here: it is in the "
               "database.\n");
    text.section("standby");
    text.set("name", request.standbyName());
    text.set("computer", composition.computer.name);
    text.set("components", fmt::format("{}", fmt::join(composition.componentIds(), ",")));
    text.blank();
    text.section("primary");
    text.set("name", composition.primary.name);
    text.blank();
    writeDatabase(text, request.database);
    text.blank();
    text.section("folders");
    text.set("install", utf8(request.installFolder));
    text.set("logs", utf8(request.logFolder));
    return {{standbyConfiguration(request), rightsFor(Protection::everyoneReads, FileType::regular),
             text.take()}};
}

} // namespace bes::plan
