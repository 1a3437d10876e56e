// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>

#include "model/domino/replies.hpp"

// The parts of an answer that a test expects; what is missing throws.

template<class T>
T valueIn(const bes::domino::Reply<T>& answer) {
    if (!answer.value)
        throw std::runtime_error("the answer has no value");
    return *answer.value;
}

template<class T>
bes::domino::Reason reasonIn(const bes::domino::Reply<T>& answer) {
    if (!answer.reason)
        throw std::runtime_error("the answer has no reason");
    return *answer.reason;
}
