// SPDX-License-Identifier: Apache-2.0
#include "text/path_text.hpp"

#include <algorithm>

#include "text/utf16_names.hpp"

namespace bes {
namespace {

constexpr bool namesAreUtf16 = sizeof(std::filesystem::path::value_type) > 1;

} // namespace

std::string utf8(const std::filesystem::path& path) {
    if constexpr (!namesAreUtf16) {
        const std::u8string text = path.u8string();
        return {text.begin(), text.end()};
    } else {
        const auto& name = path.native();
        std::string text = textOf(std::u16string(name.begin(), name.end()));
        std::ranges::replace(text, static_cast<char>(std::filesystem::path::preferred_separator), '/');
        return text;
    }
}

std::filesystem::path pathOf(std::string_view text) {
    if constexpr (!namesAreUtf16) {
        return std::u8string(text.begin(), text.end());
    } else {
        const std::u16string name = nameOf(text);
        return std::wstring(name.begin(), name.end());
    }
}

std::filesystem::path topFolder() {
    return pathOf("/");
}

std::vector<std::string> utf8(const std::vector<std::filesystem::path>& paths) {
    std::vector<std::string> texts;
    texts.reserve(paths.size());
    for (const std::filesystem::path& path : paths)
        texts.push_back(utf8(path));
    return texts;
}

std::vector<std::filesystem::path> pathsOf(const std::vector<std::string>& texts) {
    std::vector<std::filesystem::path> paths;
    paths.reserve(texts.size());
    for (const std::string& text : texts)
        paths.push_back(pathOf(text));
    return paths;
}

} // namespace bes
