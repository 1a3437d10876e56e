// SPDX-License-Identifier: Apache-2.0
#include "apply/registered_services.hpp"

#include <set>

#include "host/logon_right.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::apply {

using journal::Effect;

Result<void> registerServices(Run& run, std::size_t step, const std::vector<ServiceDefinition>& services) {
    std::vector<Effect> effects;
    for (const ServiceDefinition& service : services) {
        TRY_ASSIGN(auto before, run.services().captured(service.key));
        effects.push_back({before ? Effect::Kind::replacedService : Effect::Kind::newService,
                           pathOf(service.key), before.value_or("")});
    }
    TRY(run.journal().addEffects(run.id(), step, effects));
    for (const ServiceDefinition& service : services)
        TRY(run.services().install(service));
    return {};
}

Result<void> unregisterServices(Run& run, std::size_t step, const std::vector<std::string>& keys) {
    std::vector<Effect> effects;
    for (const std::string& key : keys) {
        TRY_ASSIGN(auto before, run.services().captured(key));
        if (before)
            effects.push_back({Effect::Kind::replacedService, pathOf(key), std::move(*before)});
    }
    TRY(run.journal().addEffects(run.id(), step, effects));
    for (const Effect& effect : effects)
        TRY(run.services().remove(utf8(effect.path)));
    return {};
}

Result<void> grantLogons(Run& run, std::size_t step, const std::vector<ServiceDefinition>& services) {
    std::set<std::string> accounts;
    for (const ServiceDefinition& service : services)
        accounts.insert(service.account);
    std::vector<Effect> effects;
    for (const std::string& account : accounts) {
        TRY_ASSIGN(const bool has, host::logsOnAsService(account));
        if (!has)
            effects.push_back({Effect::Kind::grantedLogon, pathOf(account), account});
    }
    TRY(run.journal().addEffects(run.id(), step, effects));
    for (const Effect& effect : effects)
        TRY(host::grantServiceLogon(effect.detail));
    return {};
}

Result<void> endLogons(Run& run, std::size_t step, const std::vector<std::string>& accounts) {
    std::vector<Effect> effects;
    for (const std::string& account : accounts)
        effects.push_back({Effect::Kind::endedLogon, pathOf(account), account});
    TRY(run.journal().addEffects(run.id(), step, effects));
    for (const std::string& account : accounts)
        TRY(host::endServiceLogon(account));
    return {};
}

} // namespace bes::apply
