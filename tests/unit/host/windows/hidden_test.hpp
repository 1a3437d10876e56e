// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <windows.h>

#include <array>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "host/windows/handle.hpp"

/// This test program once more, where it runs one test that is hidden, by its tag. What that needs to know is
/// in the variable BES_TEST_PLACE. Ended when the test leaves it running.
class HiddenTest {
public:
    HiddenTest(const std::wstring& tag, const std::filesystem::path& place) {
        std::array<wchar_t, MAX_PATH> program{};
        ::GetModuleFileNameW(nullptr, program.data(), MAX_PATH);
        std::wstring line = L"\"" + std::wstring(program.data()) + L"\" " + tag;
        ::SetEnvironmentVariableW(L"BES_TEST_PLACE", place.c_str());
        STARTUPINFOW start{};
        start.cb = sizeof start;
        PROCESS_INFORMATION began{};
        if (::CreateProcessW(program.data(), line.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr,
                             &start, &began) == 0)
            throw std::runtime_error("CreateProcess");
        ::CloseHandle(began.hThread);
        process_ = bes::host::Handle(began.hProcess);
        id_ = static_cast<int>(began.dwProcessId);
    }
    HiddenTest(const HiddenTest&) = delete;
    HiddenTest& operator=(const HiddenTest&) = delete;
    ~HiddenTest() { kill(); }

    [[nodiscard]] int id() const { return id_; }
    void kill() {
        ::TerminateProcess(process_.get(), 1);
        ::WaitForSingleObject(process_.get(), INFINITE);
    }
    [[nodiscard]] DWORD wait() {
        DWORD code = 0;
        ::WaitForSingleObject(process_.get(), INFINITE);
        ::GetExitCodeProcess(process_.get(), &code);
        return code;
    }

    [[nodiscard]] static std::filesystem::path place() {
        std::array<wchar_t, 1024> text{};
        ::GetEnvironmentVariableW(L"BES_TEST_PLACE", text.data(), static_cast<DWORD>(text.size()));
        return text.data();
    }

private:
    bes::host::Handle process_;
    int id_ = 0;
};
