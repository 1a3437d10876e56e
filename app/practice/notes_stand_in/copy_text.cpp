// SPDX-License-Identifier: Apache-2.0
#include "copy_text.hpp"

#include <algorithm>

namespace stand_in {

std::size_t copyText(const std::string& lmbcs, char* buffer, std::size_t size) {
    if (buffer == nullptr || size == 0)
        return 0;
    const std::size_t length = std::min(lmbcs.size(), size - 1);
    std::copy_n(lmbcs.begin(), length, buffer);
    buffer[length] = '\0';
    return length;
}

} // namespace stand_in
