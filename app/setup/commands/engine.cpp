// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "engine_input.hpp"
#include "host/taken_input.hpp"
#include "installation.hpp"
#include "maintenance_run.hpp"
#include "model/domino_look.hpp"
#include "output/install_json.hpp"
#include "password.hpp"
#include "practice_mark.hpp"
#include "recovery_run.hpp"

namespace bes::app {
namespace {

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

/// Order after order, until one is for something else.
ExitCode askDominoAsOrdered(EngineOrder order, EngineInput& input, const Invocation& invocation) {
    const std::stop_token stop = input.followOrders();
    for (std::optional<Result<EngineOrder>> next = std::move(order); next; next = input.nextOrder()) {
        if (*next && !(*next)->askDomino)
            *next = fail(ExitCode::usage, "order.format", "Setup can't read the order",
                         "it is for a run, and this engine was started to ask the Domino servers",
                         "Use the wizard and the engine of the same version of setup.");
        if (!*next) {
            writeRunFailure(next->error(), {}, invocation.console.out);
            return next->error().code;
        }
        Json event = runEvent("domino");
        event["look"] = toJson(askDominoServers((*next)->request, (*next)->passwords, stop)).dump();
        writeLine(event, invocation.console.out);
    }
    writeLine(resultJson("asked", ExitCode::success, {}), invocation.console.out);
    return ExitCode::success;
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
    if (order->askDomino)
        return askDominoAsOrdered(std::move(*order), input, invocation);
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
             "'install --json' does. An order can also be to ask the Domino servers, which changes nothing. "
             "A later line 'cancel' rolls the run back. When the input ends, the run "
             "goes "
             "on or is rolled back as the order says; a line 'when-left finish' or 'when-left undo' changes "
             "that.",
         .run = engineCommand}};
}

} // namespace bes::app
