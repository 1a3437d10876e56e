// SPDX-License-Identifier: Apache-2.0
#include "media/verify_signature.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <new>
#include <string_view>
#include <utility>

#include <openssl/err.h>

#include "host/files.hpp"
#include "host/folder_entries.hpp"
#include "host/others_write.hpp"
#include "host/reached.hpp"
#include "text/path_text.hpp"

namespace bes::media {
namespace {

using StoreContext = std::unique_ptr<X509_STORE_CTX, Released<X509_STORE_CTX_free>>;

constexpr int securityLevel = 2;

SignedContent read(std::string_view signature) {
    const Bio bio = readingBio(signature);
    if (signature.starts_with("-----BEGIN"))
        return SignedContent(PEM_read_bio_CMS(bio.get(), nullptr, nullptr, nullptr));
    SignedContent content(d2i_CMS_bio(bio.get(), nullptr));
    return BIO_pending(bio.get()) == 0 ? std::move(content) : nullptr;
}

/// Who signed, in one line.
std::string namesOf(const STACK_OF(X509) * signers) {
    std::string names;
    for (int i = 0; i < sk_X509_num(signers); ++i)
        names += (i > 0 ? "; " : "") + subjectOf(*sk_X509_value(signers, i));
    return names;
}

bool hasStrongDigests(CMS_ContentInfo& content) {
    constexpr std::array strong{NID_sha256, NID_sha384, NID_sha512, NID_sha3_256, NID_sha3_384, NID_sha3_512};
    const STACK_OF(CMS_SignerInfo)* infos = CMS_get0_SignerInfos(&content);
    for (int i = 0; i < sk_CMS_SignerInfo_num(infos); ++i) {
        X509_ALGOR* digest = nullptr;
        CMS_SignerInfo_get0_algs(sk_CMS_SignerInfo_value(infos, i), nullptr, nullptr, &digest, nullptr);
        if (std::ranges::find(strong, OBJ_obj2nid(digest->algorithm)) == strong.end())
            return false;
    }
    return true;
}

/// Why a signer is not trusted; empty where it is.
std::string problemOfSigner(X509& signer, STACK_OF(X509) * further, const TrustStore& trust) {
    if (auto problem = problemOfUsage(signer); !problem.empty())
        return problem;
    const StoreContext context(X509_STORE_CTX_new());
    if (!context || X509_STORE_CTX_init(context.get(), trust.certificates.get(), &signer, further) != 1)
        throw std::bad_alloc();
    X509_VERIFY_PARAM* rules = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_NO_CHECK_TIME | X509_V_FLAG_PARTIAL_CHAIN);
    X509_VERIFY_PARAM_set_auth_level(rules, securityLevel);
    if (X509_verify_cert(context.get()) == 1)
        return {};
    return X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get()));
}

std::string problemOfTrust(const STACK_OF(X509) * signers, CMS_ContentInfo& content,
                           const TrustStore& trust) {
    const Certificates further(CMS_get1_certs(&content));
    for (int i = 0; i < sk_X509_num(signers); ++i)
        if (auto problem = problemOfSigner(*sk_X509_value(signers, i), further.get(), trust);
            !problem.empty())
            return "the publisher is not trusted: " + problem;
    return {};
}

constexpr std::uint64_t largestFile = std::uint64_t{4} << 20U;

/// Whom root trusts is not for others to say. Empty: nobody else can.
std::string whoElseWrites(const std::filesystem::path& path) {
    const auto own = host::expectNoOtherWriter(path, host::ownAndCallingAccounts(),
                                               {ExitCode::media, "media.trust", "", "", ""});
    return own ? "" : own.error().why + " (" + own.error().remedy + ")";
}

void addFile(TrustStore& trust, const std::filesystem::path& file) {
    const auto pem = host::readFile(file, largestFile);
    if (!pem) {
        trust.problems.push_back("the trusted certificate " + utf8(file) +
                                 " can't be read: " + pem.error().why);
        return;
    }
    const auto certificates = readCertificates(*pem);
    if (certificates.empty())
        trust.problems.push_back(utf8(file) + " has no readable certificate in PEM");
    for (const Certificate& certificate : certificates)
        if (X509_STORE_add_cert(trust.certificates.get(), certificate.get()) == 1)
            ++trust.count;
}

bool isNamedLikeCertificate(const std::filesystem::path& file) {
    constexpr std::array<std::string_view, 3> extensions{".pem", ".crt", ".cer"};
    return std::ranges::find(extensions, utf8(file.extension())) != extensions.end();
}

void addFolder(TrustStore& trust, const std::filesystem::path& folder) {
    const auto entries = host::entriesIn(folder);
    if (!entries) {
        trust.problems.push_back("the trust folder " + utf8(folder) +
                                 " can't be read: " + entries.error().why);
        return;
    }
    for (const host::FolderEntry& entry : *entries)
        if (!isNamedLikeCertificate(entry.path))
            continue;
        else if (const auto others = whoElseWrites(entry.path); others.empty())
            addFile(trust, entry.path);
        else
            trust.problems.push_back("the trusted certificate " + utf8(entry.path) +
                                     " is ignored: " + others);
}

} // namespace

SignatureState judgeSignature(std::string_view text, std::string_view signature, const TrustStore& trust) {
    SignatureState state;
    ERR_clear_error();
    const SignedContent content = read(signature);
    if (!content || CMS_get0_SignerInfos(content.get()) == nullptr || CMS_is_detached(content.get()) != 1) {
        state.problem = "the signature is not a detached CMS signature";
        ERR_clear_error();
        return state;
    }
    // First whether text and signature belong together, whoever signed, so that damage is not taken for
    // distrust.
    const bool fits = CMS_verify(content.get(), nullptr, nullptr, readingBio(text).get(), nullptr,
                                 CMS_BINARY | CMS_DETACHED | CMS_NO_SIGNER_CERT_VERIFY) == 1;
    struct FreeStackOnly {
        void operator()(STACK_OF(X509) * stack) const { sk_X509_free(stack); }
    };
    const std::unique_ptr<STACK_OF(X509), FreeStackOnly> signers(CMS_get0_signers(content.get()));
    state.signer = namesOf(signers.get());
    for (int i = 0; i < sk_X509_num(signers.get()); ++i)
        state.certificates.push_back(describe(*sk_X509_value(signers.get(), i)));
    if (!fits) {
        state.tampered = true;
        state.problem = "the manifest or its signature was changed after signing: " + takeOpenSslReason();
        return state;
    }
    if (!hasStrongDigests(*content))
        state.problem = "the signature uses an insecure digest";
    else
        state.problem = problemOfTrust(signers.get(), *content, trust);
    ERR_clear_error();
    state.trusted = state.problem.empty();
    if (!state.trusted)
        for (const std::string& problem : trust.problems)
            state.problem += "; " + problem;
    return state;
}

TrustStore loadTrust(const std::vector<std::filesystem::path>& paths) {
    TrustStore trust{CertificateStore(X509_STORE_new()), 0, {}};
    if (!trust.certificates)
        throw std::bad_alloc();
    for (const std::filesystem::path& path : paths) {
        if (const auto others = whoElseWrites(path); !others.empty()) {
            trust.problems.push_back("the trusted certificates at " + utf8(path) + " are ignored: " + others);
            continue;
        }
        const auto found = host::reached(path);
        if (!found || !*found)
            trust.problems.push_back("there are no trusted certificates in " + utf8(path) + ": " +
                                     (found ? "the folder does not exist" : found.error().why));
        else if ((*found)->folder)
            addFolder(trust, path);
        else
            addFile(trust, path);
    }
    return trust;
}

} // namespace bes::media
