// SPDX-License-Identifier: Apache-2.0
#include "password.hpp"

#include <optional>

#include "host/dead_memory.hpp"
#include "host/terminal.hpp"
#include "model/try.hpp"

namespace bes::app {

Result<Secret> passphrase(const Invocation& invocation) {
    if (const auto file = invocation.line.value("passphrase-file"))
        return answers::readSecretFile(*file);
    const auto variable = invocation.environment.find(std::string(answers::passphraseVariable));
    if (variable != invocation.environment.end() && !variable->second.empty())
        return variable->second;
    return host::askSecret("Passphrase of the sealed secrets: ")
        .or_else([](Failure failure) -> Result<Secret> {
            if (failure.id == "terminal.none")
                setRemedy(failure,
                          {"Provide the passphrase in a file or in the variable BES_STANDBY_PASSPHRASE.",
                           {{"passphrase-file"}}});
            return fail(std::move(failure));
        });
}

Result<Secret> databasePassword(const Invocation& invocation, const DatabaseAddress& database,
                                const answers::PlainSecrets& plain) {
    auto password = answers::fetch(database.password,
                                   {invocation.environment, plain, [&] { return passphrase(invocation); }});
    host::overwriteDeadMemory();
    return password;
}

Result<Passwords> passwordsOf(const Invocation& invocation, const Request& request,
                              const answers::PlainSecrets& plain) {
    // once for all: it may come out of a pipe, or a person types it
    std::optional<Result<Secret>> opener;
    const answers::SecretSources sources{invocation.environment, plain, [&] {
                                             if (!opener)
                                                 opener = passphrase(invocation);
                                             return *opener;
                                         }};
    TRY_ASSIGN(auto database, answers::fetch(request.database.password, sources));
    const bool same = request.domino.httpPassword == request.database.password;
    auto http = same ? database : answers::fetch(request.domino.httpPassword, sources);
    host::overwriteDeadMemory();
    if (!http)
        return fail(std::move(http.error()));
    return Passwords{std::move(database), std::move(*http)};
}

} // namespace bes::app
