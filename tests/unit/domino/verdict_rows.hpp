// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unit/domino/domino_samples.hpp"

namespace bes::domino {

inline const Reason unreachable = reason(ReasonClass::unreachable, "The server does not respond");
inline const Reason noAccess = reason(ReasonClass::noAccess, "You may not use this server");

/// What a change of the sample leads to, and words of what is said then.
struct Row {
    const char* name;
    Severity severity;
    std::vector<const char*> words;
    Change change;
};

inline void checkRows(const std::string& id, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        INFO(row.name);
        const Finding finding = onlyFinding(id, changed(row.change));
        INFO(textOf(finding));
        CHECK(finding.severity == row.severity);
        for (const char* word : row.words)
            CHECK_THAT(textOf(finding), Catch::Contains(word));
    }
}

} // namespace bes::domino
