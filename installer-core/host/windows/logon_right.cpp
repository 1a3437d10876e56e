// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "host/windows/logon_rights.hpp"
#include "host/windows/system_failure.hpp"
#include "host/windows/wide_text.hpp"
#include "model/try.hpp"

namespace bes::host {
namespace {

constexpr std::wstring_view serviceLogon = L"SeServiceLogonRight";

/// No right was ever given to that account.
constexpr auto nameNotFound = static_cast<NTSTATUS>(0xC0000034L);

Failure rightFailure(const std::string& what, SystemError error) {
    const bool denied = error == ERROR_ACCESS_DENIED;
    return {denied ? ExitCode::privileges : ExitCode::failed, "account.logon-right", what,
            systemReason(error),
            denied ? "Run setup as an administrator"
                   : "Set \"Log on as a service\" for the account yourself (secpol.msc, Local Policies, User "
                     "Rights Assignment), or choose another account"};
}

/// A text of setup's, which the functions do not change.
LSA_UNICODE_STRING lsaText(std::wstring_view text) {
    const auto size = static_cast<USHORT>(text.size() * sizeof(wchar_t));
    return {size, size, const_cast<wchar_t*>(text.data())}; // NOLINT
}

PSID pointerTo(const Sid& sid) {
    return const_cast<unsigned char*>(sid.data()); // NOLINT: the functions of the system do not change it
}

/// Owns the opened policy of this computer.
class Policy {
public:
    Policy(const LsaApi& api, ACCESS_MASK access) : api_(&api) {
        LSA_OBJECT_ATTRIBUTES attributes{};
        attributes.Length = sizeof attributes;
        error_ = ::LsaNtStatusToWinError(api.open(nullptr, &attributes, access, &handle_));
    }
    Policy(const Policy&) = delete;
    Policy& operator=(const Policy&) = delete;
    ~Policy() {
        if (error_ == 0)
            api_->close(handle_);
    }
    [[nodiscard]] SystemError error() const { return error_; }
    [[nodiscard]] LSA_HANDLE get() const { return handle_; }

private:
    const LsaApi* api_;
    LSA_HANDLE handle_ = nullptr;
    SystemError error_ = 0;
};

std::string whose(const std::string& account) {
    return "the right of " + account + " to log on as a service";
}

Failure noAccount(const std::string& account) {
    return rightFailure("Can't find " + whose(account), ERROR_NONE_MAPPED);
}

/// They have it, as long as no policy of the domain takes it from them.
bool isWindowsOwn(const std::string& account) {
    return account.empty() || account.starts_with("NT AUTHORITY\\") || account.starts_with("NT SERVICE\\") ||
           account == "LocalSystem";
}

} // namespace

Result<bool> hasServiceLogon(const Sid& sid, const std::string& account, const LsaApi& api) {
    const Policy policy(api, POLICY_LOOKUP_NAMES);
    LSA_UNICODE_STRING* rights = nullptr;
    ULONG count = 0;
    SystemError error = policy.error();
    if (error == 0) {
        const NTSTATUS status = api.enumerate(policy.get(), pointerTo(sid), &rights, &count);
        if (status == nameNotFound)
            return false;
        error = ::LsaNtStatusToWinError(status);
    }
    if (error != 0)
        return fail(rightFailure("Can't read " + whose(account), error));
    const bool has = std::any_of(rights, rights + count, [](const LSA_UNICODE_STRING& right) {
        return std::wstring_view(right.Buffer, right.Length / sizeof(wchar_t)) == serviceLogon;
    });
    api.free(rights);
    return has;
}

Result<void> addServiceLogon(const Sid& sid, const std::string& account, const LsaApi& api) {
    const Policy policy(api, POLICY_LOOKUP_NAMES | POLICY_CREATE_ACCOUNT);
    LSA_UNICODE_STRING right = lsaText(serviceLogon);
    SystemError error = policy.error();
    if (error == 0)
        error = ::LsaNtStatusToWinError(api.add(policy.get(), pointerTo(sid), &right, 1));
    return error == 0 ? Result<void>() : fail(rightFailure("Can't grant " + whose(account), error));
}

Result<void> removeServiceLogon(const Sid& sid, const std::string& account, const LsaApi& api) {
    const Policy policy(api, POLICY_LOOKUP_NAMES);
    LSA_UNICODE_STRING right = lsaText(serviceLogon);
    SystemError error = policy.error();
    if (error == 0) {
        const NTSTATUS status = api.remove(policy.get(), pointerTo(sid), FALSE, &right, 1);
        error = status == nameNotFound ? 0 : ::LsaNtStatusToWinError(status);
    }
    return error == 0 ? Result<void>() : fail(rightFailure("Can't end " + whose(account), error));
}

Result<bool> logsOnAsService(const std::string& account) {
    if (isWindowsOwn(account))
        return true;
    const auto sid = findSid(account);
    return sid ? hasServiceLogon(*sid, account) : fail(noAccount(account));
}

Result<void> grantServiceLogon(const std::string& account) {
    const auto sid = findSid(account);
    return sid ? addServiceLogon(*sid, account) : fail(noAccount(account));
}

Result<void> endServiceLogon(const std::string& account) {
    const auto sid = findSid(account);
    return sid ? removeServiceLogon(*sid, account) : Result<void>();
}

} // namespace bes::host
