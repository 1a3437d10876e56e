// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/action.hpp"
#include "model/service_definition.hpp"
#include "model/system.hpp"

namespace bes::services {

/// What systemd is told of a service, and of those that start together: bes-standby.target or
/// bes-active.target. Nothing else knows how a unit is written. Deferred services have no [Install] section
/// and only bes-active.target wants them, which itself nothing wants.
[[nodiscard]] TextFile unitFile(const ServiceDefinition& service);
[[nodiscard]] TextFile unitFile(const ServiceGroup& group);

/// Of all of them, the services first.
[[nodiscard]] std::vector<TextFile> unitFiles(const RegisteredServices& services);
/// The files that tell the system's service manager of them: none on Windows, whose manager keeps what it is
/// told itself.
[[nodiscard]] std::vector<TextFile> filesFor(System system, const RegisteredServices& services);
/// The same for a step, also of a plan that has them as texts.
[[nodiscard]] std::vector<TextFile> filesFor(System system, const InstallServices& act);

/// Where the unit with this key is.
[[nodiscard]] std::filesystem::path unitPlace(const std::string& key);
/// The key of the unit that is there; empty: no unit of setup's would be.
[[nodiscard]] std::optional<std::string> keyOfUnit(const std::filesystem::path& path);

} // namespace bes::services
