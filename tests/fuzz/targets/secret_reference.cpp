// SPDX-License-Identifier: Apache-2.0
#include "answers/secret_reference.hpp"
#include "fuzz.hpp"

namespace bes::fuzz {
namespace {

using namespace bes::answers;

void fetchIt(const std::string& reference, const PlainSecrets& plain) {
    SecretSources sources;
    sources.environment = {{"BES_PASSWORD", Secret("of the environment")}};
    sources.plainSecrets = plain;
    sources.passphrase = []() -> Result<Secret> {
        return fail(ExitCode::usage, "secret.source", "No passphrase", "there is none here", "Nothing");
    };
    const auto secret = fetch({reference}, sources);
    if (!secret)
        requireShowable(secret.error());
}

} // namespace

/// How a secret is given, and the content of a file that one may be in.
void tryInput(std::string_view input) {
    const auto [lines, content] = linesAndRest(input, 1);
    const std::filesystem::path file = scratchFile("secret", content);
    for (const Origin origin : {Origin::commandLine, Origin::environment, Origin::file}) {
        PlainSecrets plain;
        const Given given{"database.password", {lines.front()}, "the place", scratchFolder(), origin};
        const auto reference = takeSecret(given, true, plain);
        if (!reference)
            requireShowable(reference.error().why, "the reason can be shown");
        else if (!reference->starts_with(filePrefix)) // of files only ours is read
            fetchIt(*reference, plain);
        require(origin != Origin::commandLine || plain.empty(), "no plain secret from the command line");
    }
    const auto read = readSecretFile(file);
    if (!read)
        requireShowable(read.error());
    else
        require(!read->empty() && read->reveal().find('\n') == std::string::npos, "a secret is one line");
}

} // namespace bes::fuzz
