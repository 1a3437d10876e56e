// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "model/facts.hpp"
#include "model/finding.hpp"
#include "model/plan.hpp"

namespace bes {

/// What looking gives: facts, findings, and the plan where nothing blocks.
struct Inspection {
    Facts facts;
    std::vector<Finding> findings;
    std::optional<Plan> plan;
};

/// How it is looked.
struct Looking {
    const Fact<domino::DominoFacts>* asked = nullptr; ///< what the Domino servers said before; null: ask them
    std::stop_token stop{};                           ///< ends the questions to them
};

} // namespace bes
