#pragma once

#include <chrono>

#include "model/facts.hpp"
#include "model/request.hpp"
#include "model/secret.hpp"

namespace bes::detect {

struct Limits {
    std::chrono::milliseconds name{3000};    ///< for the name service
    std::chrono::milliseconds connect{3000}; ///< for the SRP endpoint
};

/// Reads everything that checks and plan need. Never writes, never throws for what it can't read: that is an
/// unknown fact. What can wait is waited for side by side. Parts of the request that are empty are not looked
/// at.
[[nodiscard]] Facts detect(const Request& request, const Secret& databasePassword, const Limits& limits = {});

} // namespace bes::detect
