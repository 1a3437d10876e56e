// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "model/failure.hpp"

namespace bes::host {

/// A shared library that was loaded at run time. It stays loaded until the process ends: libraries like the
/// Notes runtime leave threads and exit handlers behind.
class SharedLibrary {
public:
    /// Failure library.load with the dynamic linker's own words.
    [[nodiscard]] static Result<SharedLibrary> load(const std::filesystem::path& path);

    /// Null where the library has no such name.
    template<class Function>
    [[nodiscard]] Function* function(const char* name) const {
        return reinterpret_cast<Function*>(address(name)); // NOLINT: what dlsym() is for
    }

private:
    explicit SharedLibrary(void* handle) : handle_(handle) {}
    [[nodiscard]] void* address(const char* name) const;

    void* handle_;
};

} // namespace bes::host
