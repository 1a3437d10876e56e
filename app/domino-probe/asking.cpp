// SPDX-License-Identifier: Apache-2.0
#include "asking.hpp"

#include <algorithm>
#include <array>

#include "lmbcs.hpp"
#include "status_reason.hpp"

namespace bes::probe {

using namespace domino;

namespace {

tl::expected<ServerName, Reason> currentName(const notes::Functions& api) {
    std::array<char, notes::currentUserNameSize> name{};
    if (const notes::Status status = api.SECKFMGetUserName(name.data());
        notes::codeOf(status) != notes::Code::none)
        return tl::unexpected(reasonOf(api, status, "SECKFMGetUserName"));
    return canonicalServer(api, name.data());
}

bool isAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

/// The name of the own server, also for calls to itself: "" would be a local access beside the running
/// server. The ID in use can be a person's where a client shares notes.ini; then ServerName says what the
/// server is called. How that line is encoded is not documented, so beyond ASCII the ID is the better
/// witness.
tl::expected<ServerName, Reason> ownServer(const Asking& asking) {
    if (!asking.settings.own.empty())
        return canonicalServer(asking.api, toLmbcs(asking.api, asking.settings.own));
    if (!asking.iniName.lmbcs.empty() && isAscii(asking.iniName.lmbcs))
        return asking.iniName;
    return asking.currentName;
}

} // namespace

std::string iniValue(const notes::Functions& api, const char* key) {
    std::array<char, notes::maxEnvironmentValue> value{};
    if (api.OSGetEnvironmentString == nullptr ||
        api.OSGetEnvironmentString(key, value.data(), static_cast<notes::Word>(value.size() - 1)) == 0)
        return {};
    return value.data();
}

Asking beginAsking(const notes::Functions& api, const Settings& settings) {
    const ServerName primary = canonicalServer(api, toLmbcs(api, settings.primary));
    const std::string iniName = iniValue(api, "ServerName");
    Asking asking{api,
                  settings,
                  currentName(api),
                  iniName.empty() ? ServerName{} : canonicalServer(api, iniName),
                  {primary, primary},
                  {},
                  {}};
    asking.servers.standby = ownServer(asking);
    return asking;
}

} // namespace bes::probe
