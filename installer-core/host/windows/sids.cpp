// SPDX-License-Identifier: Apache-2.0
#include "host/windows/sids.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

#include <sddl.h>

#include "host/accounts.hpp"
#include "host/windows/handle.hpp"
#include "host/windows/wide_text.hpp"

namespace bes::host {
namespace {

constexpr auto trustedInstaller = L"S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464";

struct Given {
    std::mutex mutex;
    std::map<std::uint32_t, Sid> sids;
};

Given& given() {
    static Given& all = *new Given;
    return all;
}

PSID pointerTo(const Sid& sid) {
    return const_cast<unsigned char*>(sid.data()); // NOLINT: the functions of the system do not change it
}

Sid sidOfToken() {
    HANDLE opened = nullptr;
    if (::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, &opened) == 0)
        return {};
    const Handle token(opened);
    std::vector<unsigned char> buffer(sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE);
    DWORD size = 0;
    if (::GetTokenInformation(token.get(), TokenUser, buffer.data(), static_cast<DWORD>(buffer.size()),
                              &size) == 0)
        return {};
    return copyOf(
        reinterpret_cast<const TOKEN_USER*>(buffer.data())->User.Sid); // NOLINT: as the system fills it
}

std::uint32_t lastPart(const Sid& sid) {
    const PSID pointer = pointerTo(sid);
    const auto parts = *::GetSidSubAuthorityCount(pointer);
    return parts == 0 ? 0 : static_cast<std::uint32_t>(*::GetSidSubAuthority(pointer, parts - 1u));
}

} // namespace

Sid copyOf(PSID sid) {
    if (sid == nullptr || ::IsValidSid(sid) == 0)
        return {};
    const auto* const bytes = static_cast<const unsigned char*>(sid);
    return {bytes, bytes + ::GetLengthSid(sid)};
}

Sid sidOf(const wchar_t* text) {
    PSID made = nullptr;
    if (::ConvertStringSidToSidW(text, &made) == 0)
        return {};
    const std::unique_ptr<void, LocalFreed> owner(made);
    return copyOf(made);
}

std::string textOf(const Sid& sid) {
    wchar_t* text = nullptr;
    if (sid.empty() || ::ConvertSidToStringSidW(pointerTo(sid), &text) == 0)
        return {};
    const std::unique_ptr<wchar_t, LocalFreed> owner(text);
    return narrow(text);
}

std::string nameOf(const Sid& sid) {
    std::wstring name(256, L'\0'), domain(256, L'\0'); // more than the system allows
    auto nameSize = static_cast<DWORD>(name.size()), domainSize = static_cast<DWORD>(domain.size());
    SID_NAME_USE use{};
    if (sid.empty() || ::LookupAccountSidW(nullptr, pointerTo(sid), name.data(), &nameSize, domain.data(),
                                           &domainSize, &use) == 0)
        return textOf(sid);
    name.resize(nameSize);
    domain.resize(domainSize);
    return use == SidTypeWellKnownGroup && !domain.empty() ? narrow(domain) + "\\" + narrow(name)
                                                           : narrow(name);
}

std::optional<Sid> findSid(const std::string& name) {
    const std::wstring asked = wide(name.starts_with(".\\") ? name.substr(2) : name);
    Sid sid(SECURITY_MAX_SID_SIZE);
    std::wstring domain(256, L'\0');
    auto sidSize = static_cast<DWORD>(sid.size()), domainSize = static_cast<DWORD>(domain.size());
    SID_NAME_USE use{};
    if (asked.empty() ||
        ::LookupAccountNameW(nullptr, asked.c_str(), sid.data(), &sidSize, domain.data(), &domainSize,
                             &use) == 0 ||
        use == SidTypeDomain)
        return std::nullopt;
    return copyOf(sid.data());
}

const Sid& administrators() {
    static const Sid sid = sidOf(L"S-1-5-32-544");
    return sid;
}
const Sid& localSystem() {
    static const Sid sid = sidOf(L"S-1-5-18");
    return sid;
}
const Sid& everyone() {
    static const Sid sid = sidOf(L"S-1-1-0");
    return sid;
}
const Sid& ownSid() {
    static const Sid sid = sidOfToken();
    return sid;
}

std::uint32_t numberOf(const Sid& sid) {
    static const Sid installer = sidOf(trustedInstaller);
    if (sid.empty() || sid == administrators() || sid == localSystem() || sid == installer ||
        (sid == ownSid() && isAdministrator()))
        return 0;
    const std::uint32_t number = std::max(lastPart(sid), 1u);
    const std::lock_guard lock(given().mutex);
    given().sids.emplace(number, sid);
    return number;
}

Sid sidOfNumber(std::uint32_t number) {
    if (number == 0)
        return administrators();
    const std::lock_guard lock(given().mutex);
    const auto found = given().sids.find(number);
    return found == given().sids.end() ? Sid() : found->second;
}

} // namespace bes::host
