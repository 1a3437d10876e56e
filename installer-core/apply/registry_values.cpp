// SPDX-License-Identifier: Apache-2.0
#include "host/registry_values.hpp"

#include <set>

#include "apply/acts.hpp"
#include "model/registry_value_json.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::apply {
namespace {

using journal::Effect;

Effect effectOf(const RegistryKey& key) {
    return {Effect::Kind::newRegistryKey, pathOf(shown(key)), toJson(key).dump()};
}

Effect effectOf(const CapturedRegistryValue& before) {
    return {Effect::Kind::registryValue, pathOf(shown(before)), toJson(before).dump()};
}

/// Of the keys on the way to the values, outermost first.
Result<std::vector<Effect>> newKeys(const std::vector<RegistryValue>& values) {
    std::vector<Effect> effects;
    std::set<RegistryKey> seen;
    for (const RegistryValue& value : values)
        for (const RegistryKey& key : wayTo(value.key)) {
            if (!seen.insert(key).second)
                continue;
            TRY_ASSIGN(const bool there, host::isThere(key));
            if (!there)
                effects.push_back(effectOf(key));
        }
    return effects;
}

} // namespace

Result<void> perform(Run& run, std::size_t step, const WriteRegistry& action) {
    TRY_ASSIGN(auto effects, newKeys(action.values));
    for (const RegistryValue& value : action.values) {
        TRY_ASSIGN(const auto before, host::captured(value.key, value.name));
        effects.push_back(effectOf(before));
    }
    TRY(run.journal().addEffects(run.id(), step, effects));
    for (const RegistryValue& value : action.values)
        TRY(host::writeRegistry(value));
    return {};
}

Result<void> perform(Run& run, std::size_t step, const RemoveRegistry& action) {
    std::vector<Effect> effects;
    for (const CapturedRegistryValue& value : action.values) {
        TRY_ASSIGN(const auto now, host::captured(value.key, value.name));
        effects.push_back(effectOf(now));
    }
    TRY(run.journal().addEffects(run.id(), step, effects));
    for (const CapturedRegistryValue& value : action.values)
        TRY(host::restoreRegistry(value));
    for (const RegistryKey& key : action.keys)
        TRY(host::removeEmptyKey(key));
    return {};
}

} // namespace bes::apply
