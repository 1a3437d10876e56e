// SPDX-License-Identifier: Apache-2.0
#include <istream>
#include <optional>

#include <fmt/format.h>

#include "command.hpp"
#include "commands/commands.hpp"
#include "host/dpapi_secret.hpp"
#include "host/files.hpp"
#include "host/sealed_secret.hpp"
#include "host/taken_input.hpp"
#include "host/terminal.hpp"
#include "missing_answers.hpp"
#include "model/json_text.hpp"
#include "model/try.hpp"
#include "output/document.hpp"
#include "password.hpp"
#include "text/path_text.hpp"

namespace bes::app {
namespace po = boost::program_options;

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

/// For whom Windows shall seal the secret; nothing where a passphrase does.
Result<std::optional<host::DpapiScope>> dpapiScope(const Invocation& invocation) {
    const auto wrong = [](std::string why) {
        return fail(ExitCode::usage, "command.line", "The command line of answers seal is wrong",
                    std::move(why), "See 'bes-standby-setup help answers seal'.");
    };
    const auto word = invocation.line.value("dpapi");
    if (!word)
        return std::nullopt;
    if (*word != "account" && *word != "computer")
        return wrong("--dpapi accepts account or computer");
    if (invocation.line.has("passphrase-file"))
        return wrong("--dpapi needs no passphrase, so --passphrase-file does not go with it");
    TRY(host::expectDpapi()); // before a person types the secret
    return *word == "account" ? host::DpapiScope::account : host::DpapiScope::computer;
}

Result<std::string> sealedByPassphrase(const Invocation& invocation, const Secret& secret) {
    TRY_ASSIGN(const auto key, passphraseToSealWith(invocation));
    if (key.empty())
        return unusable("the passphrase is empty", "Enter a passphrase.");
    return host::seal(secret, key);
}

/// `answers seal`
Result<ExitCode> sealSecret(const Invocation& invocation) {
    TRY_ASSIGN(const auto scope, dpapiScope(invocation));
    TRY_ASSIGN(const auto secret, secretToSeal());
    if (secret.empty())
        return unusable("it is empty", "Type it, or send it to standard input.");
    TRY_ASSIGN(const auto sealed,
               scope ? host::sealWithDpapi(secret, *scope) : sealedByPassphrase(invocation, secret));
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

Json keysDocument() {
    Json json = document("answer-keys");
    json["schema"] = schemaName("answer-file", 1);
    json["answers"] = Json::array();
    for (const answers::Answer& answer : answers::declaredAnswers())
        json["answers"].push_back({{"name", answer.name},
                                   {"variable", answers::environmentName(answer.name)},
                                   {"switch", answer.placeholder.empty()},
                                   {"help", answer.help},
                                   {"example", answer.example},
                                   {"default", answer.defaultValue},
                                   {"choices", answer.choices},
                                   {"repeatable", answer.repeatable},
                                   {"required", answer.required},
                                   {"secret", answer.secret}});
    return json;
}

Result<void> writeNewFile(const std::filesystem::path& file, const std::string& content) {
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, error)))
        return fail(ExitCode::usage, "answers.exists", "The answer file was not written",
                    utf8(file) + " already exists", "Choose a new file.");
    // references to secrets are no secrets, but they say where to look
    return host::writeDurably(file, content, 0600);
}

Result<ExitCode> answersNew(const Invocation& invocation) {
    TRY_ASSIGN(const auto answers, invocation.answers());
    Page& page = invocation.console.out;
    const std::string content = answers::formatAnswerFile(answers.request);
    if (invocation.line.arguments.empty()) {
        if (invocation.json())
            write(keysDocument(), page);
        else
            page.stream() << content;
        return ExitCode::success;
    }
    const std::string& file = invocation.line.arguments.front();
    TRY(writeNewFile(file, content));
    if (invocation.json()) {
        write(keysDocument(), page);
        return ExitCode::success;
    }
    page.line(fmt::format("{} has every key with its meaning. Fill it in, then run:", file));
    page.line(fmt::format("bes-standby-setup answers check {}", file), 2);
    return ExitCode::success;
}

Result<ExitCode> answersCheck(const Invocation& invocation) {
    const bool named = !invocation.line.arguments.empty();
    answers::Sources sources{invocation.line, invocation.environment, {}};
    if (const auto file = named ? invocation.line.arguments.front() : invocation.line.value("answer-file"))
        sources.file = *file;
    TRY_ASSIGN(const auto answers, answers::parse(sources));
    if (!answers::missingAnswers(answers.request).empty())
        return missingAnswersFailure(answers.request);
    Page& page = invocation.console.out;
    if (invocation.json()) {
        Json json = document("answers");
        json["request"] = toJson(answers.request);
        write(json, page);
        return ExitCode::success;
    }
    page.line({"The answers are complete.", Tone::good});
    page.line("'bes-standby-setup check' checks them against this computer, its database and media.");
    return ExitCode::success;
}

po::options_description sealOptions() {
    po::options_description options;
    auto add = options.add_options();
    add("passphrase-file", po::value<std::string>()->value_name("FILE"),
        "File with the passphrase in its only line. Without it: the variable "
        "BES_STANDBY_PASSPHRASE, or a question on the terminal.");
    add("dpapi", po::value<std::string>()->value_name("account|computer"),
        "Seal with a key that Windows keeps, without a passphrase. Only on Windows. 'account': only the "
        "account "
        "that sealed it can open it, on this computer. 'computer': every account of this computer can open "
        "it, which protects only against those who copy the file elsewhere.");
    return options;
}

} // namespace

std::vector<Command> answersCommands() {
    return {
        {.name = "answers new",
         .summary = "Write an answer file with every key and its meaning",
         .arguments = "[FILE]",
         .details = "Without FILE it is written to standard output. Given answers are filled in.",
         .answers = answers::allAnswers(),
         .run = answersNew,
         .onlyShowsWithoutArguments = true},
        {.name = "answers check",
         .summary = "Check an answer file: spelling, values, completeness",
         .arguments = "[FILE]",
         .details = "Environment and command line apply together with the file, as for an installation.",
         .answers = answers::allAnswers(),
         .run = answersCheck,
         .onlyShows = true},
        {.name = "answers seal",
         .summary = "Create a sealed secret for an answer file",
         .details =
             "Asks for the secret on the terminal, or takes it from standard input, and for a passphrase. "
             "Writes sealed:TEXT, which only the passphrase can open (scrypt, AES-256-GCM). On Windows, "
             "--dpapi writes dpapi:TEXT instead, which needs no passphrase and opens on this computer alone.",
         .options = sealOptions(),
         .run = sealSecret,
         .onlyShows = true},
    };
}

} // namespace bes::app
