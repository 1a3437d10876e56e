// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <system_error>
#include <utility>

#include "model/fact.hpp"
#include "model/failure.hpp"

namespace bes::detect {

/// Why something could not be found out, in one line. That there is no memory says nothing about the thing:
/// it ends the look (host::exhausted).
[[nodiscard]] inline std::string reasonOf(const Failure& failure) {
    if (failure.code == ExitCode::noMemory)
        throw std::system_error(std::make_error_code(std::errc::not_enough_memory));
    return failure.why.empty() ? failure.what : failure.what + ": " + failure.why;
}

template<class T>
[[nodiscard]] Fact<T> unknownFor(const Failure& failure) {
    return Fact<T>::unknown(reasonOf(failure), remedyOf(failure));
}

template<class T>
[[nodiscard]] Fact<T> factOf(Result<T> result) {
    return result ? Fact<T>(std::move(*result)) : unknownFor<T>(result.error());
}

} // namespace bes::detect
