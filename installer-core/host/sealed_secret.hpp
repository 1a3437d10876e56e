// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/failure.hpp"
#include "model/secret.hpp"

namespace bes::host {

/// What deriving the key costs: N = 2^logN rounds over N * r * 128 bytes of memory, p times.
struct ScryptCost {
    std::uint8_t logN = 17;
    std::uint8_t r = 8;
    std::uint8_t p = 1;
};

/// "sealed:" followed by base64 of version, scrypt parameters, salt, nonce, AES-256-GCM ciphertext and tag.
/// By default 128 MiB are needed for a moment; the parameters travel along and are bounded when read. Failure
/// secret.passphrase when the passphrase is empty.
[[nodiscard]] Result<std::string> seal(const Secret& secret, const Secret& passphrase, ScryptCost cost = {});

/// Failure secret.sealed when the passphrase is wrong or the text was changed (the two can't be told apart).
[[nodiscard]] Result<Secret> unseal(std::string_view sealed, const Secret& passphrase);

} // namespace bes::host
