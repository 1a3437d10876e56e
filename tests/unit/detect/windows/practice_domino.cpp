// SPDX-License-Identifier: Apache-2.0
#include "unit/detect/practice_domino.hpp"

#include "host/registry_values.hpp"
#include "host/windows/registry.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"
#include "unit/detect/practice_site.hpp"
#include "unit/windows/this_computer.hpp"

using namespace bes;

namespace {

const RegistryKey domino{RegistryView::bits32, R"(SOFTWARE\Lotus\Domino)"};

RegistryKey keyOf(const std::string& server) {
    return {domino.view, domino.path + "\\" + server};
}

void enter(const std::string& server, const std::filesystem::path& program,
           const std::filesystem::path& data) {
    REQUIRE(host::writeRegistry({keyOf(server), "Path", utf8(program)}));
    REQUIRE(host::writeRegistry({keyOf(server), "DataPath", utf8(data)}));
}

} // namespace

ComputerWithDomino::ComputerWithDomino() {
    expectPermissionToChangeThisComputer();
    REQUIRE_FALSE(host::isThere(domino).value());
    request_.root = topFolder();
    writeText(folder_.path() / "program/nnotes.dll", "");
}

ComputerWithDomino::~ComputerWithDomino() {
    for (const std::string& server : host::subkeysOf(domino))
        ::RegDeleteKeyExW(HKEY_LOCAL_MACHINE, host::wide(keyOf(server).path).c_str(), host::viewOf(domino),
                          0);
    for (const char* key : {R"(SOFTWARE\Lotus\Domino)", R"(SOFTWARE\Lotus)"})
        (void)host::removeEmptyKey({domino.view, key});
}

std::filesystem::path ComputerWithDomino::notesIni(const std::string& server) const {
    return folder_.path() / server / "notes.ini";
}

std::filesystem::path ComputerWithDomino::elsewhere() const {
    return folder_.path() / "elsewhere/notes.ini";
}

std::filesystem::path ComputerWithDomino::now(const std::filesystem::path& notesIni) const {
    return notesIni;
}

void ComputerWithDomino::addServer(const std::string& server, const std::string& content) const {
    writeText(notesIni(server), content);
    enter(server, folder_.path() / "program", folder_.path() / server);
}

/// Of a server that was uninstalled, and of one without a notes.ini.
void ComputerWithDomino::addLeftovers() const {
    writeText(notesIni("uninstalled"), "[Notes]\n");
    enter("uninstalled", folder_.path() / "not-there", folder_.path() / "uninstalled");
    enter("unused", folder_.path() / "program", folder_.path() / "unused");
}
