// SPDX-License-Identifier: Apache-2.0
#include "text/settings_text.hpp"

#include <stdexcept>

#include "text/acceptable.hpp"
#include "text/visible.hpp"

namespace bes {

std::string_view fitForLine(std::string_view key, std::string_view value) {
    if (const auto problem = wrongLine(value))
        throw std::invalid_argument("what should be written as " + shownText(key) + " " + *problem + ": \"" +
                                    shownText(value) + "\"");
    return value;
}

void SettingsText::lines(Literal text) {
    text_.append(text.view());
}

void SettingsText::blank() {
    text_ += '\n';
}

void SettingsText::section(Literal name) {
    text_.append("[").append(name.view()).append("]\n");
}

void SettingsText::set(Literal key, std::string_view value) {
    line(key, fitForLine(key.view(), value));
}

void SettingsText::line(Literal key, std::string_view value) {
    text_.append(key.view()).append("=").append(value).append("\n");
}

} // namespace bes
