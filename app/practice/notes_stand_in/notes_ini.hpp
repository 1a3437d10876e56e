// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace stand_in {

/// A value of notes.ini, as bytes.
[[nodiscard]] std::optional<std::string> notesIniValue(const std::filesystem::path& notesIni,
                                                       const std::string& name);
void setNotesIniValue(const std::filesystem::path& notesIni, const std::string& name,
                      const std::string& value);

/// Directory= where it exists on this computer, else the folder of notes.ini.
[[nodiscard]] std::filesystem::path dataDirectory(const std::filesystem::path& notesIni);

} // namespace stand_in
