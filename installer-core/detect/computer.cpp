// SPDX-License-Identifier: Apache-2.0
#include "detect/fact_of.hpp"
#include "detect/looks.hpp"
#include "host/files.hpp"
#include "host/network.hpp"
#include "host/own_process.hpp"
#include "host/root.hpp"
#include "text/path_text.hpp"

namespace bes::detect {
namespace {

constexpr std::uint64_t longestHostNameFile = 4096;

/// The first word of /etc/hostname that is no comment (hostname(5)).
std::string nameIn(const std::string& content) {
    std::size_t begin = 0;
    while (begin < content.size()) {
        const std::size_t end = std::min(content.find('\n', begin), content.size());
        const std::string line = content.substr(begin, end - begin);
        const std::size_t first = line.find_first_not_of(" \t\r");
        if (first != line.npos && line[first] != '#')
            return line.substr(first, line.find_first_of(" \t\r", first) - first);
        begin = end + 1;
    }
    return {};
}

Computer called(const std::string& name) {
    return {.name = name.substr(0, name.find('.')), .fullyQualifiedName = name, .addresses = {}};
}

/// A computer that does not run has no addresses yet.
Fact<Computer> computerOfImage(const Request& request) {
    if (!request.computer.empty())
        return called(request.computer);
    const auto content =
        host::readFile(host::Root(request.root).followed("/etc/hostname"), longestHostNameFile);
    if (!content)
        return unknownFor<Computer>(content.error());
    const std::string name = nameIn(*content);
    if (name.empty())
        return Fact<Computer>::unknown("/etc/hostname in " + utf8(request.root) + " has no name");
    return called(name);
}

} // namespace

Fact<Computer> lookAtComputer(const Request& request) {
    Fact<Computer> fact = request.onRunningSystem() ? factOf(host::thisComputer()) : computerOfImage(request);
    if (!fact.known())
        return fact;
    Computer computer = fact.value();
    computer.system = host::thisSystem();
    if (computer.system == System::windows)
        computer.setupProgram = host::ownProgramFolder() / "bes-standby-setup.exe";
    return computer;
}

} // namespace bes::detect
