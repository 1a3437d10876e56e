// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "model/facts.hpp"
#include "model/plan.hpp"

namespace bes::wizard {

/// How far the packages of the media were read, and which of them are damaged.
struct PackagesRead {
    std::string media;                               ///< SHA-256 of its manifest; empty: nothing was read
    int percent = 0;                                 ///< of the bytes; 100: all were read
    std::map<std::string, std::string> damaged = {}; ///< package → what is wrong with it

    bool operator==(const PackagesRead&) const = default;
};

/// What is wrong with the first damaged package that the plan unpacks; empty where all it needs were good so
/// far, or the plan is for other media.
[[nodiscard]] std::string damageFor(const Plan& plan, const PackagesRead& read);

} // namespace bes::wizard
