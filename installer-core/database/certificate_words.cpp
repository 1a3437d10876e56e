// SPDX-License-Identifier: Apache-2.0
#include "database/certificate_words.hpp"

#include <ctime>
#include <memory>

#include <openssl/x509v3.h>

#include "text/utc.hpp"
#include "text/visible.hpp"

namespace bes::database {
namespace {

constexpr std::size_t longestNames = 300;

struct FreeNames {
    void operator()(GENERAL_NAMES* names) const { GENERAL_NAMES_free(names); }
};

std::string textOf(const ASN1_STRING* text) {
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
            static_cast<std::size_t>(ASN1_STRING_length(text))};
}

/// What certificates without a list of names have.
std::string commonName(const X509& certificate) {
    const X509_NAME* const subject = X509_get_subject_name(&certificate);
    const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    return at < 0 ? std::string() : textOf(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
}

} // namespace

std::string namesOf(X509& certificate) {
    const std::unique_ptr<GENERAL_NAMES, FreeNames> names(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(&certificate, NID_subject_alt_name, nullptr, nullptr)));
    std::string text;
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME* const name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type == GEN_DNS)
            text.append(text.empty() ? "" : ", ").append(textOf(name->d.dNSName));
    }
    return shownText(text.empty() ? commonName(certificate) : text, longestNames);
}

bool isFor(X509& certificate, const std::string& host) {
    return X509_check_ip_asc(&certificate, host.c_str(), 0) == 1 ||
           X509_check_host(&certificate, host.c_str(), host.size(), 0, nullptr) == 1;
}

std::string endOf(const X509& certificate) {
    std::tm utc{};
    return ASN1_TIME_to_tm(X509_get0_notAfter(&certificate), &utc) == 1 ? utcText(utc) : "an unreadable time";
}

} // namespace bes::database
