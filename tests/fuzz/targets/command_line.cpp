// SPDX-License-Identifier: Apache-2.0
#include <boost/program_options.hpp>

#include "answers/answers.hpp"
#include "command_line.hpp"
#include "fuzz.hpp"

namespace bes::fuzz {
namespace {

namespace po = boost::program_options;

po::options_description ownOptions() {
    po::options_description options("Options");
    auto add = options.add_options();
    add("answer-file", po::value<std::string>()->value_name("FILE"), "");
    add("license", po::value<std::vector<std::string>>()->composing()->value_name("FILE"), "");
    add("json", "");
    add("help,h", "");
    return options;
}

void readAsSetup(const std::vector<std::string>& words, const answers::Environment& environment) {
    static const po::options_description own = ownOptions();
    answers::Sources sources;
    sources.commandLine = answers::readCommandLine(words, own, answers::allAnswers());
    sources.environment = environment;
    const bool sound = sources.commandLine.problems.empty();
    const auto read = answers::parse(sources);
    require(sound || !read, "what is wrong with a word is told");
    if (!read)
        requireShowable(read.error());
}

void readAsProbe(const std::vector<std::string>& words) {
    const auto line = probe::parseCommandLine(words);
    if (!line)
        requireShowable(line.error());
    else if (line->task == probe::Task::ask)
        require(!line->questions.empty() && !line->settings.primary.empty(), "a probe has something to ask");
}

} // namespace

/// A word on each line; behind an empty line the variables of the environment.
void tryInput(std::string_view input) {
    if (input.find('\0') != std::string_view::npos)
        return; // no word and no variable has one
    const std::size_t gap = input.find("\n\n");
    const auto words = linesOf(input.substr(0, gap));
    answers::Environment environment;
    if (gap != std::string_view::npos)
        for (const std::string& line : linesOf(input.substr(gap + 2)))
            if (const std::size_t equals = line.find('='); equals != std::string::npos)
                environment.emplace(line.substr(0, equals), Secret(line.substr(equals + 1)));
    readAsSetup(words, environment);
    readAsProbe(words);
}

} // namespace bes::fuzz
