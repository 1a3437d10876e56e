// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

// Steps of the practice site's plans. In a folder on Linux no service runs, and an account is made; on
// Windows services are stopped and started, the registry is written, and the account is one of the system's.

inline constexpr std::size_t staging = 2, publishing = 3; // of an installation
#ifdef _WIN32
inline constexpr std::size_t registering = 8;
inline constexpr std::size_t stepsOfInstall = 12;
inline constexpr std::size_t stepsOfModification = 8; // under Wine: see PracticeComputer::hadNothingToDo()
inline constexpr std::size_t stepsOfRemovalBeforeCommit = 6;
inline constexpr std::size_t stepsOfRemoval = 9;
#else
inline constexpr std::size_t registering = 8;
inline constexpr std::size_t stepsOfInstall = 11;
inline constexpr std::size_t stepsOfModification = 7;
inline constexpr std::size_t stepsOfRemovalBeforeCommit = 4;
inline constexpr std::size_t stepsOfRemoval = 9;
#endif
