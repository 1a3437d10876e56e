// SPDX-License-Identifier: Apache-2.0
#include "engine_input.hpp"

#include <optional>
#include <string>
#include <thread>

#include "answers/request_rules.hpp"
#include "host/interruption.hpp"
#include "model/foreign_json.hpp"
#include "model/try.hpp"

namespace bes::app {
namespace {

constexpr std::size_t longestOrder = JsonLimits{}.bytes;
constexpr std::size_t longestWish = 100;

/// Empty at the end. Of a line that is longer, the first `longest` + 1 bytes: too much for any reader.
std::optional<std::string> nextLine(std::streambuf& in, std::size_t longest) {
    using Traits = std::streambuf::traits_type;
    std::string line;
    while (line.size() <= longest) {
        const auto c = in.sbumpc();
        if (c == Traits::eof())
            break;
        if (c == '\n')
            return line;
        line += Traits::to_char_type(c);
    }
    return line.empty() ? std::nullopt : std::optional(std::move(line));
}

void readWishes(std::streambuf& in, WhenLeft whenLeft) {
    while (const auto line = nextLine(in, longestWish)) {
        const auto wish = engineWishFromText(*line);
        if (wish == EngineWish::cancel)
            host::askToStop();
        if (wish == EngineWish::finishWhenLeft)
            whenLeft = WhenLeft::finish;
        if (wish == EngineWish::undoWhenLeft)
            whenLeft = WhenLeft::undo;
    }
    if (whenLeft == WhenLeft::undo)
        host::askToStop();
}

Result<EngineOrder> orderFrom(const Secret& line) {
    auto order = parseEngineOrder(line.reveal());
    if (!order)
        return order;
    TRY(answers::expectUsable(order->request));
    return order;
}

} // namespace

void LinesToCome::put(Secret line) {
    const std::scoped_lock held(mutex_);
    lines_.push_back(std::move(line));
    changed_.notify_one();
}

void LinesToCome::end() {
    const std::scoped_lock held(mutex_);
    ended_ = true;
    changed_.notify_one();
}

std::optional<Secret> LinesToCome::take() {
    std::unique_lock held(mutex_);
    changed_.wait(held, [this] { return ended_ || !lines_.empty(); });
    if (lines_.empty())
        return std::nullopt;
    Secret line = std::move(lines_.front());
    lines_.pop_front();
    return line;
}

Result<EngineOrder> EngineInput::readOrder() {
    const Secret text(nextLine(in_, longestOrder).value_or(""));
    in_.overwriteTaken();
    if (text.empty())
        return fail(ExitCode::usage, "order.format", "There is no order on the standard input", "it is empty",
                    "The wizard starts the engine; people run 'bes-standby-setup install'.");
    return orderFrom(text);
}

std::stop_token EngineInput::follow(WhenLeft whenLeft) {
    std::stop_token stop = host::stopOnSignals();
    std::thread([&in = in_, whenLeft] { readWishes(in, whenLeft); }).detach();
    return stop;
}

std::stop_token EngineInput::followOrders() {
    std::stop_token stop = host::stopOnSignals();
    std::thread([&in = in_, orders = orders_] {
        while (auto line = nextLine(in, longestOrder)) {
            orders->put(Secret(std::move(*line)));
            in.overwriteTaken();
        }
        orders->end();
        host::askToStop();
    }).detach();
    return stop;
}

std::optional<Result<EngineOrder>> EngineInput::nextOrder() {
    const auto line = orders_->take();
    if (!line)
        return std::nullopt;
    return orderFrom(*line);
}

} // namespace bes::app
