// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "domino/notes_api.hpp"
#include "unit/temporary_folder.hpp"

namespace notes = bes::domino::notes;

/// How a process that used the stand-in ended.
struct Outcome {
    int signal = 0;
    int exitCode = 0;
    std::string answer; ///< what the body returned
    std::string output; ///< what came on standard output
    std::vector<nlohmann::json> report;

    /// What the stand-in said when it ended the process; empty where it did not.
    [[nodiscard]] std::string panic() const;
    /// Leaks that NotesTerm found.
    [[nodiscard]] std::vector<std::string> leaks() const;
    [[nodiscard]] bool wasRight() const;
};

/// A folder with notes.ini and a scenario, and processes that load the stand-in with it.
class StandIn {
public:
    explicit StandIn(const char* scenario = "good");
    explicit StandIn(const nlohmann::json& scenario);

    /// In a new process: loads the library and runs the body, which gives its answer.
    [[nodiscard]] Outcome load(const std::function<std::string(notes::Functions&)>& body,
                               const std::string& build = "complete") const;
    /// The same between NotesInitExtended and NotesTerm.
    [[nodiscard]] Outcome run(const std::function<std::string(notes::Functions&)>& body) const;

    [[nodiscard]] notes::Status initialise(const notes::Functions& api) const;
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

private:
    [[nodiscard]] std::vector<nlohmann::json> takeReport() const;

    TemporaryFolder folder_;
};

[[nodiscard]] inline std::string hex(notes::Status status) {
    char text[8];
    std::snprintf(text, sizeof text, "0x%X", static_cast<unsigned>(status));
    return text;
}

/// Texts of a TEXT_LIST, whose handle is freed.
[[nodiscard]] std::vector<std::string> takeList(const notes::Functions& api, notes::Handle handle);
/// All bytes of a memory object, whose handle is freed.
[[nodiscard]] std::string takeBytes(const notes::Functions& api, notes::Handle handle, std::size_t size);
[[nodiscard]] std::string join(const std::vector<std::string>& texts);
/// Handle of a database or directory; throws the status in hexadecimal.
[[nodiscard]] notes::DatabaseHandle openDatabase(const notes::Functions& api, const char* server,
                                                 const char* path);
