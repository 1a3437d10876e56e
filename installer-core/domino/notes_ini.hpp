// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/failure.hpp"

namespace bes::domino {

// notes.ini is a text file whose encoding is not documented: bytes are kept as they are, keys are ASCII and
// compared without case (domino.md §5.2). Own decisions where nothing is documented: only the section [Notes]
// counts, and of several lines with one key the first.

/// In bytes; a real one has some kilobytes.
inline constexpr std::uint64_t longestNotesIni = 4ull << 20;

/// Value of the first line `key=…`, without surrounding blanks.
[[nodiscard]] std::optional<std::string> notesIniValue(std::string_view content, std::string_view key);

/// The entries of ServerTasks, each with its arguments.
[[nodiscard]] std::vector<std::string> serverTasks(std::string_view content);

/// The first word of an entry names the task; compared without case.
[[nodiscard]] bool hasServerTask(std::string_view content, std::string_view task);

/// Content with `task` at the end of ServerTasks; unchanged where it is there already. Only that line
/// differs; a missing ServerTasks line is added at the end with the file's own kind of line end. Failure
/// domino.notes-ini where the content is no notes.ini (no [Notes] line).
[[nodiscard]] Result<std::string> addServerTask(std::string_view content, std::string_view task);

/// Content without `task`, all else kept. Taking away what addServerTask added gives the bytes before.
[[nodiscard]] std::string removeServerTask(std::string_view content, std::string_view task);

} // namespace bes::domino
