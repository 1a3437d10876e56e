#pragma once

#include <string>
#include <vector>

#include "model/finding.hpp"

namespace bes {

using Findings = std::vector<Finding>;

[[nodiscard]] Finding passed(std::string id, std::string title, std::string evidence);
[[nodiscard]] Finding information(std::string id, std::string title, std::string evidence,
                                  std::string remedy = {});
[[nodiscard]] Finding warning(std::string id, std::string title, std::string evidence, std::string remedy);
[[nodiscard]] Finding blocker(ExitCode code, std::string id, std::string title, std::string evidence,
                              std::string remedy);

/// Something is not known that has to be: blocks until a person accepts it by its id
/// (Request::acceptUnknown).
[[nodiscard]] Finding unknownBlocker(ExitCode code, std::string id, std::string title, std::string evidence,
                                     std::string remedy);

/// "a, b, c and 4 more": enough to see what is meant without filling a screen.
[[nodiscard]] std::string listed(const std::vector<std::string>& names, std::size_t limit = 5);

} // namespace bes
