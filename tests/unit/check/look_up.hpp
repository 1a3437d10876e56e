// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "check/check.hpp"
#include "unit/check/sample_facts.hpp"

/// All findings with that id, in their order.
[[nodiscard]] inline std::vector<bes::Finding> findingsOf(std::string_view id, const bes::Facts& facts,
                                                          const bes::Request& request = sampleRequest()) {
    std::vector<bes::Finding> found;
    for (bes::Finding& finding : bes::check::check(facts, request))
        if (finding.id == id)
            found.push_back(std::move(finding));
    return found;
}

/// The one finding with that id; fails the test when there is none or more than one.
[[nodiscard]] inline bes::Finding onlyFinding(std::string_view id, const bes::Facts& facts,
                                              const bes::Request& request = sampleRequest()) {
    const std::vector<bes::Finding> found = findingsOf(id, facts, request);
    INFO("findings with the id " << id);
    REQUIRE(found.size() == 1);
    return found.front();
}

[[nodiscard]] inline std::vector<bes::Finding> blockersOf(const bes::Facts& facts,
                                                          const bes::Request& request = sampleRequest()) {
    std::vector<bes::Finding> found = bes::check::check(facts, request);
    std::erase_if(found, [](const bes::Finding& f) { return f.severity != bes::Severity::blocker; });
    return found;
}

/// For messages of failed tests.
[[nodiscard]] inline std::vector<std::string> idsOf(const std::vector<bes::Finding>& findings) {
    std::vector<std::string> ids;
    ids.reserve(findings.size());
    for (const bes::Finding& finding : findings)
        ids.push_back(finding.id);
    return ids;
}
