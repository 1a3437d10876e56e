// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "commands/commands.hpp"
#include "host/own_process.hpp"
#include "host/root.hpp"
#include "model/try.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"

namespace bes::app {
namespace po = boost::program_options;
namespace {

namespace fs = std::filesystem;

const std::vector<std::string>& actions() {
    static const std::vector<std::string> all{"wizard", "install", "status", "failover", "remove"};
    return all;
}

tl::unexpected<Failure> wrong(std::string why) {
    return fail(ExitCode::usage, "command.line", "The command line of practice is wrong", std::move(why),
                "'bes-standby-setup help practice' explains it.");
}

bool isAction(const std::string& word) {
    return std::ranges::count(actions(), word) > 0;
}

/// What is to be done, and in which folder.
struct Call {
    std::string action = "make";
    std::string folder{};
};

Result<Call> readCall(const answers::CommandLine& line) {
    const auto& words = line.arguments;
    if (words.size() == 1 && isAction(words[0]))
        return wrong("DIR is missing");
    if (words.size() == 1)
        return Call{.folder = words[0]};
    if (!isAction(words[0]))
        return wrong(fmt::format("{} is not something to do; known are {}", words[0], joined(actions())));
    if (line.has("folder"))
        return wrong("--folder is chosen when the practice folder is made");
    return Call{words[0], words[1]};
}

/// The scripts do the work: what they make is taken from the package of practice, and the build folder has
/// the same places.
Result<ExitCode> practiceCommand(const Invocation& invocation) {
    TRY_ASSIGN(const Call call, readCall(invocation.line));
    if (invocation.json())
        return wrong("practice is for people and writes no JSON");
    const fs::path programs = host::ownProgramFolder();
    const fs::path script = (programs / BES_PRACTICE_FROM_PROGRAMS / "practice").lexically_normal();
    if (std::error_code none; !fs::exists(script, none))
        return fail(ExitCode::usage, "practice.package", "The practice environment is not installed",
                    utf8(script) + " does not exist", "Install the package bes-standby-practice.");
    std::vector<std::string> words{utf8(programs / "bes-standby-setup"), call.action, call.folder};
    if (invocation.line.has("folder"))
        words.emplace_back("--folder");
    // what the wizard needs of the desktop goes on, and nothing that could make root run what others wrote
    return fail(host::becomeProgram(script, words,
                                    host::keptVariables(host::revealed(invocation.environment),
                                                        host::Program::wizard, host::currentUser() == 0)));
}

po::options_description practiceOptions() {
    po::options_description options;
    options.add_options()("folder",
                          "Make the practice computer a folder, also where a container is possible.");
    return options;
}

} // namespace

/// Its scripts and its container are Linux'.
std::vector<Command> practiceCommands() {
    if (host::thisSystem() == System::windows)
        return {};
    return {{.name = "practice",
             .summary = "Practise on a computer, database and media that are not real",
             .arguments = "[ACTION] DIR",
             .actions = actions(),
             .details =
                 "Without ACTION it makes a practice site in DIR: signed media, a database with primaries, a "
                 "stand-in for the "
                 "Domino server and a practice computer, which is a container with a systemd of its own "
                 "where you are root "
                 "and a container is possible, otherwise a folder. 'wizard' opens the wizard for that "
                 "computer, 'install' installs a "
                 "standby on it, 'status' shows it, 'failover' shows what a failover process does to it, and "
                 "'remove' removes it. "
                 "Nothing outside of DIR is changed, and every line begins with PRACTICE. Needs the package "
                 "bes-standby-practice.",
             .options = practiceOptions(),
             .run = practiceCommand}};
}

} // namespace bes::app
