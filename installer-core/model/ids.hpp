// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace bes {

/// What an id stands for, for people who see one and for scripts that wait for one.
struct IdEntry {
    std::string_view id;      ///< stable, dotted, e.g. "media.signature"
    std::string_view meaning; ///< a sentence
};

// All ids, from which 'help findings' is made. One word may be a finding before a run, and a failure of it.
// tests/docs/ids_test.py finds an id of the code that is not here, and an id of here that no code has.

[[nodiscard]] std::span<const IdEntry> findingIds();
[[nodiscard]] std::span<const IdEntry> failureIds();
[[nodiscard]] std::span<const IdEntry> stepIds();

} // namespace bes
