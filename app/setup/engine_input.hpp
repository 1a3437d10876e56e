// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

#include "host/taken_input.hpp"
#include "model/engine_order.hpp"

namespace bes::app {

/// Lines that a thread reads while another one works on those before.
class LinesToCome {
public:
    void put(Secret line);
    void end();
    /// Waits; empty at the end.
    [[nodiscard]] std::optional<Secret> take();

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Secret> lines_;
    bool ended_ = false;
};

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
    /// The same for further orders, whose lines come with nextOrder(). The token is stopped by a signal and
    /// by the end of the input.
    [[nodiscard]] std::stop_token followOrders();
    /// Waits; empty at the end of the input.
    [[nodiscard]] std::optional<Result<EngineOrder>> nextOrder();

private:
    host::TakenInput& in_;
    std::shared_ptr<LinesToCome> orders_ = std::make_shared<LinesToCome>();
};

} // namespace bes::app
