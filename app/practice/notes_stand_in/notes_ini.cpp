// SPDX-License-Identifier: Apache-2.0
#include "notes_ini.hpp"

#include <fstream>
#include <vector>

#include "names.hpp"

namespace stand_in {
namespace {

std::vector<std::string> linesOf(const std::filesystem::path& file) {
    std::vector<std::string> lines;
    std::ifstream stream(file, std::ios::binary);
    for (std::string line; std::getline(stream, line);) {
        if (line.ends_with('\r'))
            line.pop_back();
        lines.push_back(line);
    }
    return lines;
}

bool isOf(const std::string& line, const std::string& name) {
    return toLower(line.substr(0, line.find('='))) == toLower(name);
}

} // namespace

std::optional<std::string> notesIniValue(const std::filesystem::path& notesIni, const std::string& name) {
    for (const std::string& line : linesOf(notesIni)) {
        if (isOf(line, name) && line.find('=') != std::string::npos)
            return line.substr(line.find('=') + 1);
    }
    return std::nullopt;
}

void setNotesIniValue(const std::filesystem::path& notesIni, const std::string& name,
                      const std::string& value) {
    std::vector<std::string> lines = linesOf(notesIni);
    std::erase_if(lines, [&](const std::string& line) { return isOf(line, name); });
    lines.push_back(name + "=" + value);
    std::ofstream stream(notesIni, std::ios::binary);
    for (const std::string& line : lines)
        stream << line << "\n";
}

std::filesystem::path dataDirectory(const std::filesystem::path& notesIni) {
    const std::filesystem::path directory = notesIniValue(notesIni, "Directory").value_or("");
    std::error_code ignored;
    return std::filesystem::is_directory(directory, ignored) ? directory : notesIni.parent_path();
}

} // namespace stand_in
