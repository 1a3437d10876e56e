// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

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

/// For how many bits (32 or 64) a library was made, where this system runs programs of both kinds and each
/// loads its own kind alone. Empty on other systems, and where the head of the file does not tell.
[[nodiscard]] std::optional<int> bitsOf(const std::filesystem::path& library);

} // namespace bes::host
