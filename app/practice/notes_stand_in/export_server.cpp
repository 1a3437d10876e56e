// SPDX-License-Identifier: Apache-2.0
#include <cstring>

#include "call.hpp"
#include "console.hpp"
#include "exports.hpp"
#include "lmbcs.hpp"
#include "names.hpp"

namespace bes::domino::notes {
using stand_in::Call;
using stand_in::Server;

namespace {

std::string statisticsText(const Server& server, const std::string& facility, const std::string& statistic) {
    std::string text;
    for (const auto& [name, value] : server.statistics) {
        const std::size_t dot = name.find('.');
        const bool wanted =
            (facility.empty() || stand_in::toLower(name.substr(0, dot)) == stand_in::toLower(facility)) &&
            (statistic.empty() || stand_in::toLower(name.substr(dot + 1)) == stand_in::toLower(statistic));
        if (wanted)
            text.append(name).append("\t").append(value).append("\n");
    }
    if (!text.empty() && !server.statisticsEndWithLineFeed)
        text.pop_back();
    return text;
}

std::string argument(const char* text) {
    return text == nullptr ? "" : stand_in::utf8Of(text);
}

// What the right to the console makes of a command; null only asks for the right.
Code consoleRefusal(const Call& call, const Server& server, const char* command) {
    if (server.console.access != Code::none || command == nullptr)
        return server.console.access;
    const std::string words = stand_in::toLower(command);
    if (std::strlen(command) > maxConsoleCommand)
        call.panic("the command is too long");
    // The server obeys, but nobody who only checks should ask.
    if (!words.starts_with("show "))
        call.panic("the command \"" + words + "\" changes the server");
    return Code::none;
}

} // namespace

Status NSFGetServerStats(const char* server, const char* facility, const char* statistic, Handle* table,
                         DWord* size) noexcept {
    const Call call("NSFGetServerStats", server);
    if (const auto injected = call.injected())
        return *injected;
    const Server* asked = call.server(server);
    if (const auto refusal = call.refusal(asked))
        return *refusal;
    const std::string text =
        stand_in::lmbcsOf(statisticsText(*asked, argument(facility), argument(statistic)));
    if (text.empty() && asked->noStatistics)
        return call.status(*asked, *asked->noStatistics);
    call.need(size, "the variable for the size");
    *size = static_cast<DWord>(text.size());
    call.give(table, text);
    return 0;
}

Status NSFGetServerLatency(const char* server, DWord, DWord* toServer, DWord* fromServer,
                           Word* build) noexcept {
    const Call call("NSFGetServerLatency", server);
    if (const auto injected = call.injected())
        return *injected;
    const Server* asked = call.server(server);
    if (const auto refusal = call.refusal(asked))
        return *refusal;
    if (toServer != nullptr)
        *toServer = 2;
    if (fromServer != nullptr)
        *fromServer = 3;
    if (build != nullptr)
        *build = asked->build;
    return 0;
}

Status NSFRemoteConsole(const char* server, const char* command, Handle* text) noexcept {
    const Call call("NSFRemoteConsole", server);
    if (const auto injected = call.injected())
        return *injected;
    if (server == nullptr || *server == '\0')
        return static_cast<Status>(Code::badServerName);
    const Server* asked = call.server(server);
    if (const auto refusal = call.refusal(asked))
        return *refusal;
    if (const Code refusal = consoleRefusal(call, *asked, command); refusal != Code::none)
        return call.status(*asked, refusal);
    if (command == nullptr)
        return 0;
    const auto answer = stand_in::consoleAnswer(call.scenario(), *asked, stand_in::utf8Of(command));
    if (!answer)
        call.store(text, 0);
    else
        call.give(text, stand_in::lmbcsOf(*answer) + '\0');
    return 0;
}

} // namespace bes::domino::notes
