// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "command_line.hpp"
#include "output/mdoc.hpp"
#include "pages.hpp"

namespace bes::documents {
namespace {

constexpr const char* beginning = R"(.Sh SYNOPSIS
.Nm
.Fl Fl primary Ar NAME
.Op Ar options
.Nm
.Fl Fl list
.Op Ar options
.Sh DESCRIPTION
.Nm
asks the Domino servers of a primary and of the standby on this computer about their cluster, by the Notes C API, and changes
nothing.
.Xr bes-standby-setup 8
runs it.
It is no command for every day, and stands in
.Pa /usr/libexec/bes\-standby\-setup .
.Pp
Run as root, it takes the account that notes.ini belongs to, and Domino's own environment, before it loads anything of Domino.
It writes JSON Lines: what is going to be asked, each answer as soon as it is there, and a last line that says that none is
missing.
.Sh OPTIONS
.Bl -tag -width Ds
)";

constexpr const char* ending = R"(.Sh EXIT STATUS
.Bl -tag -width Ds
.It 0
All questions were gone through, whatever the answers.
.It 1
An error of the program.
.It 2
Wrong command line.
.It 3
The answers cannot be written.
.It 4
The limit has passed.
.El
.Pp
The Notes runtime may end the program at any time by a signal.
.Sh SEE ALSO
.Xr bes-standby-setup 8
)";

std::string questions() {
    std::string names;
    for (const domino::Topic topic : domino::allTopics())
        names += fmt::format("{}{}", names.empty() ? "" : ", ", domino::toString(topic));
    return ".Pp\nThe questions are " + app::mdoc::text(names) + ".\n";
}

} // namespace

std::string probePage() {
    return app::mdoc::beginning("BES-DOMINO-PROBE", 8, "bes-domino-probe",
                                "ask Domino servers about their cluster") +
           beginning + app::mdoc::optionItems(probe::options()) + ".El\n" + questions() + ending;
}

} // namespace bes::documents
