// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answers/command_line.hpp"
#include "host/handed_on.hpp"
#include "model/failure.hpp"
#include "model/request.hpp"
#include "model/secret.hpp"

namespace bes::answers {

/// The environment variables that a program was started with.
using Environment = host::Variables;

/// Where the passphrase of sealed secrets may stand. Not an answer: it opens them.
inline constexpr std::string_view passphraseVariable = "BES_STANDBY_PASSPHRASE";

/// One answer: declared once, it is a long option, an environment variable, a key of the answer file, a help
/// line.
struct Answer {
    std::string name;                    ///< "primary.name": long option and section.key
    std::string alias{};                 ///< another long option for it, "root"; empty: none
    std::string placeholder{};           ///< "NAME"; empty: a switch (yes/no in the file)
    std::string help{};                  ///< one or two sentences
    std::string example{};               ///< for `answers new`
    std::string defaultValue{};          ///< shown; empty where there is none
    std::vector<std::string> choices{};  ///< allowed values; empty: any
    bool repeatable = false;             ///< may be given several times; comma separated in one text
    bool required = false;               ///< for an installation
    std::string unless{};                ///< a switch that makes it needless; empty: none
    std::vector<std::string> onlyWith{}; ///< each database.backend that it means something with; empty: any
    bool secret = false;                 ///< the value is a reference to a secret

    [[nodiscard]] bool meansSomethingWith(const std::string& backend) const {
        return onlyWith.empty() || std::ranges::find(onlyWith, backend) != onlyWith.end();
    }
};

/// All answers, in the order of the answer file.
[[nodiscard]] const std::vector<Answer>& declaredAnswers();

/// "primary.name" → "BES_STANDBY_PRIMARY_NAME"
[[nodiscard]] std::string environmentName(std::string_view answer);

/// Where answers come from. The command line goes before the environment, that before the answer file, and
/// that before the default. An empty value in environment or file is no answer.
struct Sources {
    CommandLine commandLine;
    Environment environment;
    std::optional<std::filesystem::path> file;
};

/// Secrets that stood in the answers as plain text: name of the answer → secret. They are kept beside the
/// Request, which is stored and shown; there, "plain:" and the answer's name stands for them.
using PlainSecrets = std::map<std::string, Secret>;

struct Answers {
    Request request;
    PlainSecrets plainSecrets;
};

/// Every wrong key and value is reported at once, one on each line of `why`, in Failure answers.invalid (exit
/// code usage), each with the nearest known name and, for a file, its line.
[[nodiscard]] Result<Answers> parse(const Sources& sources);

/// Takes one answer, neither repeatable nor secret, for a face that asks for each by itself; an empty text
/// stands for the default. Says what is wrong with the text, by the rules of parse(); the request is then as
/// it was.
[[nodiscard]] std::optional<std::string> takeAnswer(Request& request, std::string_view name,
                                                    const std::string& text);

/// A commented answer file with every key; keys that the request sets are filled in. Plain secrets are not.
[[nodiscard]] std::string formatAnswerFile(const Request& request);

/// What is missing for an installation (names of required answers without a value); empty: complete.
[[nodiscard]] std::vector<std::string> missingAnswers(const Request& request);

/// The database's answers as they are typed on a command line, each after a space. Neither what is the
/// default nor secrets.
[[nodiscard]] std::string typedOptions(const DatabaseAddress& database);
/// A word as it has to be typed in a shell of this system (text/shell_words.hpp), quoted where it needs it.
[[nodiscard]] std::string quotedForShell(const std::string& word);

/// Nearest of the candidates by edit distance, where one is near enough to be meant.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 const std::vector<std::string>& candidates);

/// What fetch() may look into.
struct SecretSources {
    Environment environment;
    PlainSecrets plainSecrets;
    std::function<Result<Secret>()> passphrase; ///< called only for "sealed:"
};

/// Fetches a secret. An empty reference is an empty secret. Failures secret.source, .sealed, .dpapi.
[[nodiscard]] Result<Secret> fetch(const SecretReference& reference, const SecretSources& sources);

/// The secret in a file that only its owner can read: its one line without the line break. Failure
/// secret.source.
[[nodiscard]] Result<Secret> readSecretFile(const std::filesystem::path& file);

} // namespace bes::answers
