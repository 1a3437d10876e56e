// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/places.hpp"
#include "model/system.hpp"

namespace bes::plan {

using namespace places; // NOLINT(google-build-using-namespace)

/// Of notes.ini, where nobody else can touch it, on a computer with that system; every run has a folder in
/// it.
[[nodiscard]] inline std::filesystem::path undoFolder(System system) {
    return ownPlaces(system).state / "kept";
}

/// Of the files that describe services. Windows has none: what stands in such a plan is never used.
[[nodiscard]] inline std::filesystem::path serviceBackup(System system) {
    return system == System::windows ? undoFolder(system) : replacedFolder(unitFolder);
}

} // namespace bes::plan
