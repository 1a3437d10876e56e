// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "handles.hpp"

namespace stand_in {

/// A memory object. It can be read while it is locked only: each first lock puts it at another address,
/// exactly as large as it is, so that sanitizers and valgrind see who reads past its end or after the unlock.
class MemoryObject {
public:
    explicit MemoryObject(const std::string& bytes);

    [[nodiscard]] void* lock();
    void unlock();
    [[nodiscard]] bool isLocked() const { return locks_ > 0; }

private:
    std::size_t size_;
    std::unique_ptr<char[]> bytes_, locked_;
    unsigned locks_ = 0;
};

/// Handles of memory: small odd numbers.
using Memory = Handles<MemoryObject>;

} // namespace stand_in
