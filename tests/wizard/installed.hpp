// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "setup.hpp"
#include "standby_status.hpp"
#include "wizard/practice.hpp"

namespace bes::wizard {

/// A practice computer with the standby installed.
struct Installed {
    Installed();
    [[nodiscard]] std::optional<Receipt> receipt() const { return bes::status(practice.root())->receipt; }
    /// Removes a file that came from the media, and returns its path.
    [[nodiscard]] std::string loseFile() const;
    void inDatabase(const char* sql) const;
    /// Makes media beside the practice computer, where some of the catalogue is otherwise: pairs of path and
    /// value, as SQL. One program differs from that of the practice media.
    [[nodiscard]] std::filesystem::path makeMedia(const char* changes) const;

    Practice practice;
};

} // namespace bes::wizard
