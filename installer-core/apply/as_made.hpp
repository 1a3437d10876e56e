// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "host/root.hpp"
#include "model/plan.hpp"

namespace bes::apply {

/// The file that the step makes at that path is what stands there, or nothing does: what others put there
/// meanwhile is not setup's to remove.
[[nodiscard]] bool isAsMade(const Step& step, const std::filesystem::path& path, const host::Root& root);

} // namespace bes::apply
