// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

#include "host/files.hpp"

/// A folder whose path is longer than the 260 characters that old programs on Windows take.
inline std::filesystem::path deepFolder(const std::filesystem::path& folder) {
    std::filesystem::path deep = folder;
    for (int i = 0; i < 8; ++i) {
        deep /= std::string(40, static_cast<char>('a' + i));
        REQUIRE(bes::host::makeFolder(deep, 0755));
    }
    REQUIRE(deep.native().size() > 300);
    return deep;
}
