// SPDX-License-Identifier: Apache-2.0
#include "database/sqlserver_connecting.hpp"

#include <charconv>

#include <fmt/format.h>

#include "database/backend.hpp"
#include "host/tcp_connection.hpp"
#include "text/quantities.hpp"

namespace bes::database {
namespace {

/// The server's computer answers at once or never.
constexpr std::chrono::seconds limit{3};

tl::unexpected<Failure> noPort(const SqlserverPlace& place, const std::string& why) {
    return fail(
        ExitCode::database, "database.connect", cantBeOpened, why,
        {fmt::format(
             "Start the service SQL Server Browser on {} and allow UDP port 1434 in the firewalls, correct "
             "the name of the instance, or enter its port instead: {},PORT.",
             place.host, place.host),
         {{"database.server"}}});
}

std::string silence(const SqlserverPlace& place, host::Unanswered why) {
    if (why == host::Unanswered::nobodyListens)
        return fmt::format("SQL Server Browser on {} (UDP port 1434) does not run, which tells at which port "
                           "the instance {} is",
                           place.host, place.instance);
    return fmt::format(
        "SQL Server Browser on {} (UDP port 1434) did not say within {} at which port the instance {} is",
        place.host, inSeconds(limit), place.instance);
}

} // namespace

std::optional<std::uint16_t> portInAnswer(std::string_view answer) {
    constexpr std::string_view before = ";tcp;";
    constexpr std::size_t head = 3; // a 5 and the length
    if (answer.size() < head || answer.front() != '\x05')
        return std::nullopt;
    const auto found = answer.find(before, head);
    if (found == std::string_view::npos)
        return std::nullopt;
    answer.remove_prefix(found + before.size());
    unsigned port = 0;
    (void)std::from_chars(answer.data(), answer.data() + answer.size(), port);
    return port > 0 && port <= 65535 ? std::optional(static_cast<std::uint16_t>(port)) : std::nullopt;
}

Result<std::uint16_t> portOfInstance(const SqlserverPlace& place, const std::vector<std::string>& addresses,
                                     std::uint16_t browserPort) {
    const std::string question = '\x04' + place.instance + '\0'; // sqlserver.md §1.3
    const auto answer = host::askByDatagram(addresses, browserPort, question, limit);
    if (!answer)
        return noPort(place, silence(place, answer.error()));
    if (const auto port = portInAnswer(*answer))
        return *port;
    return noPort(place, fmt::format("the instance {} on {} accepts no connections by TCP", place.instance,
                                     place.host));
}

} // namespace bes::database
