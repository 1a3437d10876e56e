// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/pem.h> // first: cms.h declares its PEM functions only after it

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/facts.hpp"

namespace bes::media {

template<auto release>
struct Released {
    template<class T>
    void operator()(T* object) const {
        release(object);
    }
};

inline void freeCertificates(STACK_OF(X509) * certificates) {
    sk_X509_pop_free(certificates, X509_free);
}

using Bio = std::unique_ptr<BIO, Released<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Released<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Released<X509_free>>;
using Certificates = std::unique_ptr<STACK_OF(X509), Released<freeCertificates>>;
using CertificateStore = std::unique_ptr<X509_STORE, Released<X509_STORE_free>>;
using SignedContent = std::unique_ptr<CMS_ContentInfo, Released<CMS_ContentInfo_free>>;

/// OpenSSL's words for what failed last, which are then forgotten.
[[nodiscard]] std::string takeOpenSslReason();

/// For reading a text, which must outlive it.
[[nodiscard]] Bio readingBio(std::string_view text);

/// The certificates of a PEM text, in order; other PEM blocks are passed over. Empty where one can't be read.
[[nodiscard]] std::vector<Certificate> readCertificates(std::string_view pem);

/// e.g. "CN=BES Media Signing,O=Example"
[[nodiscard]] std::string subjectOf(const X509& certificate);

[[nodiscard]] SignerCertificate describe(const X509& certificate);

/// Why a certificate can't sign media; empty where it can. Its extended key usage, if it has one, must allow
/// code signing, and its key usage, if it has one, digital signatures: of a company's certificates, those of
/// web servers and of people's mail can't then sign software, although all of them may come from the same
/// trusted authority.
[[nodiscard]] std::string problemOfUsage(X509& certificate);

} // namespace bes::media
