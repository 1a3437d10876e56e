// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/program_options/options_description.hpp>

namespace bes::answers {

enum class Origin {
    commandLine, ///< visible to every user of the computer
    environment,
    file,
};

/// A value that was given to an answer, and where.
struct Given {
    std::string name;                ///< of the answer
    std::vector<std::string> values; ///< as they stand there; more than one only for a repeatable answer
    std::string place;               ///< "--primary.name", "primary.name in line 3 of site.ini"
    std::filesystem::path base;      ///< folder that relative paths start from
    Origin origin = Origin::commandLine;
};

/// The words of a command line, taken apart.
struct CommandLine {
    std::vector<Given> answers;
    std::map<std::string, std::vector<std::string>> options; ///< the command's own: long name → values
    std::vector<std::string> arguments;                      ///< words that belong to no option
    std::vector<std::string> problems;                       ///< one sentence each

    [[nodiscard]] bool has(const std::string& option) const { return options.contains(option); }
    /// The only value of an option; empty when it was not given.
    [[nodiscard]] std::optional<std::string> value(const std::string& option) const;
};

/// Takes the words apart. `own` are the command's options, of which the composing ones may be given more than
/// once; `taken` names the answers that it takes. Names are never guessed from their beginning: a script must
/// not change its meaning with the next version.
[[nodiscard]] CommandLine readCommandLine(const std::vector<std::string>& words,
                                          const boost::program_options::options_description& own,
                                          const std::vector<std::string>& taken);

/// The answers as Boost options, for parsing and for help.
[[nodiscard]] boost::program_options::options_description
describeOptions(const std::vector<std::string>& taken, const std::string& caption = "Answers");

/// Names of all answers, or of those in some sections ("database").
[[nodiscard]] std::vector<std::string> allAnswers();
[[nodiscard]] std::vector<std::string> answersIn(const std::vector<std::string>& sections);

} // namespace bes::answers
