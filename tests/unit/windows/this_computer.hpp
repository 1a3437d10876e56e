// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <string>

#include <windows.h>

#include <catch2/catch.hpp>

// Windows has no images of other computers: some tests change the one that they run on, and put it right.

inline bool isWine() {
    return ::GetProcAddress(::GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr;
}

/// The test fails, before it changes anything, on somebody's real Windows.
inline void expectPermissionToChangeThisComputer() {
    const char* const allowed = std::getenv("BES_TEST_CHANGES_THIS_COMPUTER");
    if (!isWine() && (allowed == nullptr || std::string(allowed) != "1"))
        FAIL("This test changes the computer that it runs on, and puts it right at its end. Where the "
             "computer is there for tests, set BES_TEST_CHANGES_THIS_COMPUTER=1");
}
