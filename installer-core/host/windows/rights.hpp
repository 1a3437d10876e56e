// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include <windows.h>

#include "host/accounts.hpp"
#include "host/windows/sids.hpp"
#include "host/windows/system_failure.hpp"

namespace bes::host {

// Setup says rights as the nine bits of a mode. Here they are an access list that nothing is inherited into:
// administrators and the system may do everything; then what the owner, the group of the file and everybody
// may do. What the list of somebody else says is read as the nearest mode.

struct OwnedRights {
    unsigned mode = 0;
    AccountIds owner;
};

/// Of what was opened with READ_CONTROL.
[[nodiscard]] OwnedRights rightsOf(HANDLE opened, bool folder);
/// Of what was opened with WRITE_DAC, and with WRITE_OWNER where an owner is given.
[[nodiscard]] SystemError setRights(HANDLE opened, bool folder, unsigned mode,
                                    std::optional<AccountIds> owner = {});

/// For a file or folder that is made with them from its first moment.
class NewRights {
public:
    NewRights(unsigned mode, bool folder);
    NewRights(const NewRights&) = delete;
    NewRights& operator=(const NewRights&) = delete;
    ~NewRights();
    [[nodiscard]] SECURITY_ATTRIBUTES* attributes() { return &attributes_; }

private:
    SECURITY_ATTRIBUTES attributes_{};
};

/// Owner, group and access list of one become those of the other.
[[nodiscard]] SystemError copyRights(HANDLE from, HANDLE to);

} // namespace bes::host
