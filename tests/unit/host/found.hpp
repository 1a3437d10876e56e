// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stdexcept>

#include "model/failure.hpp"

/// What was looked for and must be there.
template<class T>
T found(const bes::Result<std::optional<T>>& answer) {
    if (!answer)
        throw std::runtime_error(answer.error().what + ": " + answer.error().why);
    if (!answer->has_value())
        throw std::runtime_error("nothing was found");
    return answer->value(); // NOLINT(bugprone-unchecked-optional-access): the check is right above
}
