// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace stand_in {

/// LMBCS and a NUL into a buffer of that size, cut where it does not fit. The length without NUL.
std::size_t copyText(const std::string& lmbcs, char* buffer, std::size_t size);

} // namespace stand_in
