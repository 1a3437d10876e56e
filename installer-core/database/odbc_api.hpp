// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "host/odbc.hpp"

// The functions of ODBC, whose driver manager is unixODBC here and the system's own on Windows. Only those of
// wide characters are used: the others know no more than the characters of one code page.

namespace bes::database {

static_assert(sizeof(SQLWCHAR) == sizeof(char16_t));

[[nodiscard]] inline SQLWCHAR* wide(char16_t* text) {
    return reinterpret_cast<SQLWCHAR*>(text);
}
/// ODBC takes texts that it does not change without const.
[[nodiscard]] inline SQLWCHAR* wide(const char16_t* text) {
    return reinterpret_cast<SQLWCHAR*>(const_cast<char16_t*>(text));
}

/// Numbers that attributes take as pointers.
[[nodiscard]] inline SQLPOINTER attribute(SQLULEN value) {
    return reinterpret_cast<SQLPOINTER>(value); // NOLINT(performance-no-int-to-ptr): ODBC wants it so
}

/// Owns a handle of ODBC. It goes before the one that it was made from.
template<SQLSMALLINT type>
class OdbcHandle {
public:
    OdbcHandle() = default;
    OdbcHandle(OdbcHandle&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    OdbcHandle& operator=(OdbcHandle&& other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    OdbcHandle(const OdbcHandle&) = delete;
    OdbcHandle& operator=(const OdbcHandle&) = delete;
    ~OdbcHandle() {
        if (handle_ != nullptr)
            (void)SQLFreeHandle(type, handle_);
    }

    /// False where the driver manager has no memory, or its parent none to give.
    [[nodiscard]] bool make(SQLHANDLE parent) {
        return SQL_SUCCEEDED(SQLAllocHandle(type, parent, &handle_));
    }
    [[nodiscard]] SQLHANDLE get() const { return handle_; }

private:
    SQLHANDLE handle_ = nullptr;
};

} // namespace bes::database
