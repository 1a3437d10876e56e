// SPDX-License-Identifier: Apache-2.0
#include "database/sqlserver_connecting.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "database/backend.hpp"
#include "text/visible.hpp"

namespace bes::database {
namespace {

/// What a name service takes; the client library's settings have one line for it.
constexpr std::size_t longestHost = 200;
constexpr std::size_t longestInstance = 64; ///< more than Windows allows

tl::unexpected<Failure> wrong(const std::string& text, const std::string& why, const std::string& answer) {
    return fail(ExitCode::database, "database.connect", cantBeOpened, shownText(text) + ' ' + why,
                {"Enter the server as SERVER, SERVER,PORT or SERVER\\INSTANCE.", {{answer}}});
}

bool takePort(std::string_view text, std::uint16_t& port) {
    while (text.starts_with(' '))
        text.remove_prefix(1);
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool right =
        error == std::errc() && end == text.data() + text.size() && number > 0 && number <= 65535;
    port = static_cast<std::uint16_t>(right ? number : 0);
    return right;
}

bool isPlain(char c) {
    return c != ' ' && c != ';' && c != '{' && c != '}' && c != '/' && static_cast<unsigned char>(c) > 0x20;
}

} // namespace

Result<SqlserverPlace> sqlserverPlace(const std::string& text, const std::string& answer) {
    std::string_view rest = text;
    if (rest.starts_with("tcp:"))
        rest.remove_prefix(4);
    if (rest.starts_with("np:") || rest.starts_with("\\\\") || rest.starts_with("lpc:"))
        return wrong(text, "is not reached by TCP", answer);
    SqlserverPlace place;
    const auto comma = rest.find(',');
    if (comma != std::string_view::npos && !takePort(rest.substr(comma + 1), place.port))
        return wrong(text, "has no port from 1 to 65535 after the comma", answer);
    rest = rest.substr(0, comma);
    const auto backslash = rest.find('\\');
    place.host = std::string(rest.substr(0, backslash));
    if (backslash != std::string_view::npos && comma == std::string_view::npos)
        place.instance = std::string(rest.substr(backslash + 1)); // with a port it means nothing
    const auto plain = [](const std::string& name) { return std::ranges::all_of(name, isPlain); };
    if (place.host.empty() || place.host.size() > longestHost || !plain(place.host) ||
        place.host.front() == '(' || place.host == ".")
        return wrong(text, "does not begin with the name of a computer", answer);
    if (place.instance.size() > longestInstance || !plain(place.instance) || rest.ends_with('\\'))
        return wrong(text, "has no name of an instance", answer);
    return place;
}

} // namespace bes::database
