// SPDX-License-Identifier: Apache-2.0
#include "host/http.hpp"

#include <windows.h>

#include <wincrypt.h>

#include <catch2/catch.hpp>

#include "host/library_settings.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/web_server/web_servers.hpp"

using namespace bes;
using namespace std::chrono_literals;

namespace {

/// A certificate among those of the authorities that this computer trusts, as long as this object lives.
class TrustedByComputer {
public:
    explicit TrustedByComputer(const std::string& pem)
        : store_(::CertOpenStore(CERT_STORE_PROV_SYSTEM_W, 0, 0, CERT_SYSTEM_STORE_LOCAL_MACHINE, L"ROOT")) {
        const std::string der = derOf(pem);
        REQUIRE(store_ != nullptr);
        REQUIRE(::CertAddEncodedCertificateToStore(
                    store_, X509_ASN_ENCODING, reinterpret_cast<const BYTE*>(der.data()),
                    static_cast<DWORD>(der.size()), CERT_STORE_ADD_REPLACE_EXISTING, &certificate_) != 0);
    }
    TrustedByComputer(const TrustedByComputer&) = delete;
    TrustedByComputer& operator=(const TrustedByComputer&) = delete;
    ~TrustedByComputer() {
        ::CertDeleteCertificateFromStore(certificate_);
        ::CertCloseStore(store_, 0);
    }

private:
    static std::string derOf(const std::string& pem) {
        std::string der(pem.size(), '\0');
        auto size = static_cast<DWORD>(der.size());
        REQUIRE(::CryptStringToBinaryA(pem.c_str(), 0, CRYPT_STRING_BASE64HEADER,
                                       reinterpret_cast<BYTE*>(der.data()), &size, nullptr, nullptr) != 0);
        der.resize(size);
        return der;
    }

    HCERTSTORE store_;
    PCCERT_CONTEXT certificate_ = nullptr;
};

/// "read", or the id of the failure.
std::string outcomeOf(const host::HttpRequest& request) {
    const auto answer = host::fetch(request);
    return answer ? "read" : answer.error().id;
}

} // namespace

TEST_CASE("A server is trusted by the authorities of the computer where no file of others is named") {
    const WebServers servers;
    host::HttpRequest request{servers.url("good"), "", Secret()};
    request.limit = 20s;
    host::removeVariable("SSL_CERT_FILE");
    CHECK(outcomeOf(request) == "http.tls");
    {
        const TrustedByComputer trusted(contentOf(servers.authority()));
        CHECK(outcomeOf(request) == "read");
        host::setVariable("SSL_CERT_FILE", (servers.authority().parent_path() / "stranger.pem").string());
        CHECK(outcomeOf(request) == "http.tls"); // that file's alone
        host::removeVariable("SSL_CERT_FILE");
    }
    CHECK(outcomeOf(request) == "http.tls");
}
