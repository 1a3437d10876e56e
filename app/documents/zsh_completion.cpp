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
    if (value == Value::file)
        return choices.empty() ? "_files" : fmt::format("{{compadd -- {}; _files}}", words);
    if (value == Value::folder)
        return "_files -/";
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

/// "'check:Look …'" for each word that can stand there; a group is told by its words.
std::string described(const CompletedProgram& program, const std::string& group) {
    std::string text;
    std::string last;
    for (const CompletedCommand& command : program.commands) {
        const bool inGroup = command.words.size() > 1;
        if (!group.empty() && (!inGroup || command.words.front() != group))
            continue;
        const std::string& word = command.words[group.empty() ? 0 : 1];
        if (word == last)
            continue;
        last = word;
        const std::string told = group.empty() && inGroup ? "Commands for " + word : command.description;
        text += fmt::format(" '{}:{}'", quoted(word), quoted(told));
    }
    return text;
}

std::string groupCase(const CompletedProgram& program, const std::string& group) {
    std::string text = fmt::format("    {})\n"
                                   "      if (( CURRENT == 2 )); then\n"
                                   "        commands=({} )\n"
                                   "        _describe command commands\n"
                                   "        return\n"
                                   "      fi\n"
                                   "      shift words\n"
                                   "      (( CURRENT-- ))\n"
                                   "      case $words[1] in\n",
                                   group, described(program, group));
    for (const CompletedCommand& command : program.commands)
        if (command.words.size() > 1 && command.words.front() == group)
            text += fmt::format("        {})\n{}          ;;\n", command.words[1],
                                arguments(command, "          "));
    return text + "      esac\n      ;;\n";
}

std::string commandCases(const CompletedProgram& program) {
    std::string text;
    std::string last;
    for (const CompletedCommand& command : program.commands) {
        const std::string& first = command.words.front();
        if (command.words.size() == 1)
            text += fmt::format("    {})\n{}      ;;\n", first, arguments(command, "      "));
        else if (first != last)
            text += groupCase(program, first);
        last = first;
    }
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
                        "  if (( CURRENT == 2 )); then\n"
                        "    commands=({} )\n"
                        "    _describe command commands\n"
                        "    return\n"
                        "  fi\n"
                        "  shift words\n"
                        "  (( CURRENT-- ))\n"
                        "  case $words[1] in\n",
                        program.name, described(program, ""));
    return text + commandCases(program) + fmt::format("  esac\n}}\n\n_{} \"$@\"\n", program.name);
}

} // namespace bes::documents
