// SPDX-License-Identifier: Apache-2.0
#include "database/server_identity.hpp"

#include <utility>

#include "host/files.hpp"
#include "host/http.hpp"
#include "host/network.hpp"
#include "host/others_write.hpp"

namespace bes::database {
Result<void> expectComplete(const DatabaseAddress& address) {
    if (address.complete())
        return {};
    return fail(ExitCode::database, "database.connect", cantBeOpened,
                "the server, the database or the account is not given",
                {"Enter the server, the database and the account.",
                 {{"database.server"}, {"database.name"}, {"database.user"}}});
}

bool verifiesServer(const DatabaseAddress& address) {
    return address.tls.starts_with("verify");
}

Result<std::string> serverAuthorities(const DatabaseAddress& address) {
    const std::string file = address.caFile.empty() ? host::trustedAuthorities() : address.caFile;
    if (file.empty())
        return fail(ExitCode::database, "database.tls", cantBeOpened,
                    "setup can't find the CA certificates that this computer trusts",
                    {"Choose the CA certificate of the server.", {{"database.ca-file"}}});
    if (auto readable = host::checkReadable(file); !readable)
        return fail(ExitCode::database, "database.tls", cantBeOpened,
                    "the CA certificate of the server can't be read: " + file + ": " + readable.error().why,
                    {"Choose a readable file with the CA certificate.", {{"database.ca-file"}}});
    auto own =
        host::expectNoOtherWriter(file, host::ownAndCallingAccounts(),
                                  {ExitCode::database, "database.tls", cantBeOpened, "",
                                   "An account that can write the CA certificates can pose as the server"});
    return own ? Result<std::string>(file) : fail(std::move(own.error()));
}

Result<std::vector<std::string>> serverAddresses(const std::string& name, std::chrono::milliseconds limit) {
    auto addresses = host::resolve(name, limit);
    if (!addresses)
        return fail(
            ExitCode::database, "database.connect", cantBeOpened,
            "the server " + name + " was not found: " + addresses.error().why,
            {"Check the name of the server and the name service of this computer.", {{"database.server"}}});
    return addresses;
}

Failure notAsSecure(const DatabaseAddress& address, const std::string& words, Remedy remedy) {
    return {ExitCode::database,
            "database.tls",
            cantBeOpened,
            "the TLS connection to " + address.place() + " is not as secure as required (" + address.tls +
                "): " + words,
            std::move(remedy.text),
            std::move(remedy.answers),
            std::move(remedy.command)};
}

Remedy remedyOfWrongName() {
    return {"Enter a server name that is in the server's certificate.", {{"database.server"}}};
}

Remedy remedyOfUntrusted(std::string show) {
    return {"Choose the CA certificate that signed the server's certificate",
            {{"database.ca-file"}},
            std::move(show)};
}

} // namespace bes::database
