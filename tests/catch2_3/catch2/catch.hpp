// SPDX-License-Identifier: Apache-2.0
#pragma once
// Catch2 3 (Debian 13) by the header and the names of Catch2 2 (Debian 12). Where only 3 is installed, this
// folder is searched for <catch2/catch.hpp>, the one header of Catch2 that tests include.

#include <catch2/catch_session.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <catch2/matchers/catch_matchers_vector.hpp>

namespace Catch {
namespace Matchers {
// 3 has this name for containers only, in a header that is not included here.
inline StringContainsMatcher Contains(const std::string& text) {
    return ContainsSubstring(text);
}
} // namespace Matchers
using Matchers::Contains;
using Matchers::EndsWith;
using Matchers::Equals;
using Matchers::Matches;
using Matchers::StartsWith;
using Matchers::UnorderedEquals;
} // namespace Catch
