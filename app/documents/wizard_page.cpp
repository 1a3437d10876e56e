// SPDX-License-Identifier: Apache-2.0
#include "output/mdoc.hpp"
#include "pages.hpp"
#include "start.hpp"

namespace bes::documents {
namespace {

constexpr const char* beginning = R"(.Sh SYNOPSIS
.Nm
.Op Ar options
.Sh DESCRIPTION
.Nm
asks for what
.Xr bes-standby-setup 8
needs to install a standby BlackBerry Enterprise Server, shows what it found and what it would do, and has setup do that.
Where a standby is installed, it modifies, repairs, upgrades or removes it.
.Pp
Start it from an ordinary account.
To change something it starts setup as an administrator: by
.Xr pkexec 1 ,
which asks for the password, or where that is not installed, by
.Xr sudo 8 ,
which has to ask for nothing or by the program that
.Ev SUDO_ASKPASS
names.
It does the same to ask the Domino servers, where the account may not, when you press
.Dq Ask as administrator .
.Sh OPTIONS
.Bl -tag -width Ds
)";

constexpr const char* ending = R"(.El
.Pp
Each answer of
.Xr bes-standby-answers 5
is an option too, and fills its field.
.Sh ENVIRONMENT
.Bl -tag -width Ds
.It Ev BES_STANDBY_PASSPHRASE
Opens sealed secrets of the answer file.
.It Ev SUDO_ASKPASS
Program that asks for the password of
.Xr sudo 8 .
.El
.Sh FILES
.Bl -tag -width Ds
.It Pa ~/.config/bes\-standby\-setup/wizard.conf
Where the database was the last time, without its password.
.It Pa ~/.local/share/bes\-standby\-wizard
What the consoles of the Domino servers answered, where it was pasted.
.El
.Sh EXIT STATUS
0, or an exit code of
.Xr bes-standby-setup 8
where the wizard cannot begin.
.Sh SEE ALSO
.Xr pkexec 1 ,
.Xr bes-standby-answers 5 ,
.Xr bes-standby-setup 8 ,
.Xr sudo 8
)";

} // namespace

std::string wizardPage() {
    return app::mdoc::beginning("BES-STANDBY-WIZARD", 8, "bes-standby-wizard",
                                "install a standby BlackBerry Enterprise Server on a desktop") +
           beginning + app::mdoc::optionItems(wizard::startOptions()) + ending;
}

} // namespace bes::documents
