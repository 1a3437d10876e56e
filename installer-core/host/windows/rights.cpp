// SPDX-License-Identifier: Apache-2.0
#include "host/windows/rights.hpp"

#include <array>
#include <memory>
#include <string>

#include <aclapi.h>
#include <sddl.h>

#include "host/windows/handle.hpp"
#include "host/windows/wide_text.hpp"

namespace bes::host {
namespace {

constexpr SECURITY_INFORMATION wholeRights =
    OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION;
constexpr auto ownerRights = L"S-1-3-4"; ///< whoever owns it

constexpr ACCESS_MASK reading = FILE_GENERIC_READ & ~SYNCHRONIZE & ~READ_CONTROL;
constexpr ACCESS_MASK writing = FILE_WRITE_DATA | FILE_APPEND_DATA;

std::wstring hexadecimal(ACCESS_MASK mask) {
    std::array<wchar_t, 16> text{};
    std::swprintf(text.data(), text.size(), L"0x%lx", static_cast<unsigned long>(mask));
    return text.data();
}

ACCESS_MASK maskOf(unsigned bits, bool folder) {
    ACCESS_MASK mask = 0;
    if ((bits & 4) != 0)
        mask |= FILE_GENERIC_READ;
    if ((bits & 2) != 0)
        mask |= FILE_GENERIC_WRITE | DELETE | (folder ? ACCESS_MASK{FILE_DELETE_CHILD} : ACCESS_MASK{0});
    if ((bits & 1) != 0)
        mask |= FILE_GENERIC_EXECUTE;
    return mask;
}

/// What is made in a folder by a service or by hand gets the same rights.
std::wstring entryFor(const std::wstring& who, ACCESS_MASK mask, bool folder) {
    std::wstring entry;
    if (mask == 0)
        return entry;
    entry.append(L"(A;").append(folder ? L"OICI" : L"").append(L";").append(hexadecimal(mask));
    entry.append(L";;;").append(who).append(L")");
    return entry;
}

std::wstring listOf(unsigned mode, bool folder, const std::wstring& group) {
    const std::wstring full = folder ? L"(A;OICI;FA;;;" : L"(A;;FA;;;";
    std::wstring list = L"D:P";
    list.append(full).append(L"SY)").append(full).append(L"BA)");
    list += entryFor(ownerRights, maskOf(mode >> 6 & 7, folder), folder);
    if (!group.empty())
        list += entryFor(group, maskOf(mode >> 3 & 7, folder), folder);
    list += entryFor(L"WD", maskOf(mode & 7, folder), folder);
    return list;
}

struct Descriptor {
    std::unique_ptr<void, LocalFreed> memory;
    PSID owner = nullptr, group = nullptr;
    PACL list = nullptr;
};

SystemError read(HANDLE opened, Descriptor& into) {
    PSECURITY_DESCRIPTOR memory = nullptr;
    const DWORD error = ::GetSecurityInfo(opened, SE_FILE_OBJECT, wholeRights, &into.owner, &into.group,
                                          &into.list, nullptr, &memory);
    into.memory.reset(memory);
    return error;
}

unsigned bitsOf(ACCESS_MASK mask) {
    GENERIC_MAPPING mapping{FILE_GENERIC_READ, FILE_GENERIC_WRITE, FILE_GENERIC_EXECUTE, FILE_ALL_ACCESS};
    ::MapGenericMask(&mask, &mapping);
    return ((mask & reading) == reading ? 4u : 0u) | ((mask & writing) != 0 ? 2u : 0u) |
           ((mask & FILE_EXECUTE) != 0 ? 1u : 0u);
}

struct Seen {
    std::optional<unsigned> owner,
        owners; ///< of the entry for whoever owns it, and of one that names the owner
    unsigned group = 0, others = 0;
    bool namesGroup = false; ///< one entry is for the group of the file
};

void look(const ACCESS_ALLOWED_ACE& entry, const Sid& owner, const Sid& group, Seen& seen) {
    static const Sid whoeverOwns = sidOf(ownerRights);
    static const std::array all{everyone(), sidOf(L"S-1-5-11"),
                                sidOf(L"S-1-5-32-545")};         // authenticated users, users
    const Sid who = copyOf(const_cast<DWORD*>(&entry.SidStart)); // NOLINT: how an entry is laid out
    const unsigned bits = bitsOf(entry.Mask);
    seen.namesGroup = seen.namesGroup || who == group;
    if (who == whoeverOwns)
        seen.owner = seen.owner.value_or(0) | bits;
    else if (std::find(all.begin(), all.end(), who) != all.end())
        seen.others |= bits;
    else if (who == owner)
        seen.owners = seen.owners.value_or(0) | bits;
    else if (who == group && numberOf(who) != 0)
        seen.group |= bits;
    else if (numberOf(who) != 0)
        seen.group |= bits; // somebody who is named may do more than everybody
}

} // namespace

OwnedRights rightsOf(HANDLE opened, bool folder) {
    Descriptor found;
    if (read(opened, found) != 0)
        return {folder ? 0700u : 0600u, {}};
    const Sid owner = copyOf(found.owner), group = copyOf(found.group);
    AccountIds ids{numberOf(owner), numberOf(owner)};
    if (found.list == nullptr)
        return {0777, ids}; // everybody may do everything
    Seen seen;
    for (DWORD i = 0; i < found.list->AceCount; ++i) {
        void* entry = nullptr;
        if (::GetAce(found.list, i, &entry) == 0)
            continue;
        const auto& header = *static_cast<const ACE_HEADER*>(entry);
        if (header.AceType == ACCESS_ALLOWED_ACE_TYPE && (header.AceFlags & INHERIT_ONLY_ACE) == 0)
            look(*static_cast<const ACCESS_ALLOWED_ACE*>(entry), owner, group, seen);
    }
    // every file has a group, mostly "Domain Users": it may do something where the list says so alone
    if (seen.namesGroup)
        ids.group = numberOf(group);
    unsigned own = seen.owner ? *seen.owner : seen.owners.value_or(folder ? 7 : 6);
    // who may do everything with a file: that it is a program is said by what others may
    if (!seen.owner && !folder && own == 7)
        own = 6 | ((seen.group | seen.others) & 1);
    return {own << 6 | (seen.group | seen.others) << 3 | seen.others, ids};
}

SystemError setRights(HANDLE opened, bool folder, unsigned mode, std::optional<AccountIds> owner) {
    Descriptor before;
    if (const SystemError error = read(opened, before); error != 0)
        return error;
    const AccountIds now = rightsOf(opened, folder).owner;
    const Sid user = owner ? sidOfNumber(owner->user) : Sid();
    // the list names the group where it did before: "Domain Users" get nothing by a mode
    const Sid group = owner                   ? sidOfNumber(owner->group)
                      : now.group == now.user ? Sid()
                                              : copyOf(before.group);
    if (owner && (user.empty() || group.empty()))
        return ERROR_NONE_MAPPED;
    std::wstring text;
    if (owner)
        text.append(L"O:").append(wide(textOf(user))).append(L"G:").append(wide(textOf(group)));
    text += listOf(mode, folder, numberOf(group) == 0 ? std::wstring() : wide(textOf(group)));
    PSECURITY_DESCRIPTOR memory = nullptr;
    if (::ConvertStringSecurityDescriptorToSecurityDescriptorW(text.c_str(), SDDL_REVISION_1, &memory,
                                                               nullptr) == 0)
        return lastError();
    const std::unique_ptr<void, LocalFreed> freed(memory);
    SECURITY_INFORMATION what = DACL_SECURITY_INFORMATION;
    if (owner)
        what |= OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION;
    // this very list, for this very file: SetSecurityInfo() would go through what is in a folder too, and
    // Wine's adds what a folder above hands on
    return outcomeOf(::SetKernelObjectSecurity(opened, what, memory));
}

NewRights::NewRights(unsigned mode, bool folder) {
    attributes_.nLength = sizeof attributes_;
    // without it the system's own rights count, and setRights() follows
    ::ConvertStringSecurityDescriptorToSecurityDescriptorW(listOf(mode, folder, std::wstring()).c_str(),
                                                           SDDL_REVISION_1, &attributes_.lpSecurityDescriptor,
                                                           nullptr);
}

NewRights::~NewRights() {
    ::LocalFree(attributes_.lpSecurityDescriptor);
}

SystemError copyRights(HANDLE from, HANDLE to) {
    Descriptor before;
    if (const SystemError error = read(from, before); error != 0)
        return error;
    const SystemError error =
        ::SetSecurityInfo(to, SE_FILE_OBJECT, wholeRights | PROTECTED_DACL_SECURITY_INFORMATION, before.owner,
                          before.group, before.list, nullptr);
    // an owner who is none of ours can be set by who may restore files only: then the list alone is what
    // counts
    return error == ERROR_INVALID_OWNER || error == ERROR_PRIVILEGE_NOT_HELD
               ? ::SetSecurityInfo(to, SE_FILE_OBJECT,
                                   DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, nullptr,
                                   nullptr, before.list, nullptr)
               : error;
}

} // namespace bes::host
