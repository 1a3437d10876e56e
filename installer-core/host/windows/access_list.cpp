// SPDX-License-Identifier: Apache-2.0
#include "host/windows/access_list.hpp"

#include <aclapi.h>

namespace bes::host {
namespace {

/// Who owns it is looked at by itself.
bool isNameOfOwner(const Sid& sid) {
    static const Sid ownerRights = sidOf(L"S-1-3-4"), creator = sidOf(L"S-1-3-0");
    return sid == ownerRights || sid == creator;
}

} // namespace

AccessList::AccessList(const std::filesystem::path& path) {
    const Handle opened = openEntry(path, READ_CONTROL | FILE_READ_ATTRIBUTES);
    error_ = opened.open() ? ::GetSecurityInfo(opened.get(), SE_FILE_OBJECT,
                                               OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION,
                                               &owner_, nullptr, &list_, nullptr, &memory_)
                           : lastError();
    if (opened.open())
        entry_ = informationOf(opened.get());
}

AccessList::~AccessList() {
    ::LocalFree(memory_);
}

std::optional<Sid> AccessList::otherThan(const Accounts& accounts, ACCESS_MASK rights) const {
    if (list_ == nullptr)
        return everyone();
    for (DWORD i = 0; i < list_->AceCount; ++i) {
        void* entry = nullptr;
        if (::GetAce(list_, i, &entry) == 0)
            continue;
        const auto& allowed = *static_cast<const ACCESS_ALLOWED_ACE*>(entry);
        if (allowed.Header.AceType != ACCESS_ALLOWED_ACE_TYPE ||
            (allowed.Header.AceFlags & INHERIT_ONLY_ACE) != 0 || (allowed.Mask & rights) == 0)
            continue;
        const Sid who = copyOf(const_cast<DWORD*>(&allowed.SidStart)); // NOLINT: how an entry is laid out
        if (!isNameOfOwner(who) && !accounts.contains(numberOf(who)))
            return who;
    }
    return std::nullopt;
}

} // namespace bes::host
