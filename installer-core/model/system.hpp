// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace bes {

/// What a computer runs. What is pure takes it as a value and has no other way to know.
enum class System { gnuLinux, windows };

[[nodiscard]] constexpr std::string_view toString(System system) {
    return system == System::windows ? "windows" : "linux";
}

} // namespace bes
