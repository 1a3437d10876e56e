// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "media/openssl.hpp"

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

} // namespace bes::media
