// SPDX-License-Identifier: Apache-2.0
#include "media/openssl.hpp"

#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <array>
#include <cstdint>
#include <new>
#include <span>

#include "text/utc.hpp"

namespace bes::media {

std::string takeOpenSslReason() {
    const unsigned long error = ERR_peek_last_error();
    ERR_clear_error();
    if (ERR_GET_REASON(error) == ERR_R_MALLOC_FAILURE)
        throw std::bad_alloc(); // which says nothing of what was looked at
    if (error == 0)
        return "no reason reported";
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

namespace {

/// Empty where it can't be read.
std::string textOf(const X509_NAME* name) {
    const Bio bio(BIO_new(BIO_s_mem()));
    constexpr unsigned long readableUtf8 =
        XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
    if (!bio || X509_NAME_print_ex(bio.get(), name, 0, readableUtf8) < 0)
        return {};
    const char* text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

std::string textOf(const ASN1_TIME* time) {
    std::tm utc{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &utc) != 1)
        return {};
    return utcText(utc);
}

/// "3F:A0:…"
std::string colonSeparated(std::span<const unsigned char> bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const unsigned char byte : bytes)
        ((text += text.empty() ? "" : ":") += digits[byte >> 4]) += digits[byte & 0xF];
    return text;
}

std::string serialOf(const X509& certificate) {
    const std::unique_ptr<BIGNUM, Released<BN_free>> number(
        ASN1_INTEGER_to_BN(X509_get0_serialNumber(&certificate), nullptr));
    if (!number)
        return {};
    std::vector<unsigned char> bytes(static_cast<std::size_t>(BN_num_bytes(number.get())));
    BN_bn2bin(number.get(), bytes.data());
    return colonSeparated(bytes);
}

std::string fingerprintOf(const X509& certificate) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    if (X509_digest(&certificate, EVP_sha256(), digest.data(), &size) != 1)
        return {};
    return colonSeparated(std::span(digest).first(size));
}

} // namespace

std::string subjectOf(const X509& certificate) {
    std::string subject = textOf(X509_get_subject_name(&certificate));
    return subject.empty() ? "a certificate without a readable subject" : subject;
}

SignerCertificate describe(const X509& certificate) {
    return {subjectOf(certificate),
            textOf(X509_get_issuer_name(&certificate)),
            serialOf(certificate),
            fingerprintOf(certificate),
            textOf(X509_get0_notBefore(&certificate)),
            textOf(X509_get0_notAfter(&certificate))};
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
