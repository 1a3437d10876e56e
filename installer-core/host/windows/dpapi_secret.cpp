// SPDX-License-Identifier: Apache-2.0
#include "host/dpapi_secret.hpp"

#include <span>
#include <vector>

#include <windows.h>

#include <wincrypt.h>

#include <dpapi.h>

#include "host/base64.hpp"
#include "host/system_reason.hpp"
#include "host/windows/system_failure.hpp"
#include "text/quantities.hpp"

namespace bes::host {
namespace {

// The sealed bytes: version | what CryptProtectData made, which authenticates itself.

constexpr std::string_view prefix = "dpapi:";
constexpr unsigned char formatVersion = 1;
constexpr std::size_t longestText = std::size_t{64} * 1024; ///< of a sealed secret
/// Windows mixes it into the key: what other programs seal as the same account is not opened, nor is ours by
/// them without knowing it. It is no secret.
constexpr std::string_view productMark = "bes-standby-setup: secret of an answer file";

using Bytes = std::vector<unsigned char>;

DATA_BLOB blobOf(std::span<const unsigned char> bytes) {
    auto* const data =
        const_cast<BYTE*>(bytes.data()); // NOLINT: the functions of the system do not change it
    return {static_cast<DWORD>(bytes.size()), data};
}

DATA_BLOB blobOf(std::string_view text) {
    return blobOf({reinterpret_cast<const unsigned char*>(text.data()), text.size()});
}

/// What Windows gives back: overwritten when it goes.
class Given {
public:
    Given() = default;
    Given(const Given&) = delete;
    Given& operator=(const Given&) = delete;
    ~Given() {
        if (blob_.pbData == nullptr)
            return;
        ::SecureZeroMemory(blob_.pbData, blob_.cbData);
        ::LocalFree(blob_.pbData);
    }

    [[nodiscard]] DATA_BLOB* place() { return &blob_; }
    [[nodiscard]] std::span<const unsigned char> bytes() const { return {blob_.pbData, blob_.cbData}; }

private:
    DATA_BLOB blob_{};
};

tl::unexpected<Failure> notSealed(std::string why, Remedy remedy) {
    return fail(ExitCode::failed, "secret.dpapi", "Setup can't seal the secret with a key of Windows",
                std::move(why), std::move(remedy));
}

tl::unexpected<Failure> notUnsealed(std::string why) {
    return fail(ExitCode::usage, "secret.sealed", "Can't open a secret that was sealed with a key of Windows",
                std::move(why),
                {"Seal the secret again on this computer, as the account that runs setup",
                 {},
                 "bes-standby-setup answers seal --dpapi account"});
}

} // namespace

Result<void> expectDpapi() {
    return {};
}

Result<std::string> sealWithDpapi(const Secret& secret, DpapiScope scope) {
    const DWORD flags =
        CRYPTPROTECT_UI_FORBIDDEN | (scope == DpapiScope::computer ? CRYPTPROTECT_LOCAL_MACHINE : 0);
    DATA_BLOB text = blobOf(secret.reveal());
    DATA_BLOB mark = blobOf(productMark);
    Given made;
    if (::CryptProtectData(&text, nullptr, &mark, nullptr, nullptr, flags, made.place()) == 0)
        return notSealed(systemReason(lastError()),
                         {"Log on as the account that runs setup, so that its profile is loaded, or seal "
                          "the secret with a passphrase",
                          {},
                          "bes-standby-setup answers seal"});
    Bytes bytes{formatVersion};
    bytes.insert(bytes.end(), made.bytes().begin(), made.bytes().end());
    std::string sealed = std::string(prefix) + toBase64(bytes);
    if (sealed.size() > longestText)
        return notSealed("Sealed, it has " + formatBytes(sealed.size(), Rounding::up) + ", and may have " +
                             formatBytes(longestText, Rounding::down),
                         "Choose a shorter secret");
    return sealed;
}

Result<Secret> unsealWithDpapi(std::string_view sealed) {
    if (!sealed.starts_with(prefix) || sealed.size() > longestText)
        return notUnsealed("It does not have the form of such a secret");
    const auto bytes = fromBase64(sealed.substr(prefix.size()));
    if (!bytes || bytes->size() < 2)
        return notUnsealed("It is cut off or was changed");
    if (bytes->front() != formatVersion)
        return notUnsealed("This version of setup does not support its format, or it was changed");
    DATA_BLOB encrypted = blobOf(std::span(*bytes).subspan(1));
    DATA_BLOB mark = blobOf(productMark);
    Given text;
    if (::CryptUnprotectData(&encrypted, nullptr, &mark, nullptr, nullptr, CRYPTPROTECT_UI_FORBIDDEN,
                             text.place()) == 0)
        return notUnsealed("Another account or another computer sealed it, or it was changed: " +
                           systemReason(lastError()));
    return Secret(std::string_view(reinterpret_cast<const char*>(text.bytes().data()), text.bytes().size()));
}

} // namespace bes::host
