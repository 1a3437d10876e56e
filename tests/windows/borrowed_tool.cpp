// SPDX-License-Identifier: Apache-2.0
// Stands under Wine for a command of the computer that Wine runs on (openssl, sqlite3), under its name: unit
// tests make what they need with such. Leaves its words in C:\tests\calls, where packaging/windows/test sees
// them (its function lend), and ends as that command did.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include <windows.h>

namespace fs = std::filesystem;

namespace {

std::string narrow(const std::wstring& text) {
    std::string result(text.size() * 3 + 1, '\0');
    const int size = ::WideCharToMultiByte(CP_UTF8, 0, text.data(), static_cast<int>(text.size()),
                                           result.data(), static_cast<int>(result.size()), nullptr, nullptr);
    result.resize(static_cast<std::size_t>(size));
    return result;
}

std::string contentOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void print(DWORD stream, const std::string& text) {
    DWORD written = 0;
    ::WriteFile(::GetStdHandle(stream), text.data(), static_cast<DWORD>(text.size()), &written, nullptr);
}

} // namespace

int wmain(int argc, wchar_t** argv) {
    const fs::path place = "C:/tests/calls";
    const fs::path call = place / std::to_string(::GetCurrentProcessId());
    const auto beside = [&](const char* end) { return fs::path(call) += end; };
    {
        std::ofstream words(beside(".new"), std::ios::binary);
        words << narrow(fs::path(argv[0]).stem().native()) << '\0' << narrow(fs::current_path().native())
              << '\0';
        for (int i = 1; i < argc; ++i)
            words << narrow(argv[i]) << '\0';
    }
    fs::rename(beside(".new"), beside(".call")); // now it is whole
    constexpr DWORD pause = 5;
    while (!fs::exists(beside(".code")))
        ::Sleep(pause);
    print(STD_OUTPUT_HANDLE, contentOf(beside(".out")));
    print(STD_ERROR_HANDLE, contentOf(beside(".err")));
    const int code = std::stoi(contentOf(beside(".code")));
    for (const char* end : {".call", ".out", ".err", ".code"})
        fs::remove(beside(end));
    return code;
}
