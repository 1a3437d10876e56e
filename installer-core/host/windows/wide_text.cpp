// SPDX-License-Identifier: Apache-2.0
#include "host/windows/wide_text.hpp"

#include <algorithm>

#include <windows.h>

#include "text/path_text.hpp"

namespace bes::host {
namespace {

constexpr std::wstring_view prefix = LR"(\\?\)";
constexpr std::wstring_view sharePrefix = LR"(\\?\UNC\)";
constexpr std::wstring_view devicePrefix = LR"(\\.\)";

bool hasDrive(std::wstring_view path) {
    return path.size() >= 2 && path[1] == L':';
}

std::wstring systemDrive() {
    const std::wstring drive = variable(L"SystemDrive");
    return drive.empty() ? L"C:" : drive;
}

std::wstring absolute(const std::wstring& path) {
    std::wstring result(MAX_PATH, L'\0');
    const DWORD size =
        ::GetFullPathNameW(path.c_str(), static_cast<DWORD>(result.size()), result.data(), nullptr);
    result.resize(size);
    if (size >= MAX_PATH)
        result.resize(::GetFullPathNameW(path.c_str(), size, result.data(), nullptr));
    return result.empty() ? path : result;
}

} // namespace

std::wstring wide(std::string_view text) {
    std::wstring result(text.size(), L'\0'); // never more
    const int size = text.empty()
                         ? 0
                         : ::MultiByteToWideChar(CP_UTF8, 0, text.data(), static_cast<int>(text.size()),
                                                 result.data(), static_cast<int>(result.size()));
    result.resize(static_cast<std::size_t>(size));
    return result;
}

std::string narrow(std::wstring_view text) {
    std::string result(text.size() * 3, '\0'); // never more
    const int size = text.empty() ? 0
                                  : ::WideCharToMultiByte(CP_UTF8, 0, text.data(),
                                                          static_cast<int>(text.size()), result.data(),
                                                          static_cast<int>(result.size()), nullptr, nullptr);
    result.resize(static_cast<std::size_t>(size));
    return result;
}

std::wstring native(const std::filesystem::path& path) {
    std::wstring text = path.native();
    std::ranges::replace(text, L'/', L'\\');
    if (text.starts_with(prefix) || text.starts_with(devicePrefix))
        return text;
    if (text.starts_with(L"\\") && !text.starts_with(L"\\\\"))
        text.insert(0, systemDrive());
    text = absolute(text);
    while (text.size() > 3 && text.ends_with(L'\\'))
        text.pop_back();
    if (text.starts_with(L"\\\\"))
        text.replace(0, 2, sharePrefix);
    else if (hasDrive(text))
        text.insert(0, prefix);
    return text;
}

std::filesystem::path withoutPrefix(std::wstring_view path) {
    std::wstring text(path);
    if (text.starts_with(sharePrefix))
        text.replace(0, sharePrefix.size(), L"\\\\");
    else if (text.starts_with(prefix))
        text.erase(0, prefix.size());
    return text;
}

std::wstring variable(const wchar_t* name) {
    std::wstring value(::GetEnvironmentVariableW(name, nullptr, 0), L'\0');
    if (!value.empty())
        value.resize(::GetEnvironmentVariableW(name, value.data(), static_cast<DWORD>(value.size())));
    return value;
}

} // namespace bes::host
