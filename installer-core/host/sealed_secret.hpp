#pragma once

#include <string>
#include <string_view>

#include "model/failure.hpp"
#include "model/secret.hpp"

namespace bes::host {

/// "sealed:" followed by base64 of version, scrypt parameters, salt, nonce, AES-256-GCM ciphertext and tag.
/// scrypt N = 2^17, r = 8, p = 1 (128 MiB for a moment); the parameters travel along and are bounded when read.
[[nodiscard]] Result<std::string> seal(const Secret& secret, const Secret& passphrase);

/// Failure secret.sealed when the passphrase is wrong or the text was changed (the two can't be told apart).
[[nodiscard]] Result<Secret> unseal(std::string_view sealed, const Secret& passphrase);

} // namespace bes::host
