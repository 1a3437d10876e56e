// SPDX-License-Identifier: Apache-2.0
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <set>
#include <sstream>

#include "host/files.hpp"
#include "host/linux/descriptor.hpp"
#include "host/network.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

/// A line of /proc/net/{tcp,udp}{,6}: "sl local_address rem_address st tx:rx tr:when retrnsmt uid timeout
/// inode …".
struct Socket {
    unsigned port = 0;
    std::string state;
    std::string inode;
};

Socket parseSocket(const std::string& line) {
    std::istringstream words(line);
    std::string skipped, local;
    Socket socket;
    words >> skipped >> local >> skipped >> socket.state;
    for (int column = 4; column < 9; ++column)
        words >> skipped;
    words >> socket.inode;
    const auto colon = local.rfind(':');
    if (colon != std::string::npos)
        std::istringstream(local.substr(colon + 1)) >> std::hex >> socket.port;
    return socket;
}

enum class Sockets { listening, all };

/// Inodes of sockets on the port. UDP knows no listening: every bound socket counts.
Result<std::set<std::string>> socketsOn(Protocol protocol, std::uint16_t port, Sockets wanted) {
    constexpr std::string_view listening = "0A";
    constexpr std::string_view nobodys = "0"; // a connection that ended
    const std::string table = protocol == Protocol::tcp ? "/proc/self/net/tcp" : "/proc/self/net/udp";
    std::set<std::string> inodes;
    for (const std::string& path : {table, table + "6"}) {
        if (path != table && !std::filesystem::exists(path))
            continue; // a kernel without IPv6
        TRY_ASSIGN(const auto content, readFile(path));
        std::istringstream lines(content);
        std::string line;
        std::getline(lines, line); // headings
        while (std::getline(lines, line)) {
            const Socket socket = parseSocket(line);
            const bool counts =
                protocol == Protocol::udp || wanted == Sockets::all || socket.state == listening;
            if (socket.port == port && counts && socket.inode != nobodys)
                inodes.insert(socket.inode);
        }
    }
    return inodes;
}

/// Binds for a moment, never listens: nobody can connect. As servers do with SO_REUSEADDR, so that
/// connections which ended do not count.
bool isBindable(int family, std::uint16_t port) {
    const Descriptor socket(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket.open())
        return true; // a kernel without that family
    const int yes = 1;
    ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    int bound = 0;
    if (family == AF_INET6) {
        ::setsockopt(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
        sockaddr_in6 address{};
        address.sin6_family = AF_INET6;
        address.sin6_port = htons(port);
        bound = ::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address);
    } else {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        bound = ::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address);
    }
    return bound == 0 || errno != EADDRINUSE; // who may not have such a port learns nothing
}

bool holdsOne(const std::filesystem::path& process, const std::set<std::string>& inodes) {
    std::error_code error;
    std::filesystem::directory_iterator entries(process / "fd", error);
    for (; !error && entries != std::filesystem::directory_iterator(); entries.increment(error)) {
        std::error_code gone;
        const std::string target = utf8(std::filesystem::read_symlink(entries->path(), gone));
        if (target.starts_with("socket:[") && inodes.contains(target.substr(8, target.size() - 9)))
            return true;
    }
    return false;
}

/// The lowest of the processes that have the socket: a parent has it before its children. 0: none that we may
/// look at.
int processWith(const std::set<std::string>& inodes) {
    int lowest = 0;
    std::error_code error;
    std::filesystem::directory_iterator entries("/proc", error);
    for (; !error && entries != std::filesystem::directory_iterator(); entries.increment(error)) {
        const std::string name = utf8(entries->path().filename());
        if (!std::ranges::all_of(name, [](unsigned char character) { return std::isdigit(character) != 0; }))
            continue;
        const int process = std::stoi(name);
        if ((lowest == 0 || process < lowest) && holdsOne(entries->path(), inodes))
            lowest = process;
    }
    return lowest;
}

/// The kernel cuts names after 15 letters; the command line has the whole one, unless the program rewrote it.
std::string programOf(int process) {
    const std::filesystem::path folder = "/proc/" + std::to_string(process);
    const std::string commandLine = readFile(folder / "cmdline").value_or("");
    std::string name = readFile(folder / "comm").value_or("");
    if (name.ends_with('\n'))
        name.pop_back();
    const std::string whole =
        utf8(std::filesystem::path(commandLine.substr(0, commandLine.find('\0'))).filename());
    return whole.starts_with(name) ? whole : name;
}

} // namespace

Result<std::optional<PortHolder>> portHolder(Protocol protocol, std::uint16_t port) {
    auto inodes = socketsOn(protocol, port, Sockets::listening);
    if (!inodes)
        return fail(inodes.error());
    if (inodes->empty()) {
        // what is bound and does not listen stands in no table
        if (protocol == Protocol::udp || (isBindable(AF_INET, port) && isBindable(AF_INET6, port)))
            return std::nullopt;
        inodes = socketsOn(protocol, port, Sockets::all);
        if (!inodes)
            return fail(inodes.error());
    }
    const int process = inodes->empty() ? 0 : processWith(*inodes);
    return PortHolder{process, process == 0 ? "" : programOf(process)};
}

} // namespace bes::host
