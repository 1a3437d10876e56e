// SPDX-License-Identifier: Apache-2.0
#include "model/findings.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace bes {
namespace {

Finding made(std::string id, Severity severity, std::string title, std::string evidence, Remedy remedy,
             ExitCode code = ExitCode::blocked) {
    return {.id = std::move(id),
            .severity = severity,
            .title = std::move(title),
            .evidence = std::move(evidence),
            .remedy = std::move(remedy.text),
            .code = code,
            .answers = std::move(remedy.answers),
            .command = std::move(remedy.command)};
}

} // namespace

Finding passed(std::string id, std::string title, std::string evidence) {
    return made(std::move(id), Severity::passed, std::move(title), std::move(evidence), {});
}

Finding information(std::string id, std::string title, std::string evidence, Remedy remedy) {
    return made(std::move(id), Severity::information, std::move(title), std::move(evidence),
                std::move(remedy));
}

Finding warning(std::string id, std::string title, std::string evidence, Remedy remedy) {
    return made(std::move(id), Severity::warning, std::move(title), std::move(evidence), std::move(remedy));
}

Finding blocker(ExitCode code, std::string id, std::string title, std::string evidence, Remedy remedy) {
    return made(std::move(id), Severity::blocker, std::move(title), std::move(evidence), std::move(remedy),
                code);
}

const std::vector<std::string>& acceptableUnknowns() {
    static const std::vector<std::string> all{std::string(unknowns::oneCluster),
                                              std::string(unknowns::clusterDirectory),
                                              std::string(unknowns::clusterReplicator)};
    return all;
}

Finding unknownBlocker(ExitCode code, std::string id, std::string title, std::string evidence,
                       Remedy remedy) {
    if (std::ranges::find(acceptableUnknowns(), id) == acceptableUnknowns().end())
        throw std::logic_error("nobody could accept " + id);
    Finding finding = blocker(code, std::move(id), std::move(title), std::move(evidence), std::move(remedy));
    finding.acceptable = true;
    return finding;
}

} // namespace bes
