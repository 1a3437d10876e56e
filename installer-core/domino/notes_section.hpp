// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace bes::domino {

// Where things stand in the bytes of a notes.ini.

/// A line `key=value` of the section [Notes].
struct Setting {
    std::size_t line = 0;  ///< where the line begins
    std::size_t value = 0; ///< behind the equals sign
    std::size_t end = 0;   ///< of the value, before the line end
    std::size_t next = 0;  ///< where the next line begins
    bool isLast = false;   ///< no line of the section follows
};

/// The lines after [Notes], up to the next line that begins another section.
struct Section {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Without blanks, tabs and carriage returns at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// ASCII case is folded; bytes of other letters have to be equal.
[[nodiscard]] bool sameWord(std::string_view a, std::string_view b);

[[nodiscard]] std::optional<Section> findNotesSection(std::string_view content);
/// The first line with that key. (Which one Domino takes where there are several is not documented.)
[[nodiscard]] std::optional<Setting> findSetting(std::string_view content, std::string_view key);

} // namespace bes::domino
