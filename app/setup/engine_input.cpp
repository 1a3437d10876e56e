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

} // namespace

Result<EngineOrder> EngineInput::readOrder() {
    const Secret text(nextLine(in_, longestOrder).value_or(""));
    in_.overwriteTaken();
    if (text.empty())
        return fail(ExitCode::usage, "order.format", "There is no order on the standard input", "it is empty",
                    "The wizard starts the engine; people run 'bes-standby-setup install'.");
    auto order = parseEngineOrder(text.reveal());
    if (!order)
        return order;
    TRY(answers::expectUsable(order->request));
    return order;
}

std::stop_token EngineInput::follow(WhenLeft whenLeft) {
    std::stop_token stop = host::stopOnSignals();
    std::thread([&in = in_, whenLeft] { readWishes(in, whenLeft); }).detach();
    return stop;
}

} // namespace bes::app
