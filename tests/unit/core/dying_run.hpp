// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>

#include "model/engine_order.hpp"
#include "model/progress.hpp"

/// Another process does what is ordered and is killed at the start of that step.
void dieAt(std::size_t step, const bes::EngineOrder& order);

/// Installs, maintains or recovers.
void carryOut(const bes::EngineOrder& order, bes::Progress& progress);

[[nodiscard]] bes::EngineOrder orderToInstall(const bes::Request& request);
[[nodiscard]] bes::EngineOrder orderToMaintain(const bes::Request& installed, const bes::Maintenance& wanted);
[[nodiscard]] bes::EngineOrder orderToRecover(const std::filesystem::path& root, bes::Recovery how);
