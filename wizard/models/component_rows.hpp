// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/maintenance.hpp"
#include "model/media_manifest.hpp"
#include "model/receipt.hpp"
#include "model/request.hpp"
#include "model/server.hpp"

namespace bes::wizard {

/// A service of a component, in words.
struct ServiceRow {
    std::string name;
    std::string afterSetup;
    std::string ports; ///< those that it listens on
};

/// A component of the catalogue as a person chooses it.
struct ComponentRow {
    std::string id;
    std::string name;
    std::string description;
    bool chosen = false;
    bool onPrimary = false;
    bool failsOver = false;
    std::string afterSetup; ///< who starts it, and when
    std::uint64_t bytes = 0;
    std::string ports;
    std::vector<std::string> needs; ///< names of other components
    std::string warning;            ///< what this choice means for failover; empty: nothing
    std::vector<ServiceRow> services;
};
[[nodiscard]] std::vector<ComponentRow> componentRows(const MediaManifest& media, const Server& primary,
                                                      const Request& request);

/// A choice that was changed, with what was changed along with it.
struct ChangedChoice {
    Request request;
    std::string explanation; ///< empty where nothing else was changed
};
/// A component is chosen with all that it needs, and left out with all that need it. The request says it as
/// difference from its preset, and is the same again when the change is taken back.
[[nodiscard]] ChangedChoice chosen(const Catalog& catalog, const Server& primary, const Request& request,
                                   const std::string& component, bool wanted);

// The same for a standby that is installed: a modification, or an upgrade to the media, says it as difference
// from its components. What the media does not have any more is a row too.

[[nodiscard]] std::vector<ComponentRow> componentRows(const MediaManifest& media, const Server& primary,
                                                      const Receipt& installed, const Maintenance& wanted);
struct ChangedMaintenance {
    Maintenance wanted;
    std::string explanation; ///< empty where nothing else was changed
};
[[nodiscard]] ChangedMaintenance chosen(const Catalog& catalog, const Receipt& installed,
                                        const Maintenance& wanted, const std::string& component,
                                        bool isWanted);

/// The preset as it is, without additions and omissions.
[[nodiscard]] Request withPreset(const Request& request, ComponentPreset preset);

} // namespace bes::wizard
