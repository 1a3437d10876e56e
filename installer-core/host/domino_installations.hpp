// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "host/accounts.hpp"
#include "host/root.hpp"
#include "model/failure.hpp"

namespace bes::host {

/// A Domino server of this computer, with the paths to use now. Partitions share the program folder; each has
/// a data folder and a notes.ini of its own.
struct DominoInstallation {
    std::filesystem::path installFolder; ///< what Domino's scripts call LOTUS
    std::filesystem::path programFolder;
    std::filesystem::path library; ///< of the Notes C API
    std::filesystem::path notesIni;
    std::filesystem::path dataFolder;
    AccountIds owner; ///< of notes.ini: the account that the server runs under

    bool operator==(const DominoInstallation& other) const {
        return library == other.library && notesIni == other.notesIni;
    }
};

/// What a person named; the rest is looked for.
struct NamedDomino {
    std::optional<std::filesystem::path> programFolder;
    std::optional<std::filesystem::path> notesIni;
};

/// One for each notes.ini, in a fixed order; none where there is no Domino server. Failure
/// domino.installation where something that was named is not there.
[[nodiscard]] Result<std::vector<DominoInstallation>> findDominoInstallations(const Root& root,
                                                                              const NamedDomino& named = {});

/// Content of its notes.ini, which has to be a file as of FileOfOthers, of at most `limit` bytes.
[[nodiscard]] Result<std::string> readNotesIni(const Root& root, const DominoInstallation& installation,
                                               std::uint64_t limit);

} // namespace bes::host
