// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "check/check.hpp"
#include "unit/check/sample_facts.hpp"
#include "unit/plain_text.hpp"

/// What is found, of which every text is held to the rules for texts.
[[nodiscard]] inline std::vector<bes::Finding> allFindings(const bes::Facts& facts,
                                                           const bes::Request& request) {
    std::vector<bes::Finding> all = bes::check::check(facts, request);
    std::ranges::for_each(all, plain_text::check);
    return all;
}

/// All findings with that id, in their order.
[[nodiscard]] inline std::vector<bes::Finding> findingsOf(std::string_view id, const bes::Facts& facts,
                                                          const bes::Request& request = sampleRequest()) {
    std::vector<bes::Finding> found;
    for (bes::Finding& finding : allFindings(facts, request))
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
    std::vector<bes::Finding> found = allFindings(facts, request);
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
