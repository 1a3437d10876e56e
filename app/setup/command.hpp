// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <boost/program_options/options_description.hpp>

#include "answers/answers.hpp"
#include "console.hpp"
#include "model/exit_code.hpp"
#include "model/failure.hpp"

namespace bes::app {

struct Command;

/// A command with what it was called with.
struct Invocation {
    const Command& command;
    const answers::CommandLine& line;
    const answers::Environment& environment;
    Console& console;

    /// The output is for a program.
    [[nodiscard]] bool json() const { return line.has("json"); }
    /// The answers of command line, environment and answer file.
    [[nodiscard]] Result<answers::Answers> answers() const;
};

/// What an option takes, where that is more than its description can say.
struct ValueList {
    std::string title;                                       ///< "Facts for --set"
    std::vector<std::pair<std::string, std::string>> values; ///< "primary.version=VERSION" → what it means
};

/// Everything about a command: parsing, `help` and --help come from this one value.
struct Command {
    std::string name;                                      ///< "media create"
    std::string summary;                                   ///< one line for the list of commands
    std::string arguments{};                               ///< "DIR", "[FILE]"; empty: takes none
    std::vector<std::string> actions{};                    ///< the words that can stand for ACTION in them
    std::string details{};                                 ///< what a person should know beside the options
    boost::program_options::options_description options{}; ///< its own
    ValueList values{};                                    ///< of one of its options
    std::vector<std::string> answers{};                    ///< names of the answers that it takes
    std::function<Result<ExitCode>(const Invocation&)> run{};
    bool onlyShows = false; ///< its output is all that it gives: a failure when that can't be written
    bool onlyShowsWithoutArguments = false; ///< otherwise it writes the file that is named

    [[nodiscard]] std::size_t leastArguments() const;
    [[nodiscard]] std::size_t mostArguments() const;
    /// Its output is an answer file.
    [[nodiscard]] bool writesAnswers() const { return onlyShowsWithoutArguments; }
    /// What is called thus changes nothing: its output is all that it gives.
    [[nodiscard]] bool onlyShowsAs(const answers::CommandLine& line) const;
};

/// The options of a command with those that every command has.
[[nodiscard]] boost::program_options::options_description optionsOf(const Command& command);

/// All commands, in the order in which `help` lists them.
[[nodiscard]] const std::vector<Command>& commands();
[[nodiscard]] const Command* findCommand(std::string_view name);

} // namespace bes::app
