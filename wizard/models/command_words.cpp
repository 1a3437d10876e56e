// SPDX-License-Identifier: Apache-2.0
#include "models/command_words.hpp"

#include <algorithm>

#include "answers/declaration.hpp"

namespace bes::wizard {
namespace {

/// The answers that are not as they are by default; `but` are those of the standby that is installed.
std::string answersOf(const Request& request, const Request& but) {
    std::string text;
    for (const auto& declaration : answers::declarations()) {
        const auto values = declaration.field.get(request);
        if (values == declaration.field.get(but))
            continue;
        for (const std::string& value : values)
            if (!declaration.answer.secret || !value.starts_with("plain:"))
                text += " --" + declaration.answer.name + "=" + answers::quotedForShell(value);
    }
    return text;
}

std::string optionsOf(const Maintenance& wanted) {
    std::string text;
    const auto add = [&](bool said, const char* option) {
        if (said)
            text += std::string(" --") + option;
    };
    add(wanted.acceptPromoted, "although-promoted");
    add(wanted.keepRegistration, "keep-registration");
    add(wanted.removeLogs, "remove-logs");
    add(wanted.allowDowngrade, "allow-downgrade");
    for (const std::string& id : wanted.add)
        text += " --components.add=" + answers::quotedForShell(id);
    for (const std::string& id : wanted.omit)
        text += " --components.omit=" + answers::quotedForShell(id);
    return text;
}

} // namespace

std::string asCommand(const WizardState& state) {
    if (!state.maintenance)
        return "bes-standby-setup install" + answersOf(state.request, Request());
    const Receipt* receipt = state.seen ? state.seen->receipt() : nullptr;
    Request installed = receipt == nullptr ? Request() : receipt->request;
    installed.root = Request().root; // that is no property of what is installed
    return "bes-standby-setup " + std::string(toString(state.maintenance->kind)) +
           answersOf(state.request, installed) + optionsOf(*state.maintenance);
}

} // namespace bes::wizard
