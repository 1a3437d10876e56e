// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"

#include <algorithm>
#include <sstream>

#include "model/try.hpp"
#include "practice_mark.hpp"

namespace bes::app {
namespace po = boost::program_options;
namespace {

std::vector<std::string> words(const std::string& text) {
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

bool takes(const Command& command, std::string_view answer) {
    return std::ranges::count(command.answers, answer) > 0;
}

} // namespace

std::size_t Command::leastArguments() const {
    const auto all = words(arguments);
    return static_cast<std::size_t>(
        std::ranges::count_if(all, [](const std::string& word) { return !word.starts_with('['); }));
}

std::size_t Command::mostArguments() const {
    return words(arguments).size();
}

bool Command::onlyShowsAs(const answers::CommandLine& line) const {
    return onlyShows || line.has("dry-run") || line.has("script") ||
           (onlyShowsWithoutArguments && line.arguments.empty());
}

po::options_description optionsOf(const Command& command) {
    po::options_description options("Options");
    auto add = options.add_options();
    options.add(command.options);
    if (!command.answers.empty())
        add("answer-file", po::value<std::string>()->value_name("FILE"),
            "Take answers from this file too; 'answers new' makes one. A pipe is waited for up to 60 "
            "seconds.");
    if (takes(command, "database.password"))
        add("passphrase-file", po::value<std::string>()->value_name("FILE"),
            "The passphrase of sealed secrets is the one line of this file. Without it: the variable "
            "BES_STANDBY_PASSPHRASE, or a question on the terminal.");
    add("json", "Write JSON, for programs.");
    add("help,h", "Show this help.");
    return options;
}

Result<answers::Answers> Invocation::answers() const {
    answers::Sources sources{line, environment, {}};
    if (const auto file = line.value("answer-file"))
        sources.file = *file;
    TRY_ASSIGN(auto answers, answers::parse(sources));
    if (!command.writesAnswers())
        markIfPractice(answers.request.root, console, json());
    return answers;
}

const Command* findCommand(std::string_view name) {
    const auto found = std::ranges::find(commands(), name, &Command::name);
    return found == commands().end() ? nullptr : &*found;
}

} // namespace bes::app
