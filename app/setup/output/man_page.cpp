// SPDX-License-Identifier: Apache-2.0
#include "output/man_page.hpp"

#include <fmt/format.h>

#include "answers/answers.hpp"
#include "command.hpp"
#include "model/exit_code.hpp"
#include "output/mdoc.hpp"

namespace bes::app {
namespace {

using mdoc::text;
using mdoc::word;

std::string commandSection(const Command& command) {
    std::string page =
        fmt::format(".It Cm {}{}\n{}.\n", text(command.name),
                    command.arguments.empty() ? "" : " Ar " + word(command.arguments), text(command.summary));
    if (!command.details.empty())
        page += text(command.details) + "\n";
    if (!command.options.options().empty())
        page += ".Bl -tag -width Ds\n" + mdoc::optionItems(command.options) + ".El\n";
    if (command.values.values.empty())
        return page;
    page += fmt::format(".Pp\n{}:\n.Bl -tag -width Ds\n", text(command.values.title));
    for (const auto& [value, meaning] : command.values.values)
        page += fmt::format(".It Li {}\n{}\n", word(value), text(meaning));
    return page + ".El\n";
}

std::string exitItem(const ExitCodeEntry& entry) {
    return fmt::format(".It {} {}\n{}\n", static_cast<int>(entry.code), text(entry.id), text(entry.meaning));
}

constexpr const char* beginning = R"(.Sh SYNOPSIS
.Nm
.Ar command
.Op Ar options
.Sh DESCRIPTION
.Nm
installs a standby BlackBerry Enterprise Server beside an existing primary: it looks at the computer, the BlackBerry
Configuration Database, the media and notes.ini, checks everything at once, plans every step with its rollback, and applies
the plan under a journal.
Every run either completes or is rolled back.
modify, upgrade, repair and remove have a point of no return, when they record what is installed; after that, the next run
finishes what is left.
.Pp
The SRP credentials of the primary are copied inside the database; the authentication key is never typed, shown or
stored anywhere else.
Setup never logs in to SRP.
Deferred services (those that the catalogue calls
.Sq deferred\-until\-failover )
are registered and never started: the failover process starts them with
.Dl systemctl start bes\-active.target
.Pp
Before the installation, put the Domino servers of both computers into one cluster for replication.
Afterwards the standby creates replicas of the users' BlackBerry state databases; accounts can wait for Domino to replicate.
.Sh COMMANDS
.Bl -tag -width Ds
)";

constexpr const char* seeAlso = R"(.Sh SEE ALSO
.Xr bes-standby-answers 5 ,
.Xr bes-standby-catalog 5 ,
.Xr bes-standby-media 5 ,
.Xr bes-domino-probe 8 ,
.Xr bes-standby-wizard 8
)";

constexpr const char* files = R"(.Sh FILES
Below the root of the computer:
.Bl -tag -width Ds
.It Pa /etc/bes\-standby\-setup/trust.d
Certificates of those whose media is trusted.
.It Pa /opt/bes\-standby , /etc/bes\-standby , /var/log/bes\-standby
Programs, configuration and logs of the standby, unless chosen otherwise.
.It Pa /var/lib/bes\-standby\-setup/setup.db
Journal and receipt of setup (SQLite).
.It Pa /var/log/bes\-standby\-setup
One log for each run that changed something.
.El
.Pp
With setup itself:
.Bl -tag -width Ds
.It Pa /usr/share/bes\-standby\-setup/json\-schemas
JSON schemas of what
.Fl Fl json
writes, of plans, and of the answers.
.El
.Sh NOTES
The vendor published neither the schema of the BlackBerry Configuration Database nor a silent installation.
The schema, the answer file, the names of the systemd units and the layout on Linux are this project's own design; the
catalogue of the media says for each of its statements where it comes from.
)";

} // namespace

std::string manPage() {
    std::string page =
        mdoc::beginning("BES-STANDBY-SETUP", 8, "bes-standby-setup",
                        "install a standby BlackBerry Enterprise Server 5.0 for IBM Lotus Domino");
    page += beginning;
    for (const Command& command : commands())
        page += commandSection(command);
    page +=
        ".El\n.Sh ANSWERS\nEach answer is an option, a key of the answer file (section.key) and an "
        "environment "
        "variable,\ne.g. BES_STANDBY_PRIMARY_NAME for primary.name.\n"
        "The command line goes before the environment, that before the answer file.\n.Bl -tag -width Ds\n";
    for (const answers::Answer& answer : answers::declaredAnswers())
        page += mdoc::answerItem(answer);
    page += ".El\n";
    page += files;
    page += ".Sh EXIT STATUS\n.Bl -tag -width Ds\n";
    for (const ExitCodeEntry& entry : exitCodes())
        page += exitItem(entry);
    page += ".El\n";
    return page + seeAlso;
}

} // namespace bes::app
