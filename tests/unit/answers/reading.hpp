// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>

#include <catch2/catch.hpp>

#include "answers/answers.hpp"
#include "host/root.hpp"
#include "host/safe_path.hpp"
#include "text/path_text.hpp"
#include "unit/temporary_folder.hpp"

inline bool onWindows() {
    return bes::host::thisSystem() == bes::System::windows;
}

/// They are refused on Windows: images are those of Linux computers.
inline bool isForImages(const bes::answers::Answer& answer) {
    return answer.name == "target.root" || answer.name == "standby.computer";
}

/// As an answer becomes that is an absolute path: on Windows it has a drive.
inline std::string onThisDrive(const std::filesystem::path& path) {
    return bes::utf8(std::filesystem::absolute(path));
}

/// Who may do what with a file, by the access list of a system that has no modes.
inline void setMode(const std::filesystem::path& file, std::filesystem::perms mode) {
    REQUIRE(bes::host::setRights(bes::host::Root(), file, static_cast<unsigned>(mode), std::nullopt));
}

/// Answers as a person gives them, for tests.
class AnswerReading {
public:
    /// Writes the answer file of this reading.
    AnswerReading& file(std::string_view content) {
        std::ofstream(path(), std::ios::binary) << content;
        setMode(path(), std::filesystem::perms::owner_all);
        sources.file = path();
        return *this;
    }
    AnswerReading& words(const std::vector<std::string>& line) {
        sources.commandLine = bes::answers::readCommandLine(
            line, boost::program_options::options_description(), bes::answers::allAnswers());
        return *this;
    }
    AnswerReading& variable(const std::string& name, const std::string& value) {
        sources.environment[name] = bes::Secret(value);
        return *this;
    }

    [[nodiscard]] bes::Result<bes::answers::Answers> answers() const { return bes::answers::parse(sources); }
    [[nodiscard]] bes::Request request() const {
        const auto parsed = answers();
        INFO((parsed ? "" : parsed.error().why));
        REQUIRE(parsed);
        return parsed->request;
    }
    /// What is wrong, one sentence per line.
    [[nodiscard]] std::string problems() const {
        const auto parsed = answers();
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code == bes::ExitCode::usage);
        CHECK_FALSE(parsed.error().remedy.empty());
        return parsed.error().why;
    }

    [[nodiscard]] std::filesystem::path path() const { return folder.path() / "site.ini"; }

    TemporaryFolder folder;
    bes::answers::Sources sources;
};
