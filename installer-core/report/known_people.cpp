// SPDX-License-Identifier: Apache-2.0
#include "report/known_people.hpp"

#include <charconv>
#include <string>
#include <vector>

namespace bes::report {
namespace {

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (std::size_t end = text.find(at); end != std::string_view::npos; end = text.find(at)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

/// "CN=Mail01/O=Acme" → "Mail01/Acme"
std::string abbreviated(std::string_view name) {
    std::string text;
    for (const std::string_view part : split(name, '/')) {
        const std::size_t equals = part.find('=');
        text.append(text.empty() ? "" : "/")
            .append(part.substr(equals == std::string_view::npos ? 0 : equals + 1));
    }
    return text;
}

void keepDominoServer(People& people, const std::string& name) {
    people.keep(name);
    people.keep(abbreviated(name));
    people.keep(abbreviated(name.substr(0, name.find('/'))));
}

void keepReplies(People& people, const domino::DominoFacts& facts) {
    keepDominoServer(people, facts.primary);
    keepDominoServer(people, facts.standby);
    people.keep(facts.account);
    domino::Replies replies = facts.replies;
    for (const domino::Question& question : domino::allQuestions())
        domino::visitReply(replies, question, [&]<class T>(const domino::Reply<T>& reply) {
            if (!reply.value)
                return;
            if constexpr (std::is_same_v<T, domino::LiveCluster>)
                for (const std::string& member : reply.value->members)
                    keepDominoServer(people, member);
            if constexpr (std::is_same_v<T, domino::ClusterMates>)
                for (const std::string& mate : reply.value->mates)
                    keepDominoServer(people, mate);
            if constexpr (std::is_same_v<T, domino::ServerDocument>)
                keepDominoServer(people, reply.value->name);
            if constexpr (std::is_same_v<T, domino::Identity>)
                keepDominoServer(people, reply.value->serverName);
        });
}

/// Below it stand the accounts of the system (login.defs).
constexpr unsigned firstPerson = 1000;
constexpr unsigned nobody = 65534;

} // namespace

void keepServers(People& people, const Facts& facts) {
    if (facts.computer.known())
        for (const std::string& name :
             {facts.computer.value().name, facts.computer.value().fullyQualifiedName})
            people.keep(name);
    if (facts.database.known())
        for (const Server& server : facts.database.value().servers) {
            for (const std::string& name : {server.name, server.computer, server.fullyQualifiedName})
                people.keep(name);
            keepDominoServer(people, server.dominoServer);
        }
    if (facts.notesIni.known() && facts.notesIni.value())
        keepDominoServer(people, facts.notesIni.value()->serverName);
    if (facts.domino.known())
        keepReplies(people, facts.domino.value());
}

void keepServers(People& people, const Receipt& receipt) {
    for (const std::string& name : {receipt.primary, receipt.standby, receipt.computer})
        people.keep(name);
    keepDominoServer(people, receipt.primaryDominoServer);
    keepAccounts(people, receipt.request);
}

void keepAccounts(People& people, const Request& request) {
    people.keep(request.serviceAccount);
    for (const std::string& name : {request.primary, request.standbyName(), request.computer,
                                    request.database.server, request.database.name})
        people.keep(name);
    for (const char* account : {"root", "nobody", "Administrator", "SYSTEM"})
        people.keep(account);
}

void knowAccounts(People& people, std::string_view passwd) {
    for (const std::string_view line : split(passwd, '\n')) {
        const auto fields = split(line, ':');
        if (fields.size() < 7)
            continue;
        unsigned number = 0;
        std::from_chars(fields[2].data(), fields[2].data() + fields[2].size(), number);
        if (number >= firstPerson && number != nobody)
            people.know({fields[0], fields[4].substr(0, fields[4].find(','))});
        else
            people.keep(fields[0]);
    }
}

void knowAccounts(People& people, const Facts& facts) {
    if (facts.others.known())
        for (const ThingOfOthers& thing : facts.others.value())
            people.know({thing.owner});
    if (facts.logFolder.known())
        people.know({facts.logFolder.value().owner});
}

void knowAccounts(People& people, const Request& request) {
    people.know({request.domino.httpUser});
    people.know({request.database.user});
}

void knowUser(People& people, std::string_view displayName, std::string_view address,
              std::string_view mailbox, std::string_view stateDatabase) {
    std::string_view file = stateDatabase.substr(stateDatabase.find_last_of("/\\") + 1);
    file = file.substr(0, file.rfind('.'));
    people.know({displayName, address, mailbox, abbreviated(mailbox), file});
}

} // namespace bes::report
