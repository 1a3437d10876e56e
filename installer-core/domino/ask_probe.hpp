// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "model/domino/facts.hpp"
#include "text/path_text.hpp"

namespace bes::domino {

/// What the probe is to ask, and how long it may take.
struct ProbeQuestions {
    std::filesystem::path probe;              ///< the program
    std::string primary;                      ///< name of the primary's Domino server
    std::string standby;                      ///< of this computer's, as notes.ini has it; may be empty
    std::filesystem::path root = topFolder(); ///< below it a Domino installation is looked for
    std::filesystem::path notesIni;      ///< empty: looked for; as the next a path to use now, with the root
    std::filesystem::path programFolder; ///< empty: looked for
    std::vector<Topic> topics = allTopics();
    std::chrono::milliseconds betweenReadings{250}; ///< of the replication queues
    std::chrono::seconds limit{120};                ///< for all questions together
    std::stop_token stop{};
};

/// Where the probe that belongs to this setup stands: where an installation puts it, or else beside setup, as
/// in the build folder.
[[nodiscard]] std::filesystem::path ownProbe();

/// Runs the probe. It may hang, be ended by the Notes runtime at any moment, write rubbish or not be there:
/// what was answered until then counts, the rest is unknown and says why.
[[nodiscard]] DominoFacts askProbe(const ProbeQuestions& questions);

} // namespace bes::domino
