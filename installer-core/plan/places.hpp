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

} // namespace bes::plan
