// SPDX-License-Identifier: Apache-2.0
#include "domino/http_directory.hpp"
#include "fuzz.hpp"
#include "loopback_server.hpp"

namespace bes::fuzz {
namespace {

constexpr std::string_view separator = "\n%%\n"; ///< between the answers to one request and the next
constexpr const char* password = "word-of-the-practice";

std::string_view answer(std::string_view rest, std::size_t number) {
    for (; number > 0 && rest.find(separator) != std::string_view::npos; --number)
        rest.remove_prefix(rest.find(separator) + separator.size());
    return rest.substr(0, rest.find(separator));
}

} // namespace

/// What a web server answers, with all its headers.
void tryInput(std::string_view input) {
    static LoopbackServer server([](int socket, std::string_view said, std::size_t number) {
        if (!receiveSome(socket).empty())
            sendAll(socket, answer(said, number));
    });
    server.begin(input);
    const domino::DirectoryList list =
        domino::readHttpDirectory({"http://127.0.0.1:" + std::to_string(server.port()), "setup",
                                   Secret(password), std::chrono::seconds(1)});
    require(!list.problem || list.rows.empty(), "where something is wrong, nothing is taken");
    if (list.problem) {
        requireShowable(list.problem->text, "what is wrong can be shown");
        require(list.problem->text.find(password) == std::string::npos, "no reason has the password in it");
    }
    for (const domino::DirectoryRow& row : list.rows) {
        requireShowable(row.server, "the name of a server can be shown");
        requireShowable(row.cluster, "the name of a cluster can be shown");
    }
}

} // namespace bes::fuzz
