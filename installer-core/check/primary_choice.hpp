// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/facts.hpp"

namespace bes::check {

/// A primary as it is offered for choice.
struct PrimaryChoice {
    Server server;
    std::string standby;   ///< "NAME on COMPUTER"; empty where it has none
    std::string whyNot;    ///< why it can't get a standby here; empty: it can, as far as these facts tell
    std::string installed; ///< name of its standby where that is installed here already

    bool operator==(const PrimaryChoice&) const = default;
};

/// All primaries of the database, in its order. Judges by the same rules as check(), but only by what is
/// known before one is chosen: name service and SRP endpoint are asked for the chosen one. Pure, and quick
/// with 10,000 of them. Empty where the database is not known.
[[nodiscard]] std::vector<PrimaryChoice> primaryChoices(const Facts& facts);

} // namespace bes::check
