// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "answers/answers.hpp"
#include "output/mdoc.hpp"
#include "pages.hpp"

namespace bes::documents {
namespace {

using app::mdoc::text;

constexpr const char* beginning = R"(.Sh DESCRIPTION
An answer file says what
.Xr bes-standby-setup 8
installs, and how.
.Dl bes\-standby\-setup answers new standby.ini
writes one with every key, its meaning and an example, and
.Dl bes\-standby\-setup answers check standby.ini
says whether all is right.
The wizard fills its pages from the same file.
.Pp
A line is a section in brackets, a key with its value, or empty.
.Sq #
and
.Sq \&;
begin a comment, at the beginning of a line or after a space.
A value with such a character, or with a comma in a list, stands in double quotes;
.Ql \&"\&"
is a quote within them.
A list has commas.
A switch is
.Ql yes
or
.Ql no .
Relative paths start from the folder of the file.
.Pp
The key
.Ql name
in section
.Ql [primary]
is the option
.Fl Fl primary.name
and the environment variable
.Ev BES_STANDBY_PRIMARY_NAME
too.
The command line goes before the environment, that before the file.
An empty value is no answer.
.Sh SECRETS
A key that takes a secret refers to it:
.Bl -tag -width Ds
.It Li file: Ns Ar PATH
The one line of a file that only its owner can read, or what comes through a pipe.
.It Li env: Ns Ar VARIABLE
The value of an environment variable.
.It Li sealed: Ns Ar TEXT
What
.Ql bes\-standby\-setup answers seal
wrote.
Its passphrase is asked for, or is in
.Ev BES_STANDBY_PASSPHRASE .
.It Li dpapi: Ns Ar TEXT
On Windows: what
.Ql bes\-standby\-setup answers seal \-\-dpapi
wrote.
Windows keeps its key, so no passphrase is needed.
.It Li plain: Ns Ar TEXT
The secret itself, where
.Ql answers.allow\-plain\-secrets
is set.
.El
)";

std::string keyItem(const answers::Answer& answer) {
    const std::string key = answer.name.substr(answer.name.find('.') + 1);
    const std::string value = answer.placeholder.empty() ? "yes | no" : answer.placeholder;
    std::string help = answer.help;
    if (!answer.choices.empty())
        help += fmt::format(" One of {}.", fmt::join(answer.choices, ", "));
    if (answer.repeatable)
        help += " A list.";
    if (answer.secret)
        help += " A secret.";
    if (!answer.defaultValue.empty())
        help += fmt::format(" Default: {}.", answer.defaultValue);
    if (answer.required)
        help += " Required.";
    return fmt::format(".It Ic {} = Ar {}\n{}\n", text(key), app::mdoc::word(value), text(help));
}

} // namespace

std::string answersPage() {
    std::string page = app::mdoc::beginning("BES-STANDBY-ANSWERS", 5, "bes-standby-answers",
                                            "what bes-standby-setup is to install") +
                       beginning + ".Sh KEYS\n";
    std::string section;
    for (const answers::Answer& answer : answers::declaredAnswers()) {
        if (std::string own = answer.name.substr(0, answer.name.find('.')); own != section) {
            page += section.empty() ? "" : ".El\n";
            section = std::move(own);
            page += fmt::format(".Ss Section [{}]\n.Bl -tag -width Ds\n", text(section));
        }
        page += keyItem(answer);
    }
    return page + ".El\n.Sh SEE ALSO\n.Xr bes-standby-setup 8 ,\n.Xr bes-standby-wizard 8\n";
}

} // namespace bes::documents
