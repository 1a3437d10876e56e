// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "model/domino/questions.hpp"
#include "model/secret.hpp"

namespace bes::domino {

/// Who else can tell about the servers where the Notes C API can't.
struct FallbackSources {
    std::string primary; ///< Domino server, canonical or abbreviated
    std::string standby;
    std::filesystem::path primaryConsole; ///< file with console output of that server; empty: none
    std::filesystem::path standbyConsole;
    std::string httpUrl; ///< a Domino server of the cluster; empty: none
    std::string httpUser;
    Secret httpPassword;
    std::chrono::milliseconds limit = std::chrono::seconds(30); ///< for all that is read by HTTP
};

/// Replaces unknown answers by those of the sources, pasted text first. A yes or no is never replaced. Where
/// a source has no answer either, its reason is added to that of the unknown answer.
void fillUnknown(Replies& replies, const FallbackSources& sources);

} // namespace bes::domino
