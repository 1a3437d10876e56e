// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domino/console_lines.hpp"
#include "model/domino/replies.hpp"

namespace bes::domino {

/// One answer to "show cluster" (domino.md §3.4).
struct ShownCluster {
    std::string server; ///< who answered; empty for a server without cluster, which does not name itself
    bool clustered = true;
    std::optional<LiveCluster> cluster; ///< empty where the list of members is not whole, or there is none
    bool guessed = false;               ///< a name in it was no UTF-8
};

/// All answers to "show cluster", in the order of the text. Labels are translated in localised servers: where
/// no line has the English ones, answers are found by their structure.
[[nodiscard]] std::vector<ShownCluster> findShownClusters(const std::vector<ConsoleLine>& lines);

/// "Server name: Mail01/Acme" → the two sides. Both views are of `line`.
struct Labelled {
    std::string_view label;
    std::string_view value;
};
[[nodiscard]] std::optional<Labelled> labelled(std::string_view line);

} // namespace bes::domino
