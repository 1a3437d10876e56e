// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <type_traits>
#include <utility>

#include "model/failure.hpp"

namespace bes {

// The two ways to go on only where a function gave a Result without a Failure. Otherwise the function that
// they stand in hands the Failure on to its caller. A macro, because only that can return for its function.

#define BES_TRY_JOINED(a, b) a##b
#define BES_TRY_NAMED(a, b) BES_TRY_JOINED(a, b)

/// What TRY may throw away: a value whose end does something (a lock, a temporary file) has to be kept.
template<class T>
inline constexpr bool mayBeDropped = std::is_void_v<T> || std::is_trivially_destructible_v<T>;

// NOLINTBEGIN(bugprone-macro-parentheses): `tried` is the name of a variable, `to` may declare one

/// TRY(expectRoot());
#define TRY(...) BES_TRY(BES_TRY_NAMED(tried, __COUNTER__), (__VA_ARGS__))
#define BES_TRY(tried, expression)                                                                           \
    do {                                                                                                     \
        auto tried = expression;                                                                             \
        static_assert(::bes::mayBeDropped<typename decltype(tried)::value_type>, "keep it with TRY_ASSIGN"); \
        if (!tried)                                                                                          \
            return ::bes::fail(std::move(tried).error());                                                    \
    } while (false)

/// TRY_ASSIGN(const auto servers, readServers(connection)); the value stands on the left, not the Result.
#define TRY_ASSIGN(to, ...) BES_TRY_ASSIGN(BES_TRY_NAMED(tried, __COUNTER__), to, (__VA_ARGS__))
#define BES_TRY_ASSIGN(tried, to, expression)                                                                \
    auto tried = expression;                                                                                 \
    if (!tried)                                                                                              \
        return ::bes::fail(std::move(tried).error());                                                        \
    to = *std::move(tried)

// NOLINTEND(bugprone-macro-parentheses)

} // namespace bes
