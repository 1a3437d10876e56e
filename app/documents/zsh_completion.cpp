// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "completion.hpp"

namespace bes::documents {
namespace {

/// Within single quotes, and where a colon or bracket would end a description.
std::string quoted(const std::string& text) {
    std::string result;
    for (const char c : text)
        if (c == '\'')
            result += "'\\''";
        else if (c == ':' || c == '[' || c == ']' || c == '\\')
            result += std::string("\\") + c;
        else
            result += c;
    return result;
}

std::string action(Value value, const std::vector<std::string>& choices) {
    const std::string words = fmt::format("{}", fmt::join(choices, " "));
    if (value == Value::file || value == Value::folder) {
        const std::string files = value == Value::file ? "_files" : "_files -/";
        return choices.empty() ? files : fmt::format("{{compadd -- {}; {}}}", words, files);
    }
    return choices.empty() ? " " : "(" + words + ")";
}

std::string optionWord(const CompletedOption& option) {
    const std::string value =
        option.value == Value::none ? "" : ":value:" + action(option.value, option.choices);
    return fmt::format("'*--{}[{}]{}'", option.name, quoted(option.description), value);
}

std::string arguments(const CompletedCommand& command, const std::string& indent) {
    std::string text = indent + "_arguments";
    for (const CompletedOption& option : command.options)
        text += " \\\n" + indent + "  " + optionWord(option);
    if (command.argument != Value::none)
        text += " \\\n" + indent + "  '*:word:" + action(command.argument, command.choices) + "'";
    return text + "\n";
}

/// Offers the words that can stand there; behind them the one that does is looked at.
std::string wordChoice(const CompletedProgram& program, const std::string& group, const std::string& indent) {
    std::string words;
    for (const NextWord& next : nextWords(program, group))
        words += fmt::format(" '{}:{}'", quoted(next.word), quoted(next.description));
    return fmt::format("{0}if (( CURRENT == 2 )); then\n"
                       "{0}  commands=({1} )\n"
                       "{0}  _describe command commands\n"
                       "{0}  return\n"
                       "{0}fi\n"
                       "{0}shift words\n"
                       "{0}(( CURRENT-- ))\n"
                       "{0}case $words[1] in\n",
                       indent, words);
}

std::string groupCase(const CompletedProgram& program, const std::string& group) {
    std::string text = fmt::format("    {})\n{}", group, wordChoice(program, group, "      "));
    for (const CompletedCommand& command : program.commands)
        if (command.words.size() > 1 && command.words.front() == group)
            text += fmt::format("        {})\n{}          ;;\n", command.words[1],
                                arguments(command, "          "));
    return text + "      esac\n      ;;\n";
}

std::string commandCases(const CompletedProgram& program) {
    std::string text;
    for (const NextWord& next : nextWords(program, ""))
        if (next.isGroup)
            text += groupCase(program, next.word);
    for (const CompletedCommand& command : program.commands)
        if (command.words.size() == 1)
            text += fmt::format("    {})\n{}      ;;\n", command.words.front(), arguments(command, "      "));
    return text;
}

} // namespace

std::string zshCompletion(const CompletedProgram& program) {
    std::string text =
        fmt::format("#compdef {0}\n"
                    "# zsh completion for {0}, made from the declarations of its command line.\n",
                    program.name);
    if (program.commands.front().words.empty())
        return text + "\n" + arguments(program.commands.front(), "");
    text += fmt::format("\n_{}() {{\n"
                        "  local -a commands\n"
                        "{}",
                        program.name, wordChoice(program, "", "  "));
    return text + commandCases(program) + fmt::format("  esac\n}}\n\n_{} \"$@\"\n", program.name);
}

} // namespace bes::documents
