// SPDX-License-Identifier: Apache-2.0
#include "media/sign.hpp"

#include <openssl/crypto.h>
#include <openssl/err.h>

#include <cstdint>
#include <new>
#include <utility>

#include "host/files.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::media {
namespace {

constexpr std::uint64_t largestPem = std::uint64_t{1} << 20U;
constexpr int smallestKey = 2048; // what verification demands (security level 2)

tl::unexpected<Failure> wrongKey(const Signing& signing, std::string why, std::string remedy) {
    return fail(ExitCode::media, "media.signing-key", "Can't sign with the key " + utf8(signing.key),
                std::move(why), std::move(remedy));
}

/// Without a passphrase: nobody sits there to be asked for it.
int noPassphrase(char* /*buffer*/, int /*size*/, int /*writing*/, void* asked) {
    *static_cast<bool*>(asked) = true;
    return -1;
}

Result<Key> readKey(const Signing& signing) {
    auto pem = host::readFile(signing.key, largestPem);
    if (!pem)
        return wrongKey(signing, pem.error().why, "Choose a readable PEM file with an RSA key.");
    ERR_clear_error();
    bool passphraseAsked = false;
    Key key(PEM_read_bio_PrivateKey(readingBio(*pem).get(), nullptr, noPassphrase, &passphraseAsked));
    OPENSSL_cleanse(pem->data(), pem->size());
    if (!key && passphraseAsked)
        return wrongKey(signing, "it is encrypted",
                        "Decrypt it in a private folder: openssl pkey -in KEY -out PLAIN");
    if (!key)
        return wrongKey(signing, "it is not a private key in PEM: " + takeOpenSslReason(),
                        "Choose a PEM file with an RSA key.");
    if (EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA)
        return wrongKey(
            signing, "it is not an RSA key, and only RSA signatures are the same each time media is created",
            "Use an RSA key: openssl req -x509 -newkey rsa:3072 -nodes -keyout KEY -out CERT -subj /CN=NAME");
    if (EVP_PKEY_get_bits(key.get()) < smallestKey)
        return wrongKey(signing, "it has only " + std::to_string(EVP_PKEY_get_bits(key.get())) + " bits",
                        "Use an RSA key with 2048 bits or more.");
    return key;
}

} // namespace

Signer::Signer(Key key, std::vector<Certificate> certificates)
    : key_(std::move(key)), certificates_(std::move(certificates)) {
}

Result<Signer> Signer::load(const Signing& signing) {
    TRY_ASSIGN(auto key, readKey(signing));
    const auto pem = host::readFile(signing.certificate, largestPem);
    if (!pem)
        return wrongKey(signing, "its certificate " + utf8(signing.certificate) + ": " + pem.error().why,
                        "Choose a readable PEM file with the certificate of the key.");
    auto certificates = readCertificates(*pem);
    if (certificates.empty())
        return wrongKey(
            signing, utf8(signing.certificate) + " has no readable certificate in PEM",
            "Choose a PEM file with the certificate of the key, and further ones of its chain after it.");
    if (X509_check_private_key(certificates.front().get(), key.get()) != 1)
        return wrongKey(
            signing, "the first certificate in " + utf8(signing.certificate) + " is that of another key",
            "Choose the certificate that belongs to the key, and further ones of its chain after it.");
    if (auto problem = problemOfUsage(*certificates.front()); !problem.empty())
        return wrongKey(signing, std::move(problem),
                        "Use a certificate for code signing, or one without limits of use.");
    return Signer(std::move(key), std::move(certificates));
}

Result<std::string> Signer::sign(std::string_view text) const {
    const auto problem = [] {
        return fail(ExitCode::media, "media.signing-key", "Can't sign media.json", takeOpenSslReason(),
                    "Use another RSA key and its certificate.");
    };
    ERR_clear_error();
    constexpr unsigned flags = CMS_BINARY | CMS_DETACHED | CMS_NOATTR | CMS_PARTIAL;
    const SignedContent content(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags));
    if (!content ||
        !CMS_add1_signer(content.get(), certificates_.front().get(), key_.get(), EVP_sha256(), flags))
        return problem();
    for (std::size_t i = 1; i < certificates_.size(); ++i)
        if (CMS_add1_cert(content.get(), certificates_[i].get()) != 1)
            return problem();
    if (CMS_final(content.get(), readingBio(text).get(), nullptr, flags) != 1)
        return problem();
    unsigned char* der = nullptr;
    const int size = i2d_CMS_ContentInfo(content.get(), &der);
    if (size <= 0)
        return problem();
    std::string signature(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
    OPENSSL_free(der);
    return signature;
}

} // namespace bes::media
