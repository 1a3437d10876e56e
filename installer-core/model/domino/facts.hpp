// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/domino/questions.hpp"

namespace bes::domino {

/// What was learnt about the Domino servers of both computers.
struct DominoFacts {
    std::string primary; ///< name of the primary's Domino server, as the configuration database has it
    std::string standby; ///< of this computer's, as notes.ini has it; empty where that is not known
    std::string library; ///< folder of the Notes C API that was used; empty where none was
    std::string account; ///< which the questions were asked under
    std::string
        probeEnded; ///< why the questions through the API were not asked to their end; empty where they were
    Replies replies;

    bool operator==(const DominoFacts&) const = default;
};

} // namespace bes::domino
