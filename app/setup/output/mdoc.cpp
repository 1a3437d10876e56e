// SPDX-License-Identifier: Apache-2.0
#include "output/mdoc.hpp"

#include <fmt/format.h>

namespace bes::app::mdoc {
namespace {

std::string optionItem(const std::string& name, const std::string& placeholder, const std::string& help) {
    const std::string value = placeholder.empty() ? "" : " Ar " + word(placeholder);
    return fmt::format(".It Fl Fl {}{}\n{}\n", text(name), value, text(help));
}

} // namespace

std::string beginning(std::string_view title, int section, std::string_view name,
                      std::string_view description) {
    return fmt::format(".Dd November 28, 2026\n.Dt {} {}\n.Os\n.Sh NAME\n.Nm {}\n.Nd {}\n", title, section,
                       name, description);
}

std::string text(std::string_view plain) {
    std::string result;
    for (const char c : plain) {
        const bool sentenceBegins = c >= 'A' && c <= 'Z' && result.ends_with(". ");
        if (sentenceBegins)
            result.back() = '\n';
        if (c == '\\')
            result += "\\e";
        else if (c == '-')
            result += "\\-";
        else
            result += c;
    }
    return result.starts_with('.') || result.starts_with('\'') ? "\\&" + result : result;
}

std::string word(std::string_view plain) {
    std::string quoted;
    for (const char c : text(plain))
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return "\"" + quoted + "\"";
}

std::string placeholder(const boost::program_options::option_description& option) {
    if (option.semantic()->min_tokens() == 0)
        return "";
    const std::string name = option.semantic()->name(); // with a default: "NUMBER (=600)"
    return name.substr(0, name.find(" (="));
}

std::string optionItems(const boost::program_options::options_description& options) {
    std::string items;
    for (const auto& option : options.options())
        items += optionItem(option->long_name(), placeholder(*option), option->description());
    return items;
}

std::string answerItem(const answers::Answer& answer) {
    std::string help = answer.help;
    if (!answer.choices.empty())
        help += fmt::format(" One of {}.", fmt::join(answer.choices, ", "));
    if (!answer.defaultValue.empty())
        help += fmt::format(" Default: {}.", answer.defaultValue);
    if (!answer.alias.empty())
        help += fmt::format(" Also --{}.", answer.alias);
    return optionItem(answer.name, answer.placeholder, help);
}

} // namespace bes::app::mdoc
