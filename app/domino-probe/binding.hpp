// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <tl/expected.hpp>

#include "domino/notes_api.hpp"
#include "model/domino/answers.hpp"

namespace bes::probe {

/// Loads the library of the Notes C API. Functions that it lacks are null; one that nothing works without
/// makes it unusable. The reason is of the class library.
[[nodiscard]] tl::expected<domino::notes::Functions, domino::Reason>
bindNotesApi(const std::filesystem::path& library);

} // namespace bes::probe
