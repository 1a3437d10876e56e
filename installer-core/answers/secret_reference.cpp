// SPDX-License-Identifier: Apache-2.0
#include "answers/secret_reference.hpp"

#include <algorithm>
#include <array>

#include "answers/fields.hpp"
#include "host/dpapi_secret.hpp"
#include "host/given_file.hpp"
#include "host/others_write.hpp"
#include "host/private_file.hpp"
#include "host/sealed_secret.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"
#include "text/visible.hpp"

namespace bes::answers {
namespace {

constexpr std::uint64_t sizeLimit = 64u << 10;
const std::string forms = "file:PATH, env:NAME, sealed:TEXT or, on Windows, dpapi:TEXT";

tl::unexpected<Failure> wrong(std::string why) {
    return fail(ExitCode::usage, "answers.invalid", "", std::move(why), "");
}

tl::unexpected<Failure> unavailable(std::string why, Remedy remedy) {
    return fail(ExitCode::usage, "secret.source", "A secret is not available", std::move(why),
                std::move(remedy));
}

bool isWholeReference(std::string_view value, std::string_view prefix) {
    return value.starts_with(prefix) && value.size() > prefix.size();
}

/// Goes into the Request as it is given. Which system can fetch it is not asked: a plan may be made
/// elsewhere.
bool staysAsGiven(std::string_view value) {
    return std::ranges::any_of(std::array{environmentPrefix, sealedPrefix, dpapiPrefix},
                               [&](auto prefix) { return isWholeReference(value, prefix); });
}

Result<Secret> fromEnvironment(const std::string& name, const Environment& environment) {
    const auto found = environment.find(name);
    if (found == environment.end() || found->second.empty())
        return unavailable("the environment variable " + shownText(name) + " is not set or empty",
                           "Set it for this program, or enter the secret as file:PATH.");
    return found->second;
}

Result<Secret> fromAnswers(const std::string& answer, const PlainSecrets& plainSecrets) {
    const auto found = plainSecrets.find(answer);
    if (found == plainSecrets.end())
        return unavailable(answer + " was given as plain text, which is not stored with the other answers",
                           "Enter it as " + forms + ".");
    return found->second;
}

Result<Secret> fromSealed(const std::string& text, const SecretSources& sources) {
    TRY_ASSIGN(const auto passphrase, sources.passphrase());
    return host::unseal(text, passphrase);
}

} // namespace

Result<std::string> takeSecret(const Given& given, bool allowPlain, PlainSecrets& plain) {
    const std::string& value = given.values.front();
    if (staysAsGiven(value))
        return value;
    if (isWholeReference(value, filePrefix))
        return std::string(filePrefix) + utf8(resolved(value.substr(filePrefix.size()), given.base));
    if (given.origin == Origin::commandLine)
        return wrong("a secret on the command line can be read by every user of this computer; give " +
                     forms);
    if (!isWholeReference(value, plainPrefix))
        return wrong("must be " + forms + " (the value is not shown)");
    if (!allowPlain)
        return wrong("plain text requires answers.allow-plain-secrets = yes; better use " + forms);
    plain[given.name] = Secret(value.substr(plainPrefix.size()));
    return std::string(plainPrefix) + given.name;
}

Result<Secret> readSecretFile(const std::filesystem::path& file) {
    TRY(host::expectNoOtherWriter(
        file, host::ownAndCallingAccounts(),
        {ExitCode::usage, "secret.others-write", "The secret in " + utf8(file) + " is not used", "", ""}));
    auto content = host::readGivenFile(file, sizeLimit);
    if (!content)
        return unavailable(utf8(file) + ": " + content.error().why,
                           "Choose a readable file with the secret in its only line.");
    if (!host::isPrivate(file))
        return unavailable("other users of this computer can read or change " + utf8(file),
                           "Run: " + host::commandForPrivacy(file));
    std::string& text = *content;
    if (text.ends_with('\n'))
        text.pop_back();
    if (text.ends_with('\r'))
        text.pop_back();
    if (text.empty() || text.find('\n') != std::string::npos)
        return unavailable(utf8(file) + (text.empty() ? " is empty" : " has more than one line"),
                           "Put the secret, and nothing else, into its only line.");
    return Secret(std::move(text));
}

Result<Secret> fetch(const SecretReference& reference, const SecretSources& sources) {
    const std::string& text = reference.text;
    if (text.empty())
        return Secret();
    if (text.starts_with(filePrefix))
        return readSecretFile(text.substr(filePrefix.size()));
    if (text.starts_with(environmentPrefix))
        return fromEnvironment(text.substr(environmentPrefix.size()), sources.environment);
    if (text.starts_with(sealedPrefix))
        return fromSealed(text, sources);
    if (text.starts_with(dpapiPrefix))
        return host::unsealWithDpapi(text);
    if (text.starts_with(plainPrefix))
        return fromAnswers(text.substr(plainPrefix.size()), sources.plainSecrets);
    return unavailable("the reference is not of the form " + forms,
                       {"Correct the password.", {{"database.password"}}});
}

} // namespace bes::answers
