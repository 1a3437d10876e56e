// SPDX-License-Identifier: Apache-2.0
#include "detect/other_run.hpp"

#include <utility>

#include "journal/journal.hpp"
#include "journal/run_under_way.hpp"

namespace bes::detect {
namespace {

std::string underWay(const host::Root& root) {
    const auto holder = journal::otherRunUnderWay(root);
    return holder ? describe(*holder) : "";
}

/// Id of the newest run, which is empty where there was none.
std::optional<std::string> newestRun(const host::Root& root) {
    auto journal = journal::Journal::openExisting(root);
    if (!journal)
        return std::nullopt;
    if (!*journal)
        return "";
    const auto newest = (*journal)->newestRun();
    return newest ? std::optional(newest->value_or("")) : std::nullopt;
}

} // namespace

OtherRun::OtherRun(host::Root root)
    : root_(std::move(root)), underWay_(underWay(root_)), newest_(newestRun(root_)) {
}

std::string OtherRun::noticed() const {
    if (!underWay_.empty())
        return underWay_;
    if (std::string now = underWay(root_); !now.empty())
        return now;
    const auto newest = newestRun(root_);
    return newest_ && newest && *newest != *newest_ ? "it has just ended" : "";
}

void OtherRun::noteIn(Facts& facts) const {
    facts.otherRun = noticed();
    if (facts.otherRun.empty())
        return;
    // constant, because g++ 14 takes the text in an empty one that is made here for uninitialized
    static const Fact<std::optional<UnfinishedRun>> none{std::nullopt};
    facts.unfinishedRun = none;
}

} // namespace bes::detect
