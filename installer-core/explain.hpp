// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "history.hpp"
#include "model/facts.hpp"
#include "standby_status.hpp"

/// What a file, a unit, a port, a row of the database or an id has to do with setup. A part of the façade.
namespace bes {

/// One thing that a word means. A word can mean several: 3 is an exit code, 3101 a port.
struct Explanation {
    enum class Kind { file, unit, port, row, component, finding, failure, step, exitCode, run };

    Kind kind = Kind::file;
    std::string thing{};     ///< as it is called, "bes-router.service"
    std::string meaning{};   ///< a sentence
    std::string component{}; ///< its name; this and those below are empty where they do not apply
    std::string package{};   ///< id of the package that brought it
    std::string media{};     ///< product, version and SHA-256 of media.json
    std::string place{};     ///< of the catalogue, "components/router/services/unit"
    std::string source{};    ///< where that is from, as the catalogue says
    std::string run{};       ///< id of the run that brought it
    std::string state{};     ///< now
    std::string undo{};      ///< how it would be undone
    std::string remedy{};    ///< of an id or an exit code

    bool operator==(const Explanation&) const = default;
};

/// "file", "unit", "port", "row", "component", "finding", "failure", "step", "exit-code", "run".
[[nodiscard]] std::string_view toString(Explanation::Kind kind);

/// What is known where something is explained.
struct Known {
    const Catalog& catalog; ///< of the standby that is installed, otherwise the one that comes with setup
    const StandbyStatus& standby;
    const std::vector<PastRun>& runs;       ///< empty where they can't be read
    const Fact<DatabaseContents>& database; ///< unknown where it was not named
    std::filesystem::path root = topFolder();
};

/// Everything that the word can mean; empty where it means nothing that is known.
[[nodiscard]] std::vector<Explanation> explain(const std::string& word, const Known& known);
/// The nearest word that means something; empty where none is near.
[[nodiscard]] std::optional<std::string> nearestThing(const std::string& word, const Known& known);

} // namespace bes
