#pragma once

#include <string>
#include <utility>

#include "model/fact.hpp"
#include "model/failure.hpp"

namespace bes::detect {

/// Why something could not be found out, in one line.
[[nodiscard]] inline std::string reasonOf(const Failure& failure) {
    return failure.why.empty() ? failure.what : failure.what + ": " + failure.why;
}

template<class T>
[[nodiscard]] Fact<T> factOf(Result<T> result) {
    return result ? Fact<T>(std::move(*result)) : Fact<T>::unknown(reasonOf(result.error()));
}

} // namespace bes::detect
