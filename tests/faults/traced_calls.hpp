// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

enum class Counts {
    always,
    opensForWriting, ///< by its flags
    namesFile,       ///< its first argument is a regular file's descriptor: no pipe, socket or terminal
};

struct Call {
    const char* name;
    Counts counts;
    int path;       ///< number of the argument with the path; -1: the first argument is a descriptor
    bool needsRoom; ///< fails on a full disk
};

/// The system calls that change something, by their numbers.
[[nodiscard]] const std::map<long, Call>& calls();
