// SPDX-License-Identifier: Apache-2.0
#include "host/private_file.hpp"

#include "host/own_process.hpp"
#include "host/windows/access_list.hpp"
#include "host/windows/wide_text.hpp"
#include "text/shell_words.hpp"

namespace bes::host {

bool isPrivate(const std::filesystem::path& file) {
    const AccessList list(native(file));
    if (list.error() != 0)
        return false;
    Accounts accounts = ownAccounts();
    accounts.insert(numberOf(list.owner()));
    return !list.otherThan(accounts, readsFile | changesFile);
}

std::string commandForPrivacy(const std::filesystem::path& file) {
    return "icacls " + wordForWindows(narrow(withoutPrefix(native(file)).native())) +
           " /inheritance:r /grant:r " + wordForWindows(personsAccount() + ":F");
}

} // namespace bes::host
