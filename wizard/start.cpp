// SPDX-License-Identifier: Apache-2.0
#include "start.hpp"

#include "model/try.hpp"

namespace bes::wizard {
namespace po = boost::program_options;

po::options_description startOptions() {
    po::options_description options("Options");
    options.add_options()("answer-file", po::value<std::string>()->value_name("FILE"),
                          "Fill the pages with the answers of this file.")("help,h", "Show this help.");
    return options;
}

Result<Start> readStart(const answers::CommandLine& line, const answers::Environment& environment) {
    answers::Sources sources{line, environment, {}};
    if (const auto file = line.value("answer-file"))
        sources.file = *file;
    TRY_ASSIGN(auto answers, answers::parse(sources));
    const answers::SecretSources secrets{
        environment, answers.plainSecrets, [&]() -> Result<Secret> {
            const auto variable = environment.find(std::string(answers::passphraseVariable));
            if (variable != environment.end())
                return variable->second;
            return fail(ExitCode::usage, "secret.sealed", "A sealed secret can't be opened",
                        "its passphrase is not known", "Give the passphrase in BES_STANDBY_PASSPHRASE.");
        }};
    TRY_ASSIGN(auto database, answers::fetch(answers.request.database.password, secrets));
    TRY_ASSIGN(auto http, answers::fetch(answers.request.domino.httpPassword, secrets));
    return Start{std::move(answers.request), {std::move(database), std::move(http)}};
}

} // namespace bes::wizard
