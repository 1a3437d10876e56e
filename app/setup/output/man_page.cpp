#include "output/man_page.hpp"

#include <fmt/format.h>

#include "answers/answers.hpp"
#include "command.hpp"
#include "model/exit_code.hpp"

namespace bes::app {
namespace {

/// Text in mdoc: a backslash, and a dot or apostrophe at the begin of a line, mean something else there, and
/// a sentence begins on a line of its own.
std::string text(std::string_view plain) {
    std::string result;
    for (const char c : plain) {
        const bool sentenceBegins = c >= 'A' && c <= 'Z' && result.ends_with(". ");
        if (sentenceBegins)
            result.back() = '\n';
        if (c == '\\')
            result += "\\e";
        else if (c == '-')
            result += "\\-";
        else
            result += c;
    }
    return result.starts_with('.') || result.starts_with('\'') ? "\\&" + result : result;
}

/// A word in a macro line, where blanks would separate arguments.
std::string word(std::string_view plain) {
    std::string quoted;
    for (const char c : text(plain))
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return "\"" + quoted + "\"";
}

std::string optionItem(const std::string& name, const std::string& placeholder, const std::string& help) {
    const std::string value = placeholder.empty() ? "" : " Ar " + word(placeholder);
    return fmt::format(".It Fl Fl {}{}\n{}\n", text(name), value, text(help));
}

std::string commandSection(const Command& command) {
    std::string page =
        fmt::format(".It Cm {}{}\n{}.\n", text(command.name),
                    command.arguments.empty() ? "" : " Ar " + word(command.arguments), text(command.summary));
    if (!command.details.empty())
        page += text(command.details) + "\n";
    if (command.options.options().empty())
        return page;
    page += ".Bl -tag -width Ds\n";
    for (const auto& option : command.options.options())
        page += optionItem(option->long_name(),
                           option->semantic()->min_tokens() > 0 ? option->semantic()->name() : "",
                           option->description());
    return page + ".El\n";
}

std::string answerItem(const answers::Answer& answer) {
    std::string help = answer.help;
    if (!answer.choices.empty())
        help += fmt::format(" One of {}.", fmt::join(answer.choices, ", "));
    if (!answer.defaultValue.empty())
        help += fmt::format(" Default: {}.", answer.defaultValue);
    if (!answer.alias.empty())
        help += fmt::format(" Also --{}.", answer.alias);
    return optionItem(answer.name, answer.placeholder, help);
}

std::string exitItem(const ExitCodeEntry& entry) {
    return fmt::format(".It {} {}\n{}\n", static_cast<int>(entry.code), text(entry.id), text(entry.meaning));
}

constexpr const char* beginning = R"(.Dd November 22, 2026
.Dt BES-STANDBY-SETUP 8
.Os
.Sh NAME
.Nm bes-standby-setup
.Nd install a standby BlackBerry Enterprise Server 5.0 for IBM Lotus Domino
.Sh SYNOPSIS
.Nm
.Ar command
.Op Ar options
.Sh DESCRIPTION
.Nm
installs a standby BlackBerry Enterprise Server beside an existing primary: it looks at the computer, the BlackBerry
Configuration Database, the media and notes.ini, checks everything at once, plans every step with its undo, and applies
the plan under a journal.
A run that fails, is cancelled or dies is undone completely.
The same holds for modify, upgrade, repair and remove, until they have recorded what is installed then; what is left after
that is finished by the next run.
.Pp
The SRP credentials of the primary are copied inside the database; the authentication key is never typed, shown or
stored anywhere else.
Setup never logs in to SRP.
Deferred services (those that the catalogue calls
.Sq deferred\-until\-failover )
are registered and never started: the failover process starts them with
.Dl systemctl start bes\-active.target
.Pp
Before the installation the Domino servers of both computers have to be in a cluster for replication.
Afterwards the standby makes replicas of the users' BlackBerry state databases; accounts may wait for Domino to replicate.
.Sh COMMANDS
.Bl -tag -width Ds
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
.Sh NOTES
The vendor published neither the schema of the BlackBerry Configuration Database nor a silent installation.
The schema, the answer file, the names of the systemd units and the layout on Linux are this project's own design; the
catalogue of the media says for each of its statements where it comes from.
)";

} // namespace

std::string manPage() {
    std::string page = beginning;
    for (const Command& command : commands())
        page += commandSection(command);
    page +=
        ".El\n.Sh ANSWERS\nEach answer is an option, a key of the answer file (section.key) and an "
        "environment "
        "variable,\ne.g. BES_STANDBY_PRIMARY_NAME for primary.name.\n"
        "The command line goes before the environment, that before the answer file.\n.Bl -tag -width Ds\n";
    for (const answers::Answer& answer : answers::declaredAnswers())
        page += answerItem(answer);
    page += ".El\n";
    page += files;
    page += ".Sh EXIT STATUS\n.Bl -tag -width Ds\n";
    for (const ExitCodeEntry& entry : exitCodes())
        page += exitItem(entry);
    return page + ".El\n";
}

} // namespace bes::app
