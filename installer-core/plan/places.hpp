// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal/state_folder.hpp"
#include "model/places.hpp"

namespace bes::plan {

using namespace places; // NOLINT(google-build-using-namespace)

/// Of notes.ini, where nobody else can touch it; every run has a folder in it.
[[nodiscard]] inline std::filesystem::path undoFolder() {
    return journal::stateFolder() / "kept";
}

} // namespace bes::plan
