// SPDX-License-Identifier: Apache-2.0
#include "command_line.hpp"

#include <algorithm>
#include <sstream>

#include <boost/program_options.hpp>

#include "model/try.hpp"
#include "text/path_text.hpp"
#include "text/visible.hpp"

namespace bes::probe {

namespace po = boost::program_options;
using namespace domino;

namespace {

tl::unexpected<Failure> wrongUsage(const std::string& why) {
    return fail(ExitCode::usage, "usage", "The command line is not valid", visible(why),
                "bes-domino-probe --help");
}

void addQuestion(std::vector<Question>& questions, Topic topic) {
    if (!isAboutOneServer(topic)) {
        questions.push_back({topic, std::nullopt});
        return;
    }
    questions.push_back({topic, Role::primary});
    questions.push_back({topic, Role::standby});
}

/// Whatever order they are named in, they are asked in that of the protocol.
Result<std::vector<Question>> questionsFrom(const std::string& text) {
    std::vector<Topic> wanted;
    std::istringstream words(text);
    for (std::string word; std::getline(words, word, ',');) {
        const auto topic = topicFromText(word);
        if (topic)
            wanted.push_back(*topic);
        else if (word == "all")
            wanted = allTopics();
        else
            return wrongUsage("There is no question \"" + word + "\"");
    }
    std::vector<Question> questions;
    for (const Topic topic : allTopics())
        if (std::ranges::find(wanted, topic) != wanted.end())
            addQuestion(questions, topic);
    if (questions.empty())
        return wrongUsage("--questions names none");
    return questions;
}

std::optional<std::filesystem::path> pathIfAny(const po::variables_map& given, const char* name) {
    return given.count(name) == 0 ? std::nullopt
                                  : std::optional<std::filesystem::path>(given[name].as<std::string>());
}

Result<CommandLine> commandLineFrom(const po::variables_map& given) {
    CommandLine line;
    line.task = given.count("help") > 0 ? Task::help : given.count("list") > 0 ? Task::list : Task::ask;
    line.root = given["root"].as<std::string>();
    line.named = {pathIfAny(given, "program-folder"), pathIfAny(given, "notes-ini")};
    line.allowRoot = given.count("allow-root") > 0;
    line.restarted = given.count("restarted") > 0;
    line.limit = std::chrono::seconds(given["limit"].as<unsigned>());
    line.settings.own = given["own"].as<std::string>();
    line.settings.tolerance = std::chrono::seconds(given["tolerance"].as<unsigned>());
    const double interval = given["interval"].as<double>();
    if (!(interval >= 0 && interval <= 3600))
        return wrongUsage("--interval takes 0 to 3600 seconds");
    line.settings.interval = std::chrono::milliseconds(static_cast<int>(interval * 1000));
    if (line.task != Task::ask)
        return line;
    if (given.count("primary") == 0 || given["primary"].as<std::string>().empty())
        return wrongUsage("--primary is missing");
    line.settings.primary = given["primary"].as<std::string>();
    TRY_ASSIGN(line.questions, questionsFrom(given["questions"].as<std::string>()));
    return line;
}

} // namespace

po::options_description options() {
    const Settings defaults;
    po::options_description all("Options", 100);
    auto add = all.add_options();
    add("primary", po::value<std::string>()->value_name("NAME"), "name of the primary's Domino server");
    add("own", po::value<std::string>()->value_name("NAME")->default_value(""),
        "name of this computer's Domino server; without it that of the ID in use");
    add("program-folder", po::value<std::string>()->value_name("DIR"),
        "folder with the library of the Notes C API; without it the usual places are looked at");
    add("notes-ini", po::value<std::string>()->value_name("FILE"),
        "notes.ini of this computer's Domino server; likewise");
    add("root", po::value<std::string>()->value_name("DIR")->default_value(utf8(topFolder())),
        "look for Domino servers in the file system below this folder");
    add("list", "write which Domino servers were found, and ask nothing");
    add("questions", po::value<std::string>()->value_name("LIST")->default_value("all"),
        "which ones to ask, with commas between");
    add("interval", po::value<double>()->value_name("SECONDS")->default_value(3),
        "seconds between the two readings of the queues");
    add("tolerance", po::value<unsigned>()->value_name("SECONDS")->default_value(300),
        "seconds that a replica may be behind");
    add("limit", po::value<unsigned>()->value_name("SECONDS")->default_value(600),
        "seconds after which the program ends, 0 for never");
    add("allow-root", "use the Notes C API as root where notes.ini belongs to root (for practice only)");
    add("help", "show this");
    return all;
}

Result<CommandLine> parseCommandLine(const std::vector<std::string>& words) {
    po::options_description all = options();
    all.add_options()("restarted", "");
    try {
        po::variables_map given;
        const auto style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
        po::store(po::command_line_parser(words)
                      .options(all)
                      .positional(po::positional_options_description())
                      .style(style)
                      .run(),
                  given);
        return commandLineFrom(given);
    } catch (const po::error& error) {
        return wrongUsage(error.what());
    }
}

std::string helpText() {
    std::ostringstream text;
    text
        << "Usage: bes-domino-probe --primary NAME [OPTION…]\n"
           "       bes-domino-probe --list [OPTION…]\n\n"
           "Asks the Domino servers of a primary and of the standby on this computer about their cluster,\n"
           "and changes nothing. Writes JSON Lines: what is going to be asked, each answer as soon as it is\n"
           "there, and a last line that says that none is missing.\n\n"
        << options() << "\nQuestions:";
    for (const Topic topic : allTopics())
        text << ' ' << toString(topic);
    text << "\n\nExit codes: 0 all questions were gone through, whatever the answers; 1 an error of the "
            "program;\n"
            "2 wrong command line; 3 the answers can't be written; 4 the limit has passed. The Notes runtime "
            "may\n"
            "end the program at any time by a signal.\n";
    return text.str();
}

} // namespace bes::probe
