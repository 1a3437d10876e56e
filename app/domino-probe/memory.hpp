// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "domino/notes_api.hpp"

namespace bes::probe {

/// Owns a memory object of the runtime: freed once, for a second time would end the process (domino.md §1.4).
class Memory {
public:
    explicit Memory(const domino::notes::Functions& api) : api_(&api) {}
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;
    ~Memory() {
        if (!empty())
            api_->OSMemFree(std::exchange(slot_.handle, 0));
    }

    /// Where a call puts the handle.
    [[nodiscard]] domino::notes::Handle* out() { return &slot_.handle; }
    [[nodiscard]] domino::notes::Handle handle() const { return slot_.handle; }
    [[nodiscard]] bool empty() const { return slot_.handle == 0; }

private:
    const domino::notes::Functions* api_;
    domino::notes::HandleSlot slot_;
};

/// The bytes of a memory object, which must live longer. Null for an empty one.
class LockedMemory {
public:
    LockedMemory(const domino::notes::Functions& api, const Memory& memory)
        : api_(&api), handle_(memory.handle()),
          bytes_(memory.empty() ? nullptr : api.OSLockObject(memory.handle())) {}
    LockedMemory(const LockedMemory&) = delete;
    LockedMemory& operator=(const LockedMemory&) = delete;
    ~LockedMemory() {
        if (bytes_ != nullptr)
            api_->OSUnlockObject(handle_);
    }

    [[nodiscard]] void* get() const { return bytes_; }
    [[nodiscard]] const char* text() const { return static_cast<const char*>(bytes_); }

private:
    const domino::notes::Functions* api_;
    domino::notes::Handle handle_;
    void* bytes_;
};

} // namespace bes::probe
