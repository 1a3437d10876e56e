// SPDX-License-Identifier: Apache-2.0
#include "host/windows/file_holders.hpp"

#include <array>

#include <windows.h>

#include <restartmanager.h>

#include "host/windows/wide_text.hpp"

namespace bes::host {

std::vector<std::string> holdersOf(const std::filesystem::path& path) {
    DWORD session = 0;
    std::array<wchar_t, CCH_RM_SESSION_KEY + 1> key{};
    if (::RmStartSession(&session, 0, key.data()) != ERROR_SUCCESS)
        return {};
    const std::wstring file = withoutPrefix(native(path)).native();
    const wchar_t* files = file.c_str();
    std::array<RM_PROCESS_INFO, 16> processes{};
    UINT needed = 0;
    UINT count = processes.size();
    DWORD reasons = 0;
    std::vector<std::string> holders;
    if (::RmRegisterResources(session, 1, &files, 0, nullptr, 0, nullptr) == ERROR_SUCCESS &&
        ::RmGetList(session, &needed, &count, processes.data(), &reasons) == ERROR_SUCCESS)
        for (UINT i = 0; i < count; ++i)
            holders.push_back(narrow(processes.at(i).strAppName) + " (process " +
                              std::to_string(processes.at(i).Process.dwProcessId) + ")");
    ::RmEndSession(session);
    return holders;
}

} // namespace bes::host
