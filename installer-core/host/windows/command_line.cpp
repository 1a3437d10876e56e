// SPDX-License-Identifier: Apache-2.0
#include "host/windows/command_line.hpp"

#include <memory>

#include <windows.h>

#include <shellapi.h>

#include "host/windows/handle.hpp"
#include "host/windows/wide_text.hpp"

namespace bes::host {
namespace {

/// Backslashes count only before a quotation mark: there each one is doubled.
void appendQuoted(const std::wstring& word, std::wstring& line) {
    line += L'"';
    std::size_t backslashes = 0;
    for (const wchar_t letter : word) {
        if (letter == L'"')
            line.append(backslashes + 1, L'\\');
        backslashes = letter == L'\\' ? backslashes + 1 : 0;
        line += letter;
    }
    line.append(backslashes, L'\\');
    line += L'"';
}

} // namespace

std::wstring commandLineOf(const std::vector<std::string>& words) {
    std::wstring line;
    for (const std::string& text : words) {
        const std::wstring word = wide(text);
        if (!line.empty())
            line += L' ';
        if (word.empty() || word.find_first_of(L" \t\n\v\"") != std::wstring::npos)
            appendQuoted(word, line);
        else
            line += word;
    }
    return line;
}

std::vector<std::string> wordsOf(const std::wstring& commandLine) {
    int count = 0;
    const std::unique_ptr<wchar_t*, LocalFreed> words(::CommandLineToArgvW(commandLine.c_str(), &count));
    std::vector<std::string> result;
    for (int i = 0; words && i < count; ++i)
        result.push_back(narrow(words.get()[i]));
    return result;
}

} // namespace bes::host
