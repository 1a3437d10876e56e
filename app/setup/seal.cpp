// SPDX-License-Identifier: Apache-2.0
#include "seal.hpp"

#include <istream>

#include "host/sealed_secret.hpp"
#include "host/taken_input.hpp"
#include "host/terminal.hpp"
#include "model/try.hpp"
#include "output/document.hpp"
#include "password.hpp"

namespace bes::app {
namespace {

tl::unexpected<Failure> unusable(std::string why, std::string remedy) {
    return fail(ExitCode::usage, "secret.source", "Setup can't seal the secret", std::move(why),
                std::move(remedy));
}

/// Asked for twice: a slip of the hand would be noticed only when it is too late.
Result<Secret> askTwice(const std::string& name) {
    auto first = host::askSecret(name + ": ");
    if (!first)
        return first;
    auto again = host::askSecret(name + " again: ");
    if (!again)
        return again;
    if (first->reveal() != again->reveal())
        return unusable("the two entries differ", "Start again.");
    return first;
}

Result<Secret> secretToSeal() {
    if (host::isTerminal(host::Stream::input))
        return askTwice("Secret");
    host::TakenInput bytes;
    std::istream in(&bytes);
    std::string text;
    std::getline(in, text);
    if (in.peek() != std::istream::traits_type::eof())
        return unusable("standard input has more than one line", "Enter the secret as one line.");
    if (text.ends_with('\r'))
        text.pop_back();
    return Secret(std::move(text));
}

Result<Secret> passphraseToSealWith(const Invocation& invocation) {
    const bool given = invocation.line.has("passphrase-file") ||
                       invocation.environment.contains(std::string(answers::passphraseVariable));
    if (given || !host::isTerminal(host::Stream::input))
        return passphrase(invocation);
    return askTwice("Passphrase");
}

} // namespace

Result<ExitCode> sealSecret(const Invocation& invocation) {
    TRY_ASSIGN(const auto secret, secretToSeal());
    if (secret.empty())
        return unusable("it is empty", "Type it, or send it to standard input.");
    TRY_ASSIGN(const auto key, passphraseToSealWith(invocation));
    if (key.empty())
        return unusable("the passphrase is empty", "Enter a passphrase.");
    TRY_ASSIGN(const auto sealed, host::seal(secret, key));
    Page& page = invocation.console.out;
    if (invocation.json()) {
        Json json = document("sealed-secret");
        json["sealed"] = sealed;
        write(json, page);
    } else {
        page.stream() << sealed << '\n';
    }
    return ExitCode::success;
}

} // namespace bes::app
