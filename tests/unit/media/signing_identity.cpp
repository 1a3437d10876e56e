// SPDX-License-Identifier: Apache-2.0
#include "unit/media/signing_identity.hpp"

#include <chrono>
#include <stdexcept>

#include "host/process.hpp"

namespace {

bes::host::ProcessOutcome outcomeOf(const Words& words) {
    auto outcome = bes::host::run(textsOf(words), std::chrono::seconds(60));
    if (!outcome)
        throw std::runtime_error(outcome.error().what + ": " + outcome.error().why);
    return *outcome;
}

} // namespace

std::string runWell(const Words& words) {
    const auto outcome = outcomeOf(words);
    if (outcome.exitCode != 0)
        throw std::runtime_error(words.front().text + " failed: " + outcome.errors);
    return outcome.output;
}

bool succeeds(const Words& words) {
    return outcomeOf(words).exitCode == 0;
}

bes::media::Signing makeIdentity(const std::filesystem::path& folder, const std::string& name,
                                 const std::vector<std::string>& further) {
    const bes::media::Signing identity{folder / (name + ".key"), folder / (name + ".pem")};
    Words words{"openssl", "req",         "-x509",   "-newkey",    "rsa:2048", "-nodes",
                "-subj",   "/CN=" + name, "-keyout", identity.key, "-out",     identity.certificate};
    words.insert(words.end(), further.begin(), further.end());
    runWell(words);
    return identity;
}
