// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "media/openssl.hpp"
#include "model/facts.hpp"

namespace bes::media {

/// Whom media is taken from: the certificates in the given files and folders (*.pem, *.crt and *.cer in
/// them), PEM. A certificate in it vouches for itself and for those that it signed, be it that of an
/// authority or of the signer.
struct TrustStore {
    CertificateStore certificates;
    std::size_t count = 0;
    std::vector<std::string> problems; ///< what could not be used, one sentence each
};

[[nodiscard]] TrustStore loadTrust(const std::vector<std::filesystem::path>& paths);

/// Judges a detached CMS signature (DER or PEM) over a text. Every signer in it must be trusted.
///
/// Certificates that have expired are good: media is made once and installed years later, offline, without a
/// trusted time stamp, perhaps on a computer whose clock is wrong. Who is not trusted any more is taken out
/// of the trust store, which is short and the administrator's own. Keys and digests that are weak today are
/// refused whatever their age (security level 2: RSA of 2048 bits, SHA-256).
[[nodiscard]] SignatureState judgeSignature(std::string_view text, std::string_view signature,
                                            const TrustStore& trust);

} // namespace bes::media
