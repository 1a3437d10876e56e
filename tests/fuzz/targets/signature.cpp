// SPDX-License-Identifier: Apache-2.0
#include "fuzz.hpp"
#include "media/verify_signature.hpp"

namespace bes::fuzz {
namespace {

constexpr std::string_view separator = "\n%%\n";
constexpr std::string_view text = "The manifest that was signed\n"; ///< as seeds.cpp has it

} // namespace

/// Certificates in PEM, which are trusted, and the signature of a text by who may be one of them.
void tryInput(std::string_view input) {
    const std::size_t end = std::min(input.find(separator), input.size());
    const std::string_view signature = input.substr(std::min(end + separator.size(), input.size()));
    const media::TrustStore trust = media::loadTrust({scratchFile("trust.pem", input.substr(0, end))});
    for (const std::string& problem : trust.problems)
        requireShowable(problem, "a problem of the trusted certificates can be shown");
    const SignatureState state = media::judgeSignature(text, signature, trust);
    require(state.trusted == state.problem.empty(), "what is not trusted has a problem");
    require(!state.trusted || trust.count > 0, "nobody is trusted where no certificate is");
    requireShowable(state.signer, "the signer can be shown");
    requireShowable(state.problem, "the problem can be shown");
    for (const SignerCertificate& certificate : state.certificates) {
        requireShowable(certificate.issuer, "the issuer can be shown");
        requireShowable(certificate.validFrom + certificate.validUntil, "the validity can be shown");
    }
    require(!media::judgeSignature(std::string(text) + " ", signature, trust).trusted,
            "another text is not signed");
}

} // namespace bes::fuzz
