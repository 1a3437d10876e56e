// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include "answers/request_rules.hpp"
#include "commands/commands.hpp"
#include "host/interruption.hpp"
#include "host/taken_input.hpp"
#include "installation.hpp"
#include "maintenance_run.hpp"
#include "model/engine_order.hpp"
#include "model/foreign_json.hpp"
#include "model/try.hpp"
#include "output/install_json.hpp"
#include "password.hpp"
#include "practice_mark.hpp"
#include "recovery_run.hpp"

namespace bes::app {
namespace {

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

/// With the password of the order, otherwise with the one that the interrupted run was told of.
ExitCode recoverAsOrdered(const EngineOrder& order, const Invocation& invocation, std::stop_token stop) {
    const auto password = [&](const DatabaseAddress& then) {
        return order.passwords.database.empty() ? databasePassword(invocation, then)
                                                : Result<Secret>(order.passwords.database);
    };
    const auto code =
        recoverAndTell({.root = order.request.root, .how = *order.recovery, .password = password}, true,
                       invocation.console, std::move(stop));
    if (code)
        return *code;
    writeRunFailure(code.error(), {}, invocation.console.out);
    return code.error().code;
}

Result<ExitCode> engineCommand(const Invocation& invocation) {
    // for as long as the process lives: a thread reads it to its end
    static host::TakenInput& in = *new host::TakenInput;
    EngineInput input(in);
    auto order = input.readOrder();
    if (!order) {
        writeRunFailure(order.error(), {}, invocation.console.out);
        return order.error().code;
    }
    markIfPractice(order->request.root, invocation.console, true);
    const std::stop_token stop = input.follow(order->whenLeft);
    if (order->recovery)
        return recoverAsOrdered(*order, invocation, stop);
    if (order->maintenance)
        return maintainAndTell({std::move(order->plan), std::move(order->request), *order->maintenance,
                                std::move(order->passwords.database)},
                               true, invocation.console, stop);
    const Installation wanted{std::move(order->plan), std::move(order->request), std::move(order->passwords)};
    return installAndTell(wanted, true, invocation.console, stop);
}

} // namespace

std::vector<Command> engineCommands() {
    return {
        {.name = "engine",
         .summary = "Install or maintain for a program that shows it, as the wizard does",
         .details =
             "Reads an order from standard input, one line of JSON (bes-standby-setup.order, 2) with the "
             "request, the kind of run, the plan that was shown, and the passwords, and writes JSON Lines as "
             "'install --json' does. A later line 'cancel' rolls the run back. When the input ends, the run "
             "goes "
             "on or is rolled back as the order says; a line 'when-left finish' or 'when-left undo' changes "
             "that.",
         .run = engineCommand}};
}

} // namespace bes::app
