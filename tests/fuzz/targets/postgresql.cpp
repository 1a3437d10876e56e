// SPDX-License-Identifier: Apache-2.0
#include "database/postgresql_connecting.hpp"
#include "database/postgresql_failure.hpp"
#include "fuzz.hpp"
#include "loopback_server.hpp"

namespace bes::fuzz {
namespace {

database::ConnectionParameters parameters(std::uint16_t port) {
    DatabaseAddress address;
    address.backend = "postgresql";
    address.server = "127.0.0.1";
    address.port = port;
    address.name = "BESMgmt";
    address.user = "bes";
    address.tls = "off";
    return {address, Secret("word-of-the-practice"), std::chrono::seconds(1)};
}

} // namespace

/// What a PostgreSQL server says when it is called, and the words of libpq that we take apart.
void tryInput(std::string_view input) {
    static LoopbackServer server([](int socket, std::string_view said, std::size_t /*number*/) {
        if (!receiveSome(socket).empty())
            sendAll(socket, said);
    });
    static const database::ConnectionParameters wanted = parameters(server.port());
    static const Secret options = *database::postgresqlOptions(wanted);
    server.begin(input);
    if (const auto greeted = database::greetPostgresql(wanted, options); !greeted) {
        requireShowable(greeted.error());
        require(greeted.error().why.find(wanted.password.reveal()) == std::string::npos,
                "no reason has the password");
    }
    const auto state = database::sqlStateIn(input);
    require(!state || state->size() == 5, "a state has five letters");
    const std::string words = database::serverWords(input, wanted.password);
    require(words.find('\n') == std::string::npos, "a server's words are one line");
    require(words.find(wanted.password.reveal()) == std::string::npos,
            "a server's words are without the password");
    (void)database::sqlStateFailure(state.value_or("00000"), words, wanted, "It failed");
}

} // namespace bes::fuzz
