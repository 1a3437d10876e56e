// SPDX-License-Identifier: Apache-2.0
#include "state_comparison.hpp"

#include <algorithm>
#include <vector>

#include "notes_time.hpp"

namespace bes::probe {
namespace {

using domino::StateExample;
using domino::StateGroup;
using domino::StateReplicas;
using Entry = StateDatabases::Entry;

constexpr std::int64_t hundredthsPerSecond = 100;

struct Counterparts {
    const Entry* primary = nullptr; ///< null: not there
    const Entry* standby = nullptr;
};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Windows knows no case in paths.
bool isBefore(std::string_view a, std::string_view b) {
    return std::ranges::lexicographical_compare(a, b, {}, lower, lower);
}

std::string timeText(const Entry* entry) {
    return entry == nullptr || entry->modified == StateDatabases::undated ? std::string()
                                                                          : isoTime(entry->modified);
}

/// Walks both lists by replica ID. A server may hold two replicas of one database: the latest counts.
class ReplicaComparison {
public:
    ReplicaComparison(const StateDatabases& primary, const StateDatabases& standby,
                      std::chrono::seconds tolerance,
                      const std::function<std::string(std::string_view)>& pathOf)
        : primary_(primary), standby_(standby), pathOf_(pathOf) {
        result_.primary = primary.entries().size();
        result_.standby = standby.entries().size();
        result_.toleranceSeconds = static_cast<std::uint64_t>(tolerance.count());
    }

    StateReplicas compare() {
        walk();
        byPath(missing_);
        byPath(surplus_);
        byPath(stale_);
        result_.missing = group(missing_);
        result_.surplus = group(surplus_);
        result_.stale = group(stale_);
        result_.misplaced = group(misplaced());
        return result_;
    }

private:
    using Iterator = std::vector<Entry>::const_iterator;

    static Iterator endOfId(Iterator from, Iterator end) {
        return std::find_if(from, end,
                            [&](const Entry& entry) { return entry.replicaId != from->replicaId; });
    }

    void walk() {
        Iterator p = primary_.entries().begin();
        Iterator s = standby_.entries().begin();
        const Iterator pEnd = primary_.entries().end();
        const Iterator sEnd = standby_.entries().end();
        while (p != pEnd || s != sEnd) {
            if (s == sEnd || (p != pEnd && p->replicaId < s->replicaId)) {
                missing_.push_back({&*p++, nullptr});
            } else if (p == pEnd || s->replicaId < p->replicaId) {
                surplus_.push_back({nullptr, &*s++});
            } else {
                const Iterator pNext = endOfId(p, pEnd);
                const Iterator sNext = endOfId(s, sEnd);
                const Entry& latest = *std::max_element(
                    s, sNext, [](const Entry& a, const Entry& b) { return a.modified < b.modified; });
                for (; p != pNext; ++p)
                    match(*p, latest);
                s = sNext;
            }
        }
    }

    void match(const Entry& primary, const Entry& standby) {
        ++result_.matched;
        if (primary.modified == StateDatabases::undated || standby.modified == StateDatabases::undated) {
            ++result_.undated;
            return;
        }
        if (standby.modified >= primary.modified)
            return;
        const auto lag =
            static_cast<std::uint64_t>((primary.modified - standby.modified) / hundredthsPerSecond);
        result_.longestLagSeconds = std::max(result_.longestLagSeconds, lag);
        if (lag > result_.toleranceSeconds)
            stale_.push_back({&primary, &standby});
    }

    [[nodiscard]] std::string_view name(const Counterparts& pair) const {
        return pair.primary != nullptr ? primary_.name(*pair.primary) : standby_.name(*pair.standby);
    }

    void byPath(std::vector<Counterparts>& pairs) const {
        std::ranges::sort(pairs, [this](const Counterparts& a, const Counterparts& b) {
            return isBefore(name(a), name(b));
        });
    }

    /// Both lists are sorted by path: those of one path stand where the standby should get its replica.
    [[nodiscard]] std::vector<Counterparts> misplaced() const {
        std::vector<Counterparts> found;
        auto other = surplus_.begin();
        for (const Counterparts& pair : missing_) {
            while (other != surplus_.end() && isBefore(name(*other), name(pair)))
                ++other;
            if (other != surplus_.end() && !isBefore(name(pair), name(*other)))
                found.push_back({pair.primary, other->standby});
        }
        return found;
    }

    [[nodiscard]] StateGroup group(const std::vector<Counterparts>& pairs) const {
        StateGroup result{pairs.size(), {}};
        for (std::size_t i = 0; i < std::min(pairs.size(), exampleLimit); ++i) {
            const Entry& entry = pairs[i].primary != nullptr ? *pairs[i].primary : *pairs[i].standby;
            result.examples.push_back({pathOf_(name(pairs[i])), replicaIdText(entry.replicaId),
                                       timeText(pairs[i].primary), timeText(pairs[i].standby)});
        }
        return result;
    }

    const StateDatabases& primary_;
    const StateDatabases& standby_;
    const std::function<std::string(std::string_view)>& pathOf_;
    StateReplicas result_;
    std::vector<Counterparts> missing_, surplus_, stale_;
};

} // namespace

StateReplicas compareStateDatabases(const StateDatabases& primary, const StateDatabases& standby,
                                    std::chrono::seconds tolerance,
                                    const std::function<std::string(std::string_view)>& pathOf) {
    return ReplicaComparison(primary, standby, tolerance, pathOf).compare();
}

} // namespace bes::probe
