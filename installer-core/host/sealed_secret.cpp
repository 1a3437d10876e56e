// SPDX-License-Identifier: Apache-2.0
#include "host/sealed_secret.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

#include "host/base64.hpp"

namespace bes::host {
namespace {

// The sealed bytes:  version, logN, r, p (one byte each) | salt | nonce | ciphertext | tag.
// Everything before the ciphertext is authenticated along with it.

using Bytes = std::vector<unsigned char>;

constexpr std::string_view prefix = "sealed:";
constexpr unsigned char formatVersion = 1;
constexpr std::size_t parametersSize = 4;
constexpr std::size_t saltSize = 16;
constexpr std::size_t nonceSize = 12;
constexpr std::size_t headerSize = parametersSize + saltSize + nonceSize;
constexpr std::size_t tagSize = 16;
constexpr std::size_t longestText = std::size_t{64} * 1024; ///< of a sealed secret that is read

// A sealed text comes from a file that anybody may have written: reading it may not take all memory or hours.
constexpr ScryptCost dearest{.logN = 19, .r = 8, .p = 4}; // 512 MiB

/// Bytes that are overwritten when they go.
class ScrubbedBytes {
public:
    explicit ScrubbedBytes(std::size_t size) : bytes_(size) {}
    ScrubbedBytes(const ScrubbedBytes&) = delete;
    ScrubbedBytes& operator=(const ScrubbedBytes&) = delete;
    ~ScrubbedBytes() { OPENSSL_cleanse(bytes_.data(), bytes_.size()); }

    [[nodiscard]] unsigned char* data() { return bytes_.data(); }
    [[nodiscard]] std::size_t size() const { return bytes_.size(); }

private:
    Bytes bytes_;
};

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

void require(bool done, const char* what) {
    if (!done)
        throw std::runtime_error(std::string("OpenSSL: ") + what);
}

int intSize(std::size_t size) {
    return static_cast<int>(size); // everything here is far shorter than 2 GiB
}

bool bearable(const ScryptCost& cost) {
    return cost.logN >= 1 && cost.logN <= dearest.logN && cost.r >= 1 && cost.r <= dearest.r && cost.p >= 1 &&
           cost.p <= dearest.p;
}

/// False when there is not enough memory for it.
bool deriveKey(ScrubbedBytes& key, const Secret& passphrase, std::span<const unsigned char> salt,
               ScryptCost cost) {
    const std::uint64_t rounds = std::uint64_t{1} << cost.logN;
    constexpr std::uint64_t memoryLimit = 1ull << 30;
    const std::string_view text = passphrase.reveal();
    return EVP_PBE_scrypt(text.data(), text.size(), salt.data(), salt.size(), rounds, cost.r, cost.p,
                          memoryLimit, key.data(), key.size()) == 1;
}

/// A cipher that has taken key, nonce and header and awaits the text; none where memory is short. `encrypt`
/// as EVP takes it.
Cipher startCipher(const Secret& passphrase, std::span<const unsigned char> header, ScryptCost cost,
                   int encrypt) {
    ScrubbedBytes key(32);
    if (!deriveKey(key, passphrase, header.subspan(parametersSize, saltSize), cost))
        return nullptr;
    Cipher cipher(EVP_CIPHER_CTX_new());
    const unsigned char* nonce = header.subspan(parametersSize + saltSize, nonceSize).data();
    int length = 0;
    require(cipher &&
                EVP_CipherInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), nonce, encrypt) ==
                    1 &&
                EVP_CipherUpdate(cipher.get(), nullptr, &length, header.data(), intSize(header.size())) == 1,
            "AES-256-GCM");
    return cipher;
}

Failure noMemory(ScryptCost cost) {
    const std::uint64_t mebibytes = ((std::uint64_t{128} * cost.r) << cost.logN) >> 20;
    return {ExitCode::failed, "secret.memory", "Can't derive a key from the passphrase",
            "That requires " + std::to_string(mebibytes) + " MiB of memory", "Free memory and try again"};
}

Failure notUnsealed(std::string why) {
    return {ExitCode::usage, "secret.sealed", "Can't open a sealed secret", std::move(why),
            "Check the passphrase. If it is correct, seal the secret again (answers seal)"};
}

} // namespace

Result<std::string> seal(const Secret& secret, const Secret& passphrase, ScryptCost cost) {
    if (passphrase.empty())
        return fail(ExitCode::usage, "secret.passphrase", "Can't seal a secret", "The passphrase is empty",
                    "Choose a passphrase");
    if (!bearable(cost))
        throw std::logic_error("seal() at a cost that unseal() refuses");
    const std::string_view text = secret.reveal();
    Bytes sealed(headerSize + text.size() + tagSize);
    const std::array parameters{formatVersion, cost.logN, cost.r, cost.p};
    std::ranges::copy(parameters, sealed.begin());
    require(RAND_bytes(sealed.data() + parametersSize, intSize(saltSize + nonceSize)) == 1, "random numbers");

    const Cipher cipher = startCipher(passphrase, std::span(sealed).first(headerSize), cost, 1);
    if (!cipher)
        return fail(noMemory(cost));
    unsigned char* const ciphertext = sealed.data() + headerSize;
    unsigned char* const tag = ciphertext + text.size();
    int length = 0;
    require(EVP_CipherUpdate(cipher.get(), ciphertext, &length,
                             reinterpret_cast<const unsigned char*>(text.data()),
                             intSize(text.size())) == 1 &&
                EVP_CipherFinal_ex(cipher.get(), tag, &length) == 1 &&
                EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, intSize(tagSize), tag) == 1,
            "AES-256-GCM");
    return std::string(prefix) + toBase64(sealed);
}

Result<Secret> unseal(std::string_view sealed, const Secret& passphrase) {
    if (!sealed.starts_with(prefix) || sealed.size() > longestText)
        return fail(notUnsealed("It does not have the form of a sealed secret"));
    auto bytes = fromBase64(sealed.substr(prefix.size()));
    if (!bytes || bytes->size() < headerSize + tagSize)
        return fail(notUnsealed("It is cut off or was changed"));
    if (bytes->front() != formatVersion)
        return fail(notUnsealed("This version of setup does not support its format, or it was changed"));
    const ScryptCost cost{(*bytes)[1], (*bytes)[2], (*bytes)[3]};
    if (!bearable(cost))
        return fail(notUnsealed("It requires more memory and time than setup allows, so it was changed"));

    const Cipher cipher = startCipher(passphrase, std::span(*bytes).first(headerSize), cost, 0);
    if (!cipher)
        return fail(noMemory(cost));
    ScrubbedBytes text(bytes->size() - headerSize - tagSize);
    unsigned char* const tag = bytes->data() + bytes->size() - tagSize;
    int length = 0;
    require(EVP_CipherUpdate(cipher.get(), text.data(), &length, bytes->data() + headerSize,
                             intSize(text.size())) == 1 &&
                EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, intSize(tagSize), tag) == 1,
            "AES-256-GCM");
    if (EVP_CipherFinal_ex(cipher.get(), tag, &length) != 1)
        return fail(notUnsealed("The passphrase is wrong, or the sealed text was changed"));
    return Secret(std::string_view(reinterpret_cast<const char*>(text.data()), text.size()));
}

} // namespace bes::host
