// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include <windows.h>

namespace bes::host {

/// Owns a handle of the system. Both values by which functions say that there is none are none here.
class Handle {
public:
    Handle() = default;
    explicit Handle(HANDLE handle) : handle_(handle == INVALID_HANDLE_VALUE ? nullptr : handle) {}
    Handle(Handle&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() { close(); }

    [[nodiscard]] bool open() const { return handle_ != nullptr; }
    [[nodiscard]] HANDLE get() const { return handle_; }
    [[nodiscard]] HANDLE release() { return std::exchange(handle_, nullptr); }
    void close() {
        if (HANDLE const handle = release(); handle != nullptr)
            ::CloseHandle(handle);
    }

private:
    HANDLE handle_ = nullptr;
};

/// Frees what functions of the system allocate for their caller.
struct LocalFreed {
    void operator()(void* memory) const { ::LocalFree(memory); }
};

} // namespace bes::host
