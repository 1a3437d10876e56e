// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <exception>
#include <iostream>

#include "command_line.hpp"
#include "host/begin_process.hpp"
#include "lines.hpp"
#include "preparation.hpp"
#include "questions.hpp"
#include "session.hpp"
#include "text/path_text.hpp"
#include "time_limit.hpp"

namespace bes::probe {
namespace {

// Documented in --help.
constexpr int wentThrough = 0;
constexpr int programError = 1;
constexpr int wrongCommandLine = 2;
constexpr int outputGone = 3;
constexpr int limitPassed = 4;

using Installation = tl::expected<host::DominoInstallation, domino::Reason>;

/// An installation that is returned can be used by this process as it is.
Installation prepare(const CommandLine& line) {
    auto installation = chooseInstallation(line);
    if (!installation)
        return installation;
    const auto account = accountToTake(*installation, line.allowRoot);
    if (!account)
        return tl::unexpected(account.error());
    if (line.restarted && !*account)
        return installation;
    return tl::unexpected(restartPrepared(line, *installation, *account));
}

domino::ProbeStart startOf(const CommandLine& line, const Installation& installation) {
    domino::ProbeStart start;
    if (installation) {
        start.programFolder = utf8(installation->programFolder);
        start.notesIni = utf8(installation->notesIni);
        start.folder = utf8(installation->dataFolder);
    }
    start.account = host::accountName(host::currentUser());
    start.primary = line.settings.primary;
    start.own = line.settings.own;
    start.questions = line.questions;
    return start;
}

int ask(const CommandLine& line) {
    const Installation installation = prepare(line);
    const TimeLimit limit(line.limit, limitPassed);
    auto output = host::PrivateOutput::take();
    if (!output)
        throw OutputGone();
    host::workUnattended();
    host::surviveClosedPipes();
    Lines lines(std::move(*output), startOf(line, installation));
    const auto session = installation ? Session::open(installation->library, installation->programFolder,
                                                      installation->notesIni)
                                      : tl::unexpected(installation.error());
    if (session)
        askAll((*session)->api(), line.settings, lines);
    else
        lines.nothingCanBeAnswered(session.error());
    lines.end();
    return wentThrough;
}

int list(const CommandLine& line) {
    const auto text = installationList(line);
    if (text) {
        std::cout << *text << std::endl;
        return std::cout ? wentThrough : outputGone;
    }
    std::cerr << "bes-domino-probe: " << text.error().what << ": " << text.error().why << '\n';
    return programError;
}

int run(const std::vector<std::string>& words) {
    const auto line = parseCommandLine(words);
    if (!line) {
        std::cerr << "bes-domino-probe: " << line.error().why << "; see " << line.error().remedy << '\n';
        return wrongCommandLine;
    }
    switch (line->task) {
    case Task::help:
        std::cout << helpText();
        return wentThrough;
    case Task::list:
        return list(*line);
    case Task::ask:
        break;
    }
    return ask(*line);
}

} // namespace
} // namespace bes::probe

int main(int count, char** words) {
    try {
        if (const auto ordered = bes::host::orderProcess(bes::host::Program::probe); !ordered)
            return bes::host::tellNotBegun("bes-domino-probe", ordered.error());
        return bes::probe::run({words + std::min(count, 1), words + count});
    } catch (const bes::probe::OutputGone& error) {
        std::cerr << "bes-domino-probe: " << error.what() << '\n';
        return bes::probe::outputGone;
    } catch (const std::exception& error) {
        std::cerr << "bes-domino-probe: " << error.what() << '\n';
        return bes::probe::programError;
    }
}
