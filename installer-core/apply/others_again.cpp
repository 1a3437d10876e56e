// SPDX-License-Identifier: Apache-2.0
#include "apply/others_again.hpp"

#include <algorithm>
#include <iterator>

#include "host/entry.hpp"
#include "model/places.hpp"
#include "model/try.hpp"

namespace bes::apply {

Result<OthersAgain> OthersAgain::of(Run& run) {
    OthersAgain others(run.root());
    for (std::size_t step = 0; step < run.plan().steps.size(); ++step) {
        if (!std::holds_alternative<KeepOthers>(run.plan().steps[step].action))
            continue;
        TRY_ASSIGN(const auto effects, run.journal().effects(run.id(), step));
        std::ranges::copy_if(effects, std::back_inserter(others.moved_), [](const journal::Effect& effect) {
            return effect.kind == journal::Effect::Kind::movedAway;
        });
    }
    return others;
}

Result<bool> OthersAgain::at(const std::filesystem::path& path) const {
    for (const journal::Effect& moved : moved_) {
        if (path != moved.path && !places::isBelow(path, moved.path))
            continue;
        TRY_ASSIGN(const auto kept, host::entryAt(root_(moved.detail)));
        if (!kept)
            return true;
    }
    return false;
}

} // namespace bes::apply
