// SPDX-License-Identifier: Apache-2.0
#include "answers/command_line.hpp"

#include <algorithm>
#include <utility>

#include <boost/program_options/parsers.hpp>

#include "answers/answer_sources.hpp"
#include "answers/declaration.hpp"

namespace bes::answers {
namespace po = boost::program_options;
namespace {

/// Names as Boost takes them: all long names of an option, divided by commas.
std::string optionNames(const Answer& answer) {
    return answer.alias.empty() ? answer.name : answer.name + "," + answer.alias;
}

std::string sentences(const Answer& answer) {
    std::string text = answer.help;
    if (!answer.choices.empty()) {
        std::string list;
        for (const std::string& choice : answer.choices)
            list += (list.empty() ? "" : ", ") + choice;
        text += " One of: " + list + ".";
    }
    if (answer.repeatable)
        text += " May be repeated.";
    if (!answer.defaultValue.empty() && !answer.placeholder.empty())
        text += " Default: " + answer.defaultValue + ".";
    if (!answer.alias.empty())
        text += " Short: --" + answer.alias + ".";
    return text;
}

std::vector<std::string> knownOptions(const po::options_description& known,
                                      const std::vector<std::string>& taken) {
    std::vector<std::string> names;
    for (const auto& option : known.options())
        names.push_back(option->long_name());
    for (const std::string& name : taken)
        if (const std::string& alias = findDeclaration(name)->answer.alias; !alias.empty())
            names.push_back(alias);
    return names;
}

std::string unknownOption(const std::string& word, const std::vector<std::string>& known) {
    const std::string text = word.starts_with("-") ? word : "--" + word;
    const std::string bare = text.substr(std::min(text.find_first_not_of('-'), text.size()));
    const std::string name = bare.substr(0, bare.find('='));
    const std::string shown = text.substr(0, text.find('='));
    const auto near = nearest(name, known);
    if (!near && findDeclaration(name))
        return "this command takes no option " + shown;
    return "unknown option " + shown + (near ? "; did you mean --" + *near + "?" : "");
}

const po::option_description* find(const std::string& option, const po::options_description& known) {
    const std::string name = option.substr(std::min(option.find_first_not_of('-'), option.size()));
    return name.empty() ? nullptr : known.find_nothrow(name, false); // "---": every option would match
}

std::string needsValue(const std::string& option, const po::options_description& known) {
    const po::option_description* found = find(option, known);
    return option + " needs a value" + (found ? ": " + option + " " + found->semantic()->name() : "");
}

std::string problemOf(const po::error_with_option_name& error, const po::options_description& known) {
    const std::string option = error.get_option_name();
    const po::option_description* found = find(option, known);
    const bool isSwitch = found && found->semantic()->max_tokens() == 0;
    return isSwitch ? option + " takes no value" : needsValue(option, known);
}

bool takesValue(const std::string& word, const po::options_description& known) {
    const po::option_description* option = word.starts_with("--") ? find(word, known) : nullptr;
    return option && option->semantic()->min_tokens() > 0;
}

/// Boost would take the next option for the value that was forgotten. A value that begins so is given as
/// --name=--value.
void takeOutOptionsWithoutValue(std::vector<std::string>& words, const po::options_description& known,
                                std::vector<std::string>& problems) {
    for (std::size_t i = 0; i + 1 < words.size() && words[i] != "--";) {
        if (takesValue(words[i], known) && words[i + 1].starts_with("--")) {
            problems.push_back(needsValue(words[i], known));
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
        } else {
            i += takesValue(words[i], known) ? 2 : 1;
        }
    }
}

/// Boost stops at the first wrong word. The word is taken out and the rest is read again, so that all
/// problems show.
po::parsed_options parseAll(std::vector<std::string> words, const po::options_description& known,
                            std::vector<std::string>& problems) {
    using namespace po::command_line_style;
    constexpr int style = allow_long | long_allow_next | long_allow_adjacent | allow_short |
                          allow_dash_for_short | short_allow_next;
    takeOutOptionsWithoutValue(words, known, problems);
    for (;;) {
        try {
            return po::command_line_parser(words).options(known).style(style).allow_unregistered().run();
        } catch (const po::error_with_option_name& error) {
            problems.push_back(problemOf(error, known));
            const std::string option = error.get_option_name();
            const auto wrong = std::ranges::find_if(words, [&](const std::string& word) {
                return word == option || word.starts_with(option + "=");
            });
            if (wrong == words.end())
                return po::parsed_options(&known);
            words.erase(wrong);
        }
    }
}

/// Puts the options where they belong.
class Sorter {
public:
    Sorter(CommandLine& line, const po::options_description& own, std::vector<std::string> known)
        : line_(line), own_(own), known_(std::move(known)) {}

