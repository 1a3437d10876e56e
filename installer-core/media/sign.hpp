// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "media/media.hpp"
#include "media/openssl.hpp"

namespace bes::media {

/// Makes detached CMS signatures (DER) that plain OpenSSL accepts:
///
///   openssl cms -verify -binary -inform DER -in media.json.p7s -content media.json -CAfile CERT.pem -out
///   /dev/null
///
/// with `-purpose any` where the certificate's extended key usage is code signing (the command's own idea is
/// mail), and
/// `-no_check_time` where it has expired.
///
/// The same text gives the same bytes: RSA with PKCS #1 v1.5 padding and SHA-256, no signed attributes and so
/// no time. Other kinds of keys are refused: ECDSA, DSA and RSA-PSS signatures differ each time, and
/// OpenSSL 3.0 makes no CMS signatures with Ed25519.
class Signer {
public:
    /// Failure media.signing-key.
    [[nodiscard]] static Result<Signer> load(const Signing& signing);

    [[nodiscard]] Result<std::string> sign(std::string_view text) const;

private:
    Signer(Key key, std::vector<Certificate> certificates);

    Key key_;
    std::vector<Certificate> certificates_; ///< that of the key first
};

} // namespace bes::media
