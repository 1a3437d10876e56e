#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/failure.hpp"
#include "model/request.hpp"
#include "model/secret.hpp"

namespace bes::answers {

/// Lookup of an environment variable; a value so that tests need no real environment.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;
[[nodiscard]] Environment processEnvironment();

/// One answer: declared once, it is a long option, an environment variable, a key of the answer file, a help
/// line.
struct Answer {
    std::string name;                 ///< "primary.name": long option and section.key
    std::string placeholder;          ///< "NAME"; empty: a switch (yes/no in the file)
    std::string help;                 ///< one or two sentences
    std::string example;              ///< for `answers new`
    std::string defaultValue;         ///< shown; empty where there is none
    std::vector<std::string> choices; ///< allowed values; empty: any
    bool repeatable = false;          ///< comma separated in file and environment
    bool required = false;            ///< for an installation
};

/// All answers, in the order of the answer file.
[[nodiscard]] const std::vector<Answer>& declaredAnswers();

/// "primary.name" → "BES_STANDBY_PRIMARY_NAME"
[[nodiscard]] std::string environmentName(std::string_view answer);

/// Words of a command line after the command's own options were taken: later sources do not override earlier
/// ones: command line, then environment, then answer file, then default. Every wrong key and value is
/// reported at once in Failure answers.invalid (exit code usage), each with the nearest known name and, for a
/// file, its line.
struct Sources {
    std::vector<std::string> words;
    Environment environment;
    std::optional<std::filesystem::path> file;
};
[[nodiscard]] Result<Request> parse(const Sources& sources);

/// A commented answer file with every key; keys that the request sets are filled in.
[[nodiscard]] std::string formatAnswerFile(const Request& request);

/// What is missing for an installation (a required answer without a value); empty: complete.
[[nodiscard]] std::vector<std::string> missingAnswers(const Request& request);

/// Nearest of the candidates by edit distance, where one is near enough to be meant.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 const std::vector<std::string>& candidates);

/// Fetches a secret. `passphrase` is asked for only for "sealed:". Failures secret.source, secret.sealed.
[[nodiscard]] Result<Secret> fetch(const SecretReference& reference, const Environment& environment,
                                   const std::function<Result<Secret>()>& passphrase);

} // namespace bes::answers
