// SPDX-License-Identifier: Apache-2.0
#include "questions.hpp"

namespace bes::probe {

using namespace domino;

Reply<Identity> askIdentity(const Asking& asking) {
    if (!asking.currentName)
        return Reply<Identity>::unknown(asking.currentName.error());
    const ServerName& current = *asking.currentName;
    Identity identity{current.text, asking.iniName.text, iniValue(asking.api, "KitType") == "2"};
    const bool isTheServer =
        asking.iniName.lmbcs.empty() ? identity.isServer : sameServer(asking.api, current, asking.iniName);
    return isTheServer ? Reply<Identity>::yes(std::move(identity)) : Reply<Identity>::no(std::move(identity));
}

} // namespace bes::probe
