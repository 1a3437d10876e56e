// SPDX-License-Identifier: Apache-2.0
#include "database/sqlserver_connecting.hpp"

#include <fmt/format.h>

#include "database/server_identity.hpp"
#include "database/tds_handshake.hpp"
#include "database/tds_packets.hpp"
#include "model/try.hpp"
#include "text/quantities.hpp"

namespace bes::database {
namespace {

constexpr unsigned oldest = 9; ///< SQL Server 2005: sqlserver.md §2.1

tl::unexpected<Failure> noAnswer(const ConnectionParameters& parameters, const std::string& why) {
    return fail(ExitCode::database, "database.connect", cantBeOpened, parameters.address.place() + ": " + why,
                {"Check the name and port of the server, that it is running and accepts connections by TCP "
                 "(SQL Server Configuration Manager), and the firewalls.",
                 {{"database.server"}}});
}

tl::unexpected<Failure> tooOld(const ConnectionParameters& parameters, const TdsGreeting& greeting) {
    return fail(ExitCode::database, "database.connect", cantBeOpened,
                fmt::format("{}: the server is SQL Server {}, version {}.{}.{}: it lacks what keeps two "
                            "standbys from being installed for one primary",
                            parameters.address.place(), greeting.major == 8 ? "2000" : "7.0 or older",
                            greeting.major, greeting.minor, greeting.build),
                {"Move the database to SQL Server 2005 or newer.", {{"database.server"}}});
}

tl::unexpected<Failure> unencrypted(const DatabaseAddress& address) {
    return fail(
        notAsSecure(address, "the server has no encryption",
                    {"Install a certificate on the server (SQL Server Configuration Manager, Protocols). "
                     "If you trust the network, turn encryption off.",
                     {{"database.tls", "off"}}}));
}

tl::unexpected<Failure> oldTls(const DatabaseAddress& address, const std::string& version) {
    return fail(
        notAsSecure(address, fmt::format("the server speaks {}, nothing newer", version),
                    {"Install the updates for TLS 1.2 on the server and its Windows. If that can't be and "
                     "you trust the network, accept old TLS.",
                     {{"database.tls", "require-tls1.0"}}}));
}

Failure untrusted(const DatabaseAddress& address, const TlsLook& look) {
    if (look.names == "SSL_Self_Signed_Fallback") // sqlserver.md §1.2
        return notAsSecure(
            address,
            "the server has no certificate of its own: it makes a new one, which nobody signed, at each "
            "start",
            {"Install a certificate on the server (SQL Server Configuration Manager, Protocols). If you "
             "trust the network, do without verification.",
             {{"database.tls", "require"}}});
    return notAsSecure(
        address,
        fmt::format("certificate verify failed: {} (a certificate for {})", look.trustProblem, look.names),
        remedyOfUntrusted({}));
}

/// What is wrong with the certificate, for who wants to have it verified.
Result<void> expectTrusted(const DatabaseAddress& address, const SqlserverPlace& place, const TlsLook& look) {
    const Remedy renew("Have the certificate of the server renewed, and check the clocks of both computers.");
    switch (look.trust) {
    case TlsLook::Trust::verified:
        break;
    case TlsLook::Trust::expired:
        return fail(notAsSecure(address, "the server's certificate expired at " + look.validUntil, renew));
    case TlsLook::Trust::notYetValid:
        return fail(notAsSecure(address, "the server's certificate is not valid yet", renew));
    case TlsLook::Trust::weak:
        return fail(
            notAsSecure(address, "the server's certificate or one above it is too weak: " + look.trustProblem,
                        {"Give the server a certificate with a key of 2048 bits or more and SHA-256."}));
    case TlsLook::Trust::untrusted:
        return fail(untrusted(address, look));
    }
    if (address.tls == "verify-full" && !look.hasName)
        return fail(
            notAsSecure(address,
                        fmt::format("the server's certificate is for {}, which does not match host name {}",
                                    look.names, place.host),
                        remedyOfWrongName()));
    return {};
}

std::string silence(const ConnectionParameters& parameters, bool late) {
    return late ? fmt::format("no answer within {}: something accepts connections there and does not speak",
                              inSeconds(parameters.patience))
                : "what listens there is no SQL Server, or closed the connection";
}

/// A server that hangs or goes down does that too, so it counts as one that does not answer.
tl::unexpected<Failure> brokenOff(const ConnectionParameters& parameters, TlsLook::Broken broken) {
    if (broken == TlsLook::Broken::silence)
        return noAnswer(parameters,
                        fmt::format("no answer within {}: the server began to speak and does not go on",
                                    inSeconds(parameters.patience)));
    return fail(
        ExitCode::database, "database.connect", cantBeOpened,
        parameters.address.place() + ": the server closed the connection when encryption was to be agreed on",
        {"Look at the log of the server: it may be stopping. Otherwise check the protocols and ciphers "
         "that its Windows allows (Schannel).",
         {{"database.server"}}});
}

Result<void> expectSecure(const ConnectionParameters& parameters, const SqlserverPlace& place,
                          const TlsLook& look) {
    const DatabaseAddress& address = parameters.address;
    if (look.broken != TlsLook::Broken::no)
        return brokenOff(parameters, look.broken);
    if (!look.done)
        return fail(
            notAsSecure(address, "no encryption could be agreed on: " + look.problem,
                        {"Check the protocols and ciphers that the server's Windows allows (Schannel)."}));
    if (look.isOld && address.tls != "require-tls1.0")
        return oldTls(address, look.version);
    return verifiesServer(address) ? expectTrusted(address, place, look) : Result<void>();
}

} // namespace

Result<void> greetSqlserver(const ConnectionParameters& parameters, const SqlserverPlace& place,
                            const std::vector<std::string>& addresses, const std::string& authorities) {
    const DatabaseAddress& address = parameters.address;
    const auto deadline = std::chrono::steady_clock::now() + parameters.patience;
    const auto connection = host::TcpConnection::open(addresses, place.port, deadline);
    if (!connection)
        return noAnswer(parameters, connection.error().why);
    const bool encrypted = address.tls != "off";
    const auto wanted = encrypted ? TdsEncryption::on : TdsEncryption::loginOnly;
    const bool asked = connection->send(tdsPacket(TdsPacket::prelogin, tdsPrelogin(wanted)));
    const auto answer = asked ? receiveTds(*connection) : std::nullopt;
    const auto greeting = answer ? tdsGreeting(*answer) : std::nullopt;
    if (!greeting)
        return noAnswer(parameters, silence(parameters, !answer && connection->late()));
    if (greeting->major < oldest)
        return tooOld(parameters, *greeting);
    if (!encrypted)
        return {};
    if (greeting->encryption != TdsEncryption::on && greeting->encryption != TdsEncryption::required)
        return unencrypted(address);
    return expectSecure(parameters, place, lookAtTls(*connection, place.host, authorities));
}

} // namespace bes::database
