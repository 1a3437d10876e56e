// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "domino/probe_protocol.hpp"
#include "unit/temporary_folder.hpp"

/// What became of a run of the probe.
struct ProbeRun {
    int exitCode = 0;
    bes::domino::ProbeReport report;
    std::vector<std::string> refusedLines; ///< lines that were no answers
    std::string errors;
};

/// A computer with the stand-in for Domino, in a folder. Domino's account is another one than ours where the
/// test runs as root.
class PracticeDomino {
public:
    /// A scenario's name, or its JSON; `library` as install-stand-in takes it.
    explicit PracticeDomino(const std::string& scenario, const std::string& library = "complete");

    /// Of the primary Mail01/Acme, with a short interval. Options that are given count instead.
    [[nodiscard]] ProbeRun probe(std::vector<std::string> options = {}) const;

    [[nodiscard]] std::filesystem::path root() const { return folder_.path() / "computer"; }
    [[nodiscard]] std::filesystem::path notesIni() const { return root() / "local/notesdata/notes.ini"; }

    /// What the stand-in has against its caller: wrong calls, leaks, no NotesTerm. Empty when all was well.
    [[nodiscard]] std::vector<std::string> complaints() const;

private:
    TemporaryFolder folder_;
};

/// Runs a program to its end; its standard output and error are kept apart.
struct Outcome {
    int exitCode = 0;
    std::string output, errors;
};
[[nodiscard]] Outcome runToEnd(const std::vector<std::string>& words);

[[nodiscard]] bool runsAsRoot();
/// The account that Domino has in a PracticeDomino.
[[nodiscard]] std::string dominoAccount();
