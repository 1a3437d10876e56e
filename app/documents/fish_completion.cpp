// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "completion.hpp"

namespace bes::documents {
namespace {

std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\')
            result += '\\';
        result += c;
    }
    return result + "'";
}

constexpr const char* beginning =
    R"(# fish completion for {0}, made from the declarations of its command line.

# The words before the cursor that are no options begin with these words.
function __{1}_after
    set -l words (string match --invert -- '-*' (commandline -opc)[2..])
    test (count $words) -ge (count $argv); and test "$words[1..$(count $argv)]" = "$argv"
end
# They are these words and no more.
function __{1}_exactly
    set -l words (string match --invert -- '-*' (commandline -opc)[2..])
    test "$words" = "$argv"
end

complete -c {0} -f
)";

class Writer {
public:
    explicit Writer(const CompletedProgram& program) : name_(program.name), function_(program.name) {
        std::ranges::replace(function_, '-', '_');
        text_ = fmt::format(beginning, name_, function_);
    }

    void word(const std::string& group, const NextWord& next) {
        line(fmt::format("-n '__{}_exactly {}' -a {} -d {}", function_, group, next.word,
                         quoted(next.description)));
    }

    void details(const CompletedCommand& command) {
        const std::string words = fmt::format("{}", fmt::join(command.words, " "));
        const std::string condition =
            words.empty() ? "" : fmt::format("-n '__{}_after {}' ", function_, words);
        for (const CompletedOption& option : command.options)
            line(fmt::format("{}-l {}{} -d {}", condition, option.name, valueOf(option.value, option.choices),
                             quoted(option.description)));
        if (command.argument != Value::none)
            line(condition + argument(command));
    }

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    void line(const std::string& what) { text_ += fmt::format("complete -c {} {}\n", name_, what); }

    static std::string choicesOf(const std::vector<std::string>& choices) {
        return choices.empty() ? "" : fmt::format(" -a '{}'", fmt::join(choices, " "));
    }

    static std::string valueOf(Value value, const std::vector<std::string>& choices) {
        if (value == Value::none)
            return "";
        if (value == Value::file)
            return " -r -F" + choicesOf(choices);
        if (value == Value::folder)
            return " -x -a '(__fish_complete_directories)'";
        return " -x" + choicesOf(choices);
    }

    static std::string argument(const CompletedCommand& command) {
        if (command.argument == Value::file)
            return "-F";
        if (command.argument == Value::folder)
            return "-a '(__fish_complete_directories)" +
                   (command.choices.empty() ? "'" : fmt::format(" {}'", fmt::join(command.choices, " ")));
        return "-f" + choicesOf(command.choices);
    }

    std::string name_;
    std::string function_;
    std::string text_;
};

} // namespace

std::string fishCompletion(const CompletedProgram& program) {
    Writer writer(program);
    for (const NextWord& first : nextWords(program, "")) {
        writer.word("", first);
        if (first.isGroup)
            for (const NextWord& second : nextWords(program, first.word))
                writer.word(first.word, second);
    }
    for (const CompletedCommand& command : program.commands)
        writer.details(command);
    return writer.text();
}

} // namespace bes::documents
