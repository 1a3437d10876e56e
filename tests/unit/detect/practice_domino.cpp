// SPDX-License-Identifier: Apache-2.0
#include "unit/detect/practice_domino.hpp"

#include "unit/detect/practice_site.hpp"

ComputerWithDomino::ComputerWithDomino() {
    request_.root = folder_.path();
}

ComputerWithDomino::~ComputerWithDomino() = default;

std::filesystem::path ComputerWithDomino::notesIni(const std::string& server) const {
    return std::filesystem::path("/local") / server / "notes.ini";
}

std::filesystem::path ComputerWithDomino::elsewhere() const {
    return "/srv/domino/notes.ini";
}

std::filesystem::path ComputerWithDomino::now(const std::filesystem::path& notesIni) const {
    return folder_.path() / notesIni.relative_path();
}

void ComputerWithDomino::addServer(const std::string& server, const std::string& content) const {
    writeText(now(notesIni(server)), content);
}

void ComputerWithDomino::addLeftovers() const {
    writeText(folder_.path() / "local/share/README", "");
    writeText(folder_.path() / "local/file", "");
}
