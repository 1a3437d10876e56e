// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "completion.hpp"
#include "text/lists.hpp"

namespace bes::documents {
namespace {

/// What is compared when the command's words are known: "media create", or "" for a program without commands.
std::string key(const CompletedCommand& command) {
    return fmt::format("{}", fmt::join(command.words, " "));
}

/// A branch on the option before, for those that take something.
std::string valueBranch(const CompletedOption& option) {
    std::string files;
    if (option.value == Value::file)
        files = "_bes_files";
    if (option.value == Value::folder)
        files = "_bes_folders";
    std::string words;
    if (!option.choices.empty())
        words = fmt::format("_bes_words \"{}\"", fmt::join(option.choices, " "));
    return fmt::format("        --{}) {}{}{} return ;;\n", option.name, files, files.empty() ? "" : "; ",
                       words.empty() ? "" : words + ";");
}

std::string commandBranch(const CompletedCommand& command) {
    std::string text = fmt::format("    \"{}\")\n      case $previous in\n", key(command));
    std::string names;
    for (const CompletedOption& option : command.options) {
        names += fmt::format("{}--{}", names.empty() ? "" : " ", option.name);
        if (option.value != Value::none)
            text += valueBranch(option);
    }
    text += "      esac\n";
    text += fmt::format("      if [[ $current == -* ]]; then _bes_words \"{}\"; return; fi\n", names);
    if (command.argument == Value::file)
        text += "      _bes_files\n";
    if (command.argument == Value::folder)
        text += "      _bes_folders\n";
    if (!command.choices.empty())
        text += fmt::format("      _bes_words \"{}\"\n", fmt::join(command.choices, " "));
    return text + "      ;;\n";
}

std::string wordsAfter(const CompletedProgram& program, const std::string& group) {
    std::vector<std::string> words;
    for (const NextWord& next : nextWords(program, group))
        words.push_back(next.word);
    return joined(words, " ");
}

std::string groupBranches(const CompletedProgram& program) {
    std::string text;
    for (const NextWord& next : nextWords(program, ""))
        if (next.isGroup)
            text +=
                fmt::format("    \"{}\") _bes_words \"{}\" ;;\n", next.word, wordsAfter(program, next.word));
    return text;
}

constexpr const char* beginning =
    R"(# bash completion for {0}, made from the declarations of its command line. -*- shell-script -*-
# shellcheck shell=bash disable=SC2317 # called by bash

_bes_words() {{
  local word
  while read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$current")
}}
_bes_files() {{
  local name
  compopt -o filenames
  while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -f -- "$current")
}}
_bes_folders() {{
  local name
  compopt -o filenames
  while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -d -- "$current")
}}

_{1}() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD - 1]}} command=""
  COMPREPLY=()
)";

/// The command is the first word that is no option, or a group's word and the one after it.
constexpr const char* findCommand = R"(  local i word
  for ((i = 1; i < COMP_CWORD; ++i)); do
    word=${{COMP_WORDS[i]}}
    [[ $word != -* ]] || {{ [ -z "$command" ] && continue; break; }}
    command=${{command:+$command }}$word
    case $command in {0}) ;; *) break ;; esac
  done
)";

std::string groups(const CompletedProgram& program) {
    std::vector<std::string> names;
    for (const NextWord& next : nextWords(program, ""))
        if (next.isGroup)
            names.push_back(next.word);
    return joined(names, "|");
}

} // namespace

std::string bashCompletion(const CompletedProgram& program) {
    std::string function = program.name;
    std::ranges::replace(function, '-', '_');
    std::string text = fmt::format(beginning, program.name, function);
    const bool hasCommands = !program.commands.front().words.empty();
    if (hasCommands)
        text += fmt::format(findCommand, groups(program));
    text += "  case $command in\n";
    if (hasCommands)
        text += fmt::format("    \"\") _bes_words \"{} --help --version\" ;;\n", wordsAfter(program, "")) +
                groupBranches(program);
    for (const CompletedCommand& command : program.commands)
        text += commandBranch(command);
    return text + fmt::format("  esac\n}}\ncomplete -F _{} {}\n", function, program.name);
}

} // namespace bes::documents
