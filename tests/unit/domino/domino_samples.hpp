// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <functional>
#include <string>

#include <catch2/catch.hpp>

#include "domino/verdicts.hpp"

namespace bes::domino {

/// The site that all tests change: Mail01/Acme and Mail11/Acme in AcmeCluster, all in order.
[[nodiscard]] DominoFacts sampleDomino();

using Change = std::function<void(Replies&)>;

[[nodiscard]] DominoFacts changed(const Change& change);

[[nodiscard]] Reason reason(ReasonClass kind, std::string text = "So it is");

/// The findings with this id; several are a mistake, none is an empty one of no severity that counts.
[[nodiscard]] std::vector<Finding> findingsOf(const std::string& id, const DominoFacts& facts);
[[nodiscard]] Finding onlyFinding(const std::string& id, const DominoFacts& facts);

/// Checks what holds for every finding: title, evidence, remedy and exit code fit its severity.
void checkForm(const Finding& finding);

/// All three texts.
[[nodiscard]] std::string textOf(const Finding& finding);

} // namespace bes::domino
