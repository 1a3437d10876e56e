// SPDX-License-Identifier: Apache-2.0
#include "host/windows/command_line.hpp"

#include <memory>

#include <windows.h>

#include <shellapi.h>

#include "host/windows/handle.hpp"
#include "host/windows/wide_text.hpp"
#include "text/shell_words.hpp"

namespace bes::host {
std::wstring commandLineOf(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words) {
        if (!line.empty())
            line += ' ';
        line += word.empty() || word.find_first_of(" \t\n\v\"") != std::string::npos ? inQuotationMarks(word)
                                                                                     : word;
    }
    return wide(line);
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
