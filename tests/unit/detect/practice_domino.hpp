// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "model/request.hpp"
#include "unit/temporary_folder.hpp"

/// A computer on which Domino servers are installed as their own setup does it: on Linux an image with data
/// folders in the usual place; on Windows the registry of the running system tells of them, as long as this
/// object lives (see unit/windows/this_computer.hpp).
class ComputerWithDomino {
public:
    ComputerWithDomino();
    ComputerWithDomino(const ComputerWithDomino&) = delete;
    ComputerWithDomino& operator=(const ComputerWithDomino&) = delete;
    ~ComputerWithDomino();

    [[nodiscard]] const bes::Request& request() const { return request_; }
    void name(const std::filesystem::path& notesIni) { request_.domino.notesIni = notesIni; }

    // As that computer sees it.
    /// Of the server with that data folder.
    [[nodiscard]] std::filesystem::path notesIni(const std::string& server) const;
    /// Where no server's is.
    [[nodiscard]] std::filesystem::path elsewhere() const;
    /// Of one of the two.
    [[nodiscard]] std::filesystem::path now(const std::filesystem::path& notesIni) const;

    void addServer(const std::string& server, const std::string& content) const;
    /// What looks like a server and is none.
    void addLeftovers() const;

private:
    TemporaryFolder folder_;
    bes::Request request_;
};
