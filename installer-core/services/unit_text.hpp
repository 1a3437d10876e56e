// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "text/settings_text.hpp"

namespace bes::services {

/// Writes the text of a systemd unit (systemd.syntax(7)). What comes from outside can be written only by the
/// functions that quote it as its key needs; each throws std::invalid_argument for what would be another
/// line.
class UnitText {
public:
    /// One or more whole lines, as they stand.
    void lines(Literal text) { text_.lines(text); }
    void blank() { text_.blank(); }
    void section(Literal name) { text_.section(name); }
    void set(Literal key, Literal value) { text_.set(key, value); }

    /// A sentence: '%' begins a specifier.
    void sentence(Literal key, Literal before, std::string_view text, Literal after = "");
    /// Names of units or accounts: letters, digits, '-', '_', '.', '@' and ':'.
    void names(Literal key, const std::vector<std::string>& names);
    /// Quoted, because a folder that a person chose may hold blanks.
    void path(Literal key, const std::filesystem::path& path);
    /// A program with an option that takes a path. In the words after the program '$' begins a variable.
    void command(Literal key, const std::filesystem::path& program, Literal option,
                 const std::filesystem::path& argument);

    void seconds(Literal key, std::chrono::seconds time);

    [[nodiscard]] std::string take() { return text_.take(); }

private:
    SettingsText text_;
};

} // namespace bes::services
