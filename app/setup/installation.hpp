// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stop_token>

#include "console.hpp"
#include "model/passwords.hpp"
#include "setup.hpp"

namespace bes::app {

/// What is to be installed: answers, or a plan that was made of answers before.
struct Installation {
    std::optional<Plan> plan;
    Request request;
    Passwords passwords;
};

/// Installs with a log of its own, and tells the progress and what came of it: JSON Lines for programs, text
/// for people.
[[nodiscard]] ExitCode installAndTell(const Installation& wanted, bool json, Console& console,
                                      std::stop_token stop);

} // namespace bes::app
