// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>

#include "host/taken_input.hpp"
#include "model/engine_order.hpp"

namespace bes::app {

/// The standard input of the engine: an order in its first line, wishes in those after it, and its end tells
/// that nobody follows the run any more.
class EngineInput {
public:
    /// `in` lives as long as the process.
    explicit EngineInput(host::TakenInput& in) : in_(in) {}

    [[nodiscard]] Result<EngineOrder> readOrder();
    /// Reads on in a thread, until the input ends. The token, that of signals, is stopped when the run is to
    /// be undone: by a wish, a signal, or the end of the input where it was ordered so.
    [[nodiscard]] std::stop_token follow(WhenLeft whenLeft);

private:
    host::TakenInput& in_;
};

} // namespace bes::app
