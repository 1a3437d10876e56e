// SPDX-License-Identifier: Apache-2.0
#include "surroundings.hpp"

#include <windows.h>

namespace stand_in {
namespace fs = std::filesystem;
namespace {

void write(HANDLE to, std::string_view text) {
    DWORD written = 0;
    ::WriteFile(to, text.data(), static_cast<DWORD>(text.size()), &written, nullptr);
}

} // namespace

fs::path folderOfThisLibrary() {
    HMODULE library = nullptr;
    ::GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS |
                             GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                         reinterpret_cast<const wchar_t*>(&folderOfThisLibrary), &library);
    std::wstring path(32768, L'\0');
    path.resize(::GetModuleFileNameW(library, path.data(), static_cast<DWORD>(path.size())));
    return fs::path(path).parent_path();
}

bool isOwn(const fs::path& /*file*/) {
    return true; // Domino runs as the system's own account here, and nobody changes to another one
}

std::vector<std::string> searchVariables() {
    return {"PATH"};
}

char folderSeparator() {
    return ';';
}

int processNumber() {
    return static_cast<int>(::GetCurrentProcessId());
}

void append(const fs::path& file, std::string_view line) {
    HANDLE const opened =
        file.empty() ? INVALID_HANDLE_VALUE
                     : ::CreateFileW(file.c_str(), FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                     nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (opened == INVALID_HANDLE_VALUE)
        return write(::GetStdHandle(STD_ERROR_HANDLE), line);
    write(opened, line);
    ::CloseHandle(opened);
}

void print(std::string_view text) {
    write(::GetStdHandle(STD_OUTPUT_HANDLE), text);
}

} // namespace stand_in
