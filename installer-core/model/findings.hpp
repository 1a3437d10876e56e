// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/finding.hpp"

namespace bes {

using Findings = std::vector<Finding>;

[[nodiscard]] Finding passed(std::string id, std::string title, std::string evidence);
[[nodiscard]] Finding information(std::string id, std::string title, std::string evidence,
                                  Remedy remedy = {});
[[nodiscard]] Finding warning(std::string id, std::string title, std::string evidence, Remedy remedy);
[[nodiscard]] Finding blocker(ExitCode code, std::string id, std::string title, std::string evidence,
                              Remedy remedy);

/// The ids under which unknownBlocker() may be used: what a person can accept.
namespace unknowns {
inline constexpr std::string_view oneCluster = "domino.one-cluster";
inline constexpr std::string_view clusterDirectory = "domino.cluster-directory";
inline constexpr std::string_view clusterReplicator = "domino.cluster-replicator";
} // namespace unknowns
[[nodiscard]] const std::vector<std::string>& acceptableUnknowns();

/// Something is not known that has to be: blocks until a person accepts it by its id
/// (DominoQuestions::acceptUnknown). Throws std::logic_error for an id that is none of these.
[[nodiscard]] Finding unknownBlocker(ExitCode code, std::string id, std::string title, std::string evidence,
                                     Remedy remedy);

} // namespace bes
