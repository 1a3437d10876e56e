// SPDX-License-Identifier: Apache-2.0
#include "media/openssl.hpp"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <array>
#include <cstdint>
#include <new>

namespace bes::media {

std::string takeOpenSslReason() {
    const unsigned long error = ERR_peek_last_error();
    ERR_clear_error();
    if (ERR_GET_REASON(error) == ERR_R_MALLOC_FAILURE)
        throw std::bad_alloc(); // which says nothing of what was looked at
    if (error == 0)
        return "no reason given";
    if (const char* reason = ERR_reason_error_string(error))
        return reason;
    std::array<char, 256> text{};
    ERR_error_string_n(error, text.data(), text.size());
    return text.data();
}

Bio readingBio(std::string_view text) {
    Bio bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
    if (!bio)
        throw std::bad_alloc();
    return bio;
}

std::vector<Certificate> readCertificates(std::string_view pem) {
    std::vector<Certificate> certificates;
    const Bio bio = readingBio(pem);
    ERR_clear_error();
    while (Certificate certificate{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)})
        certificates.push_back(std::move(certificate));
    const bool cameToTheEnd = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    if (cameToTheEnd)
        ERR_clear_error();
    else
        certificates.clear();
    return certificates;
}

std::string subjectOf(const X509& certificate) {
    const Bio bio(BIO_new(BIO_s_mem()));
    constexpr unsigned long readableUtf8 =
        XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
    if (!bio || X509_NAME_print_ex(bio.get(), X509_get_subject_name(&certificate), 0, readableUtf8) < 0)
        return "a certificate without a readable subject";
    const char* text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

std::string problemOfUsage(X509& certificate) {
    // Both give all bits where the certificate says nothing.
    if ((X509_get_extended_key_usage(&certificate) & (XKU_CODE_SIGN | XKU_ANYEKU)) == 0)
        return "its certificate is for other uses than signing software (extended key usage without code "
               "signing)";
    if ((X509_get_key_usage(&certificate) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0)
        return "its certificate is for other uses than signing (key usage without digital signature)";
    return {};
}

} // namespace bes::media
