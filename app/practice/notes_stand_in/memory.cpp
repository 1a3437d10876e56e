// SPDX-License-Identifier: Apache-2.0
#include "memory.hpp"

#include <algorithm>

namespace stand_in {

MemoryObject::MemoryObject(const std::string& bytes)
    : size_(bytes.size()), bytes_(std::make_unique<char[]>(bytes.size())) {
    std::copy(bytes.begin(), bytes.end(), bytes_.get());
}

void* MemoryObject::lock() {
    if (locks_++ == 0) {
        locked_ = std::make_unique<char[]>(size_);
        std::copy_n(bytes_.get(), size_, locked_.get());
    }
    return locked_.get();
}

void MemoryObject::unlock() {
    if (--locks_ == 0) {
        std::copy_n(locked_.get(), size_, bytes_.get());
        locked_.reset();
    }
}

} // namespace stand_in
