// SPDX-License-Identifier: Apache-2.0
#include "services/unit_text.hpp"

#include <algorithm>
#include <stdexcept>

#include "text/path_text.hpp"
#include "text/visible.hpp"

namespace bes::services {
namespace {

/// Each of `special` with `before` before it.
std::string escaped(std::string_view text, std::string_view special, char before) {
    std::string result;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos)
            result += before;
        result += c;
    }
    return result;
}

std::string doubled(std::string_view text, char special) {
    return escaped(text, {&special, 1}, special);
}

/// In double quotes; '%' begins a specifier there too.
std::string inQuotes(std::string_view text) {
    return '"' + escaped(doubled(text, '%'), "\"\\", '\\') + '"';
}

bool isName(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("-_.@:").find(c) != std::string_view::npos;
    });
}

} // namespace

void UnitText::sentence(Literal key, Literal before, std::string_view text, Literal after) {
    text_.set(key, std::string(before.view()) + doubled(text, '%') + std::string(after.view()));
}

void UnitText::names(Literal key, const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) {
        if (!isName(name))
            throw std::invalid_argument("what should be written as " + std::string(key.view()) +
                                        " is not a name: \"" + shownText(name) + "\"");
        list.append(list.empty() ? "" : " ").append(name);
    }
    text_.set(key, list);
}

void UnitText::path(Literal key, const std::filesystem::path& path) {
    text_.set(key, inQuotes(utf8(path)));
}

void UnitText::command(Literal key, const std::filesystem::path& program, Literal option,
                       const std::filesystem::path& argument) {
    text_.set(key, inQuotes(utf8(program)) + ' ' + std::string(option.view()) + ' ' +
                       doubled(inQuotes(utf8(argument)), '$'));
}

void UnitText::seconds(Literal key, std::chrono::seconds time) {
    text_.set(key, std::to_string(time.count()));
}

} // namespace bes::services
