// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

/// What shells complete of the programs' command lines, from the declarations that parse them.
namespace bes::documents {

/// What can stand after an option, or as an argument.
enum class Value { none, file, folder, choice, other };

struct CompletedOption {
    std::string name;        ///< "answer-file"
    std::string description; ///< the first sentence of its help
    Value value = Value::none;
    std::vector<std::string> choices{};
};

struct CompletedCommand {
    std::vector<std::string> words; ///< "media", "create"; none: of a program without commands
    std::string description;
    Value argument = Value::none;
    std::vector<std::string> choices{}; ///< of the argument, beside files and folders
    std::vector<CompletedOption> options{};
};

struct CompletedProgram {
    std::string name;
    std::vector<CompletedCommand> commands;
};

/// A word that can follow nothing, or the word of a group.
struct NextWord {
    std::string word;
    std::string description; ///< of a group: of what its commands are for
    bool isGroup = false;    ///< another word has to follow
};
/// Each once, in the order of the commands; `group` is empty for the first word.
[[nodiscard]] std::vector<NextWord> nextWords(const CompletedProgram& program, const std::string& group);

[[nodiscard]] CompletedProgram completedSetup();
[[nodiscard]] CompletedProgram completedWizard();

[[nodiscard]] std::string bashCompletion(const CompletedProgram& program);
[[nodiscard]] std::string zshCompletion(const CompletedProgram& program);
[[nodiscard]] std::string fishCompletion(const CompletedProgram& program);

} // namespace bes::documents
