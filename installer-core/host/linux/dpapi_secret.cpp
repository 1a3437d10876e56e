// SPDX-License-Identifier: Apache-2.0
#include "host/dpapi_secret.hpp"

namespace bes::host {
namespace {

tl::unexpected<Failure> onlyOnWindows(std::string what, std::string remedy) {
    return fail(ExitCode::usage, "secret.dpapi", std::move(what),
                "Windows keeps the key of such a secret, on the computer on which it was sealed",
                {std::move(remedy), {}, "bes-standby-setup answers seal"});
}

} // namespace

Result<void> expectDpapi() {
    return onlyOnWindows("Setup can't seal the secret with a key of Windows",
                         "Seal it on the Windows computer that opens it. With a passphrase a secret can be "
                         "sealed and opened on every computer");
}

Result<std::string> sealWithDpapi(const Secret& /*secret*/, DpapiScope /*scope*/) {
    return fail(expectDpapi().error());
}

Result<Secret> unsealWithDpapi(std::string_view /*sealed*/) {
    return onlyOnWindows("Can't open a secret that was sealed with a key of Windows",
                         "Use it on that computer. With a passphrase a secret can be sealed and opened on "
                         "every computer");
}

} // namespace bes::host
