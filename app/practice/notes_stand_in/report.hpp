// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

// What the stand-in has seen of its caller, for tests: a file of JSON lines, to which every run adds. Its
// path is in the environment variable NOTES_STAND_IN_REPORT, else it is notes-stand-in.report beside
// notes.ini. Each line has "event" and "pid":
//
// clang-format off
//   {"event": "init", "notes_ini": …}
//   {"event": "init refused", "status": …}             the run ends with that
//   {"event": "warning", "function": …, "what": …}     a real runtime would bear it, but the checks should not do it
//   {"event": "panic", "function": …, "what": …}       the call was wrong; the process was aborted after this line
//   {"event": "term", "leaks": ["memory of NSPingServer", …], "calls": {"NSPingServer": 2, …}}
//   {"event": "exit without NotesTerm"}
// clang-format on
namespace stand_in {

class Report {
public:
    Report();

    /// Where it goes if the environment does not say. Before this, and where it can't be written, it goes to
    /// standard error.
    void placeUnlessPlaced(const std::filesystem::path& path);

    void write(nlohmann::json line) const;

private:
    std::filesystem::path path_;
};

} // namespace stand_in
