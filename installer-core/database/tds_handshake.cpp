// SPDX-License-Identifier: Apache-2.0
#include "database/tds_handshake.hpp"

#include <memory>
#include <optional>

#include <openssl/err.h>
#include <openssl/ssl.h>

#include "database/certificate_words.hpp"
#include "database/tds_packets.hpp"

namespace bes::database {
namespace {

struct FreeTls {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    void operator()(SSL* tls) const { SSL_free(tls); }
    void operator()(X509* certificate) const { X509_free(certificate); }
};
using Context = std::unique_ptr<SSL_CTX, FreeTls>;
using Tls = std::unique_ptr<SSL, FreeTls>;

std::string takeReason() {
    const unsigned long code = ERR_get_error();
    const char* const words = code == 0 ? nullptr : ERR_reason_error_string(code);
    ERR_clear_error();
    return words == nullptr ? "no reason is given" : words;
}

/// Takes what no connection of setup's would be trusted to: it is only looked at.
Context anyContext(const std::string& authorities) {
    Context context(SSL_CTX_new(TLS_client_method()));
    if (!context)
        return nullptr;
    SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
    SSL_CTX_set_cipher_list(context.get(), "ALL:@SECLEVEL=0");
    SSL_CTX_set_options(context.get(), SSL_OP_LEGACY_SERVER_CONNECT);
    if (!authorities.empty())
        SSL_CTX_load_verify_file(context.get(), authorities.c_str());
    ERR_clear_error();
    return context;
}

/// TLS on memory, whose bytes go to and fro in packets.
class Handshake {
public:
    Handshake(const host::TcpConnection& connection, SSL_CTX& context, const std::string& host)
        : connection_(connection), tls_(SSL_new(&context)), in_(BIO_new(BIO_s_mem())),
          out_(BIO_new(BIO_s_mem())) {
        SSL_set_bio(tls_.get(), in_, out_); // its own from now on
        SSL_set_tlsext_host_name(tls_.get(), host.c_str());
        // weak keys and digests count as a problem of the certificate, as the client library has it
        X509_VERIFY_PARAM_set_auth_level(SSL_get0_param(tls_.get()), 1);
    }

    /// True where it came about.
    bool shake(TlsLook& look) {
        while (true) {
            const int done = SSL_connect(tls_.get());
            const int wants = SSL_get_error(tls_.get(), done);
            if (!sendAll())
                return brokenOff(look);
            if (done == 1)
                return true;
            if (wants != SSL_ERROR_WANT_READ) {
                look.problem = takeReason();
                return false;
            }
            const auto answer = receiveTds(connection_);
            if (!answer || answer->empty())
                return brokenOff(look);
            BIO_write(in_, answer->data(), static_cast<int>(answer->size()));
        }
    }

    [[nodiscard]] SSL* tls() const { return tls_.get(); }

private:
    [[nodiscard]] bool sendAll() const {
        char* bytes = nullptr;
        const long size = BIO_get_mem_data(out_, &bytes);
        if (size <= 0)
            return true;
        const bool sent = connection_.send(
            tdsPacket(TdsPacket::prelogin, std::string_view(bytes, static_cast<std::size_t>(size))));
        (void)BIO_reset(out_);
        return sent;
    }
    [[nodiscard]] bool brokenOff(TlsLook& look) const {
        look.broken = connection_.late() ? TlsLook::Broken::silence : TlsLook::Broken::closed;
        return false;
    }

    const host::TcpConnection& connection_;
    Tls tls_;
    BIO* in_;
    BIO* out_;
};

TlsLook::Trust trustOf(long result) {
    switch (result) {
    case X509_V_OK:
        return TlsLook::Trust::verified;
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return TlsLook::Trust::expired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return TlsLook::Trust::notYetValid;
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_CA_MD_TOO_WEAK:
        return TlsLook::Trust::weak;
    default:
        return TlsLook::Trust::untrusted;
    }
}

} // namespace

TlsLook lookAtTls(const host::TcpConnection& connection, const std::string& host,
                  const std::string& authorities) {
    TlsLook look;
    const Context context = anyContext(authorities);
    if (!context) {
        look.problem = takeReason();
        return look;
    }
    Handshake handshake(connection, *context, host);
    if (!handshake.shake(look))
        return look;
    const std::unique_ptr<X509, FreeTls> certificate(SSL_get1_peer_certificate(handshake.tls()));
    const long result = SSL_get_verify_result(handshake.tls());
    look.done = true;
    look.version = SSL_get_version(handshake.tls());
    look.isOld = SSL_version(handshake.tls()) < TLS1_2_VERSION;
    look.trustProblem = X509_verify_cert_error_string(result);
    if (!certificate)
        return look;
    look.trust = trustOf(result);
    look.hasName = isFor(*certificate, host);
    look.names = namesOf(*certificate);
    look.validUntil = endOf(*certificate);
    return look;
}

} // namespace bes::database
