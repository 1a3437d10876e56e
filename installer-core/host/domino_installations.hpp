// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "host/accounts.hpp"
#include "host/handed_on.hpp"
#include "host/root.hpp"
#include "model/fact.hpp"
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

/// Where the notes.ini of a Domino server may stand on this system, inside the root and in order; not each
/// has to be there.
[[nodiscard]] Fact<std::vector<std::filesystem::path>> placesOfNotesIni(const Root& root);

/// What Domino's own start script sets for its programs (domino.md §1.2); `path` is this process's PATH.
[[nodiscard]] Environment environmentOf(const DominoInstallation& installation, const std::string& path);

/// The account that a program which loads the library has to become. Empty: it may stay what it is, as on a
/// system where the server runs as the system's own account and nobody becomes another without a password.
[[nodiscard]] std::optional<AccountIds> accountToBecome(const DominoInstallation& installation);

/// Content of its notes.ini, which has to be a file as of FileOfOthers, of at most `limit` bytes.
[[nodiscard]] Result<std::string> readNotesIni(const Root& root, const DominoInstallation& installation,
                                               std::uint64_t limit);

} // namespace bes::host