    void take(const po::option& option) {
        const bool afterUnknown = std::exchange(lastWasUnknown_, false);
        if (option.position_key >= 0) {
            // what follows an unknown option was probably meant as its value
            if (!afterUnknown)
                line_.arguments.insert(line_.arguments.end(), option.value.begin(), option.value.end());
        } else if (option.unregistered) {
            const std::string& word = option.original_tokens.front();
            line_.problems.push_back(unknownOption(word, known_));
            lastWasUnknown_ = word.find('=') == std::string::npos;
        } else if (const Declaration* declaration = findDeclaration(option.string_key)) {
            takeAnswer(declaration->answer, option.value);
        } else {
            takeOwn(option);
        }
    }

private:
    void takeAnswer(const Answer& answer, const std::vector<std::string>& given) {
        // a switch without a value says yes
        const std::vector<std::string> values = given.empty() ? std::vector<std::string>{"yes"} : given;
        const auto before = std::ranges::find(line_.answers, answer.name, &Given::name);
        if (before == line_.answers.end()) {
            line_.answers.push_back(
                {answer.name, values, "--" + answer.name, workingFolder(), Origin::commandLine});
        } else if (answer.repeatable) {
            before->values.insert(before->values.end(), values.begin(), values.end());
        } else if (!answer.placeholder.empty()) {
            line_.problems.push_back("--" + answer.name + " is given twice");
        }
    }

    void takeOwn(const po::option& option) {
        const auto [before, isNew] = line_.options.emplace(option.string_key, option.value);
        if (isNew || option.value.empty())
            return;
        const auto* described = own_.find_nothrow(option.string_key, false);
        if (described != nullptr && described->semantic()->is_composing())
            before->second.insert(before->second.end(), option.value.begin(), option.value.end());
        else
            line_.problems.push_back("--" + option.string_key + " is given twice");
    }

    CommandLine& line_;
    const po::options_description& own_;
    std::vector<std::string> known_;
    bool lastWasUnknown_ = false;
};

} // namespace

std::optional<std::string> CommandLine::value(const std::string& option) const {
    const auto found = options.find(option);
    if (found == options.end() || found->second.empty())
        return std::nullopt;
    return found->second.front();
}

CommandLine readCommandLine(const std::vector<std::string>& words, const po::options_description& own,
                            const std::vector<std::string>& taken) {
    po::options_description known;
    known.add(own).add(describeOptions(taken));

    CommandLine line;
    const po::parsed_options parsed = parseAll(words, known, line.problems);
    Sorter sorter(line, own, knownOptions(known, taken));
    for (const po::option& option : parsed.options)
        sorter.take(option);
    return line;
}

po::options_description describeOptions(const std::vector<std::string>& taken, const std::string& caption) {
    po::options_description options(caption);
    for (const std::string& name : taken) {
        const Answer& answer = findDeclaration(name)->answer;
        auto* value = po::value<std::string>();
        if (answer.placeholder.empty())
            value->implicit_value("yes");
        else
            value->value_name(answer.placeholder);
        options.add_options()(optionNames(answer).c_str(), value, sentences(answer).c_str());
    }
    return options;
}

} // namespace bes::answers
