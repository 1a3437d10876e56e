// SPDX-License-Identifier: Apache-2.0
#include "completion.hpp"

#include <algorithm>
#include <sstream>

#include "answers/answers.hpp"
#include "command.hpp"
#include "commands/help.hpp"
#include "output/mdoc.hpp"
#include "shipped_files.hpp"
#include "start.hpp"

namespace bes::documents {
namespace {

namespace po = boost::program_options;

std::string firstSentence(const std::string& help) {
    const auto end = std::min(help.find(". "), help.find(": "));
    std::string sentence = help.substr(0, end);
    if (sentence.ends_with('.'))
        sentence.pop_back();
    return sentence;
}

/// What the words in capitals of help and manual page stand for.
Value valueOf(const std::string& placeholder) {
    for (const char* files : {"FILE", "KEY CERT", "PATH", "PLAN"})
        if (placeholder.find(files) != std::string::npos)
            return Value::file;
    for (const char* folders : {"DIR", "TREE"})
        if (placeholder.find(folders) != std::string::npos)
            return Value::folder;
    return placeholder.empty() ? Value::none : Value::other;
}

/// "account|computer" stands for one of these words.
std::vector<std::string> choicesOf(const std::string& placeholder) {
    std::vector<std::string> choices;
    if (placeholder.find('|') == std::string::npos)
        return choices;
    std::istringstream in(placeholder);
    for (std::string word; std::getline(in, word, '|');)
        choices.push_back(word);
    return choices;
}

CompletedOption completedOption(const po::option_description& option) {
    const std::string placeholder = app::mdoc::placeholder(option);
    std::vector<std::string> choices = choicesOf(placeholder);
    const Value value = choices.empty() ? valueOf(placeholder) : Value::choice;
    return {option.long_name(), firstSentence(option.description()), value, std::move(choices)};
}

std::vector<CompletedOption> optionsOf(const po::options_description& declared) {
    std::vector<CompletedOption> options;
    for (const auto& option : declared.options())
        options.push_back(completedOption(*option));
    return options;
}

void addAnswers(const std::vector<std::string>& taken, std::vector<CompletedOption>& options) {
    for (const answers::Answer& answer : answers::declaredAnswers()) {
        if (std::ranges::count(taken, answer.name) == 0)
            continue;
        const Value value = answer.choices.empty() ? valueOf(answer.placeholder) : Value::choice;
        for (const std::string& name : {answer.name, answer.alias})
            if (!name.empty())
                options.push_back({name, firstSentence(answer.help), value, answer.choices});
    }
}

std::vector<std::string> wordsOf(const std::string& name) {
    std::istringstream in(name);
    return {std::istream_iterator<std::string>(in), {}};
}

CompletedCommand completed(const app::Command& command) {
    CompletedCommand result{wordsOf(command.name), command.summary, valueOf(command.arguments),
                            command.actions, optionsOf(app::optionsOf(command))};
    addAnswers(command.answers, result.options);
    for (CompletedOption& option : result.options)
        if (option.name == "catalog")
            option.choices = app::shippedCatalogs(); // beside files
    return result;
}

} // namespace

std::vector<NextWord> nextWords(const CompletedProgram& program, const std::string& group) {
    std::vector<NextWord> next;
    for (const CompletedCommand& command : program.commands) {
        const bool inGroup = command.words.size() > 1;
        if (command.words.empty() || (!group.empty() && (!inGroup || command.words.front() != group)))
            continue;
        const std::string& word = command.words[group.empty() ? 0 : 1];
        if (!next.empty() && next.back().word == word)
            continue;
        const bool isGroup = group.empty() && inGroup;
        next.push_back({word, isGroup ? "Commands for " + word : command.description, isGroup});
    }
    return next;
}

CompletedProgram completedSetup() {
    CompletedProgram program{"bes-standby-setup", {}};
    std::vector<std::string> topics = app::otherHelpTopics();
    for (const app::Command& command : app::commands()) {
        program.commands.push_back(completed(command));
        const std::string first = program.commands.back().words.front();
        if (std::ranges::count(topics, first) == 0)
            topics.push_back(first);
    }
    for (CompletedCommand& command : program.commands)
        if (command.words.front() == "help") {
            command.argument = Value::choice;
            command.choices = topics;
        }
    return program;
}

CompletedProgram completedWizard() {
    CompletedCommand command{{}, "", Value::none, {}, optionsOf(wizard::startOptions())};
    addAnswers(answers::allAnswers(), command.options);
    return {"bes-standby-wizard", {command}};
}

} // namespace bes::documents
