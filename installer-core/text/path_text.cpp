// SPDX-License-Identifier: Apache-2.0
#include "text/path_text.hpp"

#include <algorithm>

namespace bes {

std::string utf8(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    std::string result(text.begin(), text.end());
    if constexpr (std::filesystem::path::preferred_separator != '/')
        std::ranges::replace(result, static_cast<char>(std::filesystem::path::preferred_separator), '/');
    return result;
}

std::filesystem::path pathOf(std::string_view text) {
    return std::u8string(text.begin(), text.end());
}

std::filesystem::path topFolder() {
    return pathOf("/");
}

std::vector<std::string> utf8(const std::vector<std::filesystem::path>& paths) {
    std::vector<std::string> texts;
    for (const std::filesystem::path& path : paths)
        texts.push_back(utf8(path));
    return texts;
}

std::vector<std::filesystem::path> pathsOf(const std::vector<std::string>& texts) {
    std::vector<std::filesystem::path> paths;
    for (const std::string& text : texts)
        paths.push_back(pathOf(text));
    return paths;
}

} // namespace bes
