// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <functional>
#include <ranges>
#include <span>
#include <string_view>

namespace bes {

/// What an id stands for, for people who see one and for scripts that wait for one.
struct IdEntry {
    std::string_view id;      ///< stable, dotted, e.g. "media.signature"
    std::string_view meaning; ///< a sentence; of a finding, that it has passed or what it tells
    std::string_view
        remedy{}; ///< what to do about it in general; empty for a step. A finding says it for its case
};

// All ids, each kind in a table of its own (ids_findings.cpp, ids_failures.cpp, ids_steps.cpp), from which
// 'help findings' and the reference of the handbook are made. One word may be a finding before a run, and a
// failure of it. tests/docs/ids_test.py finds an id of the code that is not here, and an id of here that no
// code has.

[[nodiscard]] std::span<const IdEntry> findingIds();
[[nodiscard]] std::span<const IdEntry> failureIds();
[[nodiscard]] std::span<const IdEntry> stepIds();

// What the compiler holds each of these tables to.

/// Sorted, and so none twice.
[[nodiscard]] constexpr bool idsInOrder(std::span<const IdEntry> entries) {
    return std::ranges::adjacent_find(entries, std::ranges::greater_equal{}, &IdEntry::id) == entries.end();
}
/// For ids that people meet when something is not as it should be.
[[nodiscard]] constexpr bool idsWithRemedies(std::span<const IdEntry> entries) {
    return std::ranges::none_of(entries, [](const IdEntry& entry) { return entry.remedy.empty(); });
}

} // namespace bes
