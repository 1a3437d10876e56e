// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// A word of a command in tests. A path is a text by itself on POSIX systems only.
struct Word {
    Word(const char* word) : text(word) {}                           // NOLINT: words are written as texts
    Word(std::string word) : text(std::move(word)) {}                // NOLINT
    Word(const std::filesystem::path& path) : text(path.string()) {} // NOLINT

    std::string text;
};
using Words = std::vector<Word>;

/// As the product takes them.
inline std::vector<std::string> textsOf(const Words& words) {
    std::vector<std::string> texts;
    for (const Word& word : words)
        texts.push_back(word.text);
    return texts;
}
