// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <windows.h>

#include <ntsecapi.h>

#include "host/logon_right.hpp"
#include "host/windows/sids.hpp"

namespace bes::host {

/// The functions of the system that know rights of accounts, so that a test can stand in their place: Wine
/// takes a right and forgets it.
struct LsaApi {
    decltype(&::LsaOpenPolicy) open = &::LsaOpenPolicy;
    decltype(&::LsaClose) close = &::LsaClose;
    decltype(&::LsaEnumerateAccountRights) enumerate = &::LsaEnumerateAccountRights;
    decltype(&::LsaFreeMemory) free = &::LsaFreeMemory;
    decltype(&::LsaAddAccountRights) add = &::LsaAddAccountRights;
    decltype(&::LsaRemoveAccountRights) remove = &::LsaRemoveAccountRights;
};

/// Of one account, as logon_right.hpp has it; `account` is its name for people.
[[nodiscard]] Result<bool> hasServiceLogon(const Sid& sid, const std::string& account,
                                           const LsaApi& api = {});
[[nodiscard]] Result<void> addServiceLogon(const Sid& sid, const std::string& account,
                                           const LsaApi& api = {});
[[nodiscard]] Result<void> removeServiceLogon(const Sid& sid, const std::string& account,
                                              const LsaApi& api = {});

} // namespace bes::host
