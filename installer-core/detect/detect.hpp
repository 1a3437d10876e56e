// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <stop_token>

#include "model/facts.hpp"
#include "model/passwords.hpp"
#include "model/request.hpp"

namespace bes::detect {

struct Limits {
    std::chrono::milliseconds name{3000};    ///< for the name service
    std::chrono::milliseconds connect{3000}; ///< for the SRP endpoint
};

/// Reads everything that checks and plan need. Never writes, never throws for what it can't read: that is an
/// unknown fact. What can wait is waited for side by side. Parts of the request that are empty are not looked
/// at.
/// What is given as `asked` is taken over: the Domino servers are not asked a second time within one run. A
/// stop ends the questions to them; what was not answered is unknown then.
[[nodiscard]] Facts detect(const Request& request, const Passwords& passwords, const Limits& limits = {},
                           const Fact<domino::DominoFacts>* asked = nullptr, std::stop_token stop = {});

/// The same for changing or removing the standby that is installed: without the network, which is not needed
/// for it. `request` is the one of the receipt. With `everyFile` all installed files are read and compared,
/// and the media is looked at, with the room for its files and the ports of its services.
[[nodiscard]] Facts detectInstalled(const Request& request, const Secret& databasePassword, bool everyFile);

/// What tells whether a request for an installation asks for newer media of what is installed here: no more
/// than that, and nothing where nothing is installed.
[[nodiscard]] Facts detectForUpgrade(const Request& request, const Secret& databasePassword);

} // namespace bes::detect
