#pragma once

#include <concepts>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

#include "model/json.hpp"

namespace bes {

/// A whole number. Throws std::invalid_argument for what is none or does not fit into its place: the library
/// would cut it, which is not even defined for what stands there as a fraction.
template<std::integral T>
    requires(!std::same_as<T, bool>)
[[nodiscard]] T wholeNumber(const Json& json) {
    const bool fits = json.is_number_unsigned()  ? std::in_range<T>(json.get<std::uint64_t>())
                      : json.is_number_integer() ? std::in_range<T>(json.get<std::int64_t>())
                                                 : false;
    if (!fits)
        throw std::invalid_argument((json.is_number() ? json.dump() : "what stands there") +
                                    " is no number for its place");
    return json.get<T>();
}

} // namespace bes
