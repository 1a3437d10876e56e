// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstring>
#include <type_traits>

namespace bes::probe {

/// A value in a buffer of the runtime: these are not aligned, and little-endian on every platform of ours.
template<class T>
    requires std::is_trivially_copyable_v<T>
[[nodiscard]] T valueAt(const void* place) {
    T value;
    std::memcpy(&value, place, sizeof value);
    return value;
}

} // namespace bes::probe
