#include "database/postgresql_failure.hpp"
#include "database/postgresql_greeting.hpp"
#include "database/postgresql_options.hpp"
#include "fuzz.hpp"
#include "loopback_server.hpp"

namespace bes::fuzz {
namespace {

std::string_view input; // NOLINT: set before a connection is made, read after it

database::Target target(std::uint16_t port) {
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
void tryInput(std::string_view bytes) {
    static LoopbackServer server([](int socket, std::size_t /*number*/) {
        if (!receiveSome(socket).empty())
            sendAll(socket, input);
    });
    static const database::Target wanted = target(server.port());
    static const Secret options = *database::postgresqlOptions(wanted);
    input = bytes;
    server.begin();
    if (const auto greeted = database::greetPostgresql(wanted, options); !greeted) {
        requireShowable(greeted.error());
        require(greeted.error().why.find(wanted.password.reveal()) == std::string::npos,
                "no reason has the password");
    }
    const auto state = database::sqlStateIn(bytes);
    require(!state || state->size() == 5, "a state has five letters");
    const std::string words = database::serverWords(bytes);
    require(words.find('\n') == std::string::npos, "a server's words are one line");
    (void)database::sqlStateFailure(state.value_or("00000"), words, wanted, "It failed");
}

} // namespace bes::fuzz
