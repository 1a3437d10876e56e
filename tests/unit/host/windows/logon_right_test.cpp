// SPDX-License-Identifier: Apache-2.0
// Wine takes a right of an account and forgets it, so that a stand-in remembers.
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "host/windows/logon_rights.hpp"

using namespace bes;

namespace {

constexpr auto noSuchName = static_cast<NTSTATUS>(0xC0000034L);
constexpr auto denied = static_cast<NTSTATUS>(0xC0000022L);

std::set<std::wstring> rights; ///< of the one account
NTSTATUS refusal = 0;

std::wstring nameOf(const LSA_UNICODE_STRING& text) {
    return {text.Buffer, text.Length / sizeof(wchar_t)};
}

NTSTATUS WINAPI openPolicy(LSA_UNICODE_STRING*, LSA_OBJECT_ATTRIBUTES*, ACCESS_MASK, LSA_HANDLE* handle) {
    *handle = &rights;
    return refusal;
}
NTSTATUS WINAPI closePolicy(LSA_HANDLE) {
    return 0;
}
NTSTATUS WINAPI freeMemory(void* memory) {
    delete[] static_cast<LSA_UNICODE_STRING*>(memory);
    return 0;
}
NTSTATUS WINAPI enumerate(LSA_HANDLE, PSID, LSA_UNICODE_STRING** found, ULONG* count) {
    if (rights.empty())
        return noSuchName;
    *found = new LSA_UNICODE_STRING[rights.size()];
    *count = 0;
    for (const std::wstring& right : rights) {
        const auto size = static_cast<USHORT>(right.size() * sizeof(wchar_t));
        (*found)[(*count)++] = {size, size, const_cast<wchar_t*>(right.data())}; // NOLINT
    }
    return 0;
}
NTSTATUS WINAPI add(LSA_HANDLE, PSID, LSA_UNICODE_STRING* right, ULONG) {
    rights.insert(nameOf(*right));
    return 0;
}
NTSTATUS WINAPI removeRight(LSA_HANDLE, PSID, BOOLEAN all, LSA_UNICODE_STRING* right, ULONG) {
    CHECK(all == FALSE);
    return rights.erase(nameOf(*right)) == 0 ? noSuchName : 0;
}

host::LsaApi standIn() {
    rights.clear();
    refusal = 0;
    host::LsaApi api;
    api.open = &openPolicy;
    api.close = &closePolicy;
    api.enumerate = &enumerate;
    api.free = &freeMemory;
    api.add = &add;
    api.remove = &removeRight;
    return api;
}

const std::string account = "CONTOSO\\bes$";

} // namespace

TEST_CASE("An account gets the right to log on as a service, and loses that one alone") {
    const host::LsaApi api = standIn();
    const host::Sid& sid = host::ownSid();
    CHECK(host::hasServiceLogon(sid, account, api) == false);
    rights.insert(L"SeBatchLogonRight");
    CHECK(host::hasServiceLogon(sid, account, api) == false);
    REQUIRE(host::addServiceLogon(sid, account, api));
    CHECK(rights.contains(L"SeServiceLogonRight"));
    CHECK(host::hasServiceLogon(sid, account, api) == true);
    REQUIRE(host::removeServiceLogon(sid, account, api));
    CHECK(rights == std::set<std::wstring>{L"SeBatchLogonRight"});
    CHECK(host::removeServiceLogon(sid, account, api)); // it is gone already
}

TEST_CASE("Windows' own accounts need no right, and one that does not exist has none to lose") {
    for (const char* own : {"", "LocalSystem", "NT AUTHORITY\\LocalService", "NT SERVICE\\BBAttachServer"})
        CHECK(host::logsOnAsService(own) == true);
    const auto unknown = host::logsOnAsService("CONTOSO\\nobody-has-this$");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().id == "account.logon-right");
    CHECK(host::endServiceLogon("CONTOSO\\nobody-has-this$"));
}

TEST_CASE("Where rights can't be read or changed, that is said with what to do") {
    const host::LsaApi api = standIn();
    refusal = denied;
    const auto read = host::hasServiceLogon(host::ownSid(), account, api);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ExitCode::privileges);
    const auto granted = host::addServiceLogon(host::ownSid(), account, api);
    REQUIRE_FALSE(granted);
    CHECK(granted.error().what.find(account) != std::string::npos);
    CHECK_FALSE(host::removeServiceLogon(host::ownSid(), account, api));
    refusal = 0;
}
