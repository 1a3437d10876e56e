// SPDX-License-Identifier: Apache-2.0
#include "status_reason.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "lmbcs.hpp"

namespace bes::probe {

using namespace domino;
using notes::Code;

namespace {

/// For runtimes that don't find their resource files (domino.md §1.2): OSLoadString is silent then.
constexpr auto ownTexts = std::to_array<std::pair<Code, const char*>>({
    {Code::isProtected, "Access to a file or folder of Domino is refused"},
    {Code::noSuchFile, "The file does not exist"},
    {Code::outOfMemory, "The runtime has no memory left"},
    {Code::badServerName, "The name of the server is not valid"},
    {Code::noNotesIni, "The runtime does not find notes.ini"},
    {Code::notADatabase, "The file is no Domino database"},
    {Code::databaseFormat, "The database has a format that this release can't read"},
    {Code::isDirectory, "A folder is where a database should be"},
    {Code::notADirectory, "A database is where a folder should be"},
    {Code::itemNotFound, "The document has no such item"},
    {Code::nothingThere, "There is no such entry"},
    {Code::noAccess, "The access control list of the database refuses this ID"},
    {Code::noSuchNamespace, "The Domino Directory lacks the view"},
    {Code::noDirectory, "There is no Domino Directory"},
    {Code::markedForDelete, "The database is marked for deletion"},
    {Code::notFound, "There is no such entry in the index"},
    {Code::notInCluster, "The server is in no cluster"},
    {Code::serverNotClustered, "The server is not in the cluster"},
    {Code::serverNotFound, "No way to the server is known"},
    {Code::serverNameChanged, "The address of the server answered under another name"},
    {Code::notImplemented, "The server is too old for this request"},
    {Code::serverNotResponding, "The server does not respond"},
    {Code::notAuthentic, "The server does not trust the certificate of this ID, or the other way round"},
    {Code::noConsoleAccessHere, "This ID may not use the server's console"},
    {Code::consoleNoResponse, "The server's console gave no response"},
    {Code::consoleNotResponding, "The server's console does not respond"},
    {Code::noClusterMates, "The server has no cluster mates"},
    {Code::reachedWrongServer, "Another server answered than the one that was asked"},
    {Code::noServerAccess, "The access list of the server refuses this ID"},
    {Code::serverRunning, "A server is running"},
    {Code::notAuthorised, "This ID is not authorised for the request"},
    {Code::noConsoleAccess, "This ID may not use the server's console"},
    {Code::consoleServerNotResponding, "The server does not respond"},
    {Code::consoleServerNoResponse, "The server gave no response"},
    {Code::serverBusy, "The server is busy"},
    {Code::clusterNotConfigured, "The server is not configured for a cluster"},
    {Code::serverRestricted, "The server is restricted"},
    {Code::sessionClosed, "The connection was closed"},
    {Code::timeout, "The server did not answer in time"},
    {Code::remoteNotResponding, "The remote system does not respond"},
    {Code::noSuchPort, "The Notes port is not available"},
    {Code::noServerInfo, "There is no Connection document for the server"},
    {Code::viewOnlyConsole, "A view-only administrator may not use this command"},
});

ReasonClass classOf(Code code) {
    switch (notes::meaningOf(code)) {
    case notes::Meaning::unreachable:
        return ReasonClass::unreachable;
    case notes::Meaning::noAccess:
        return ReasonClass::noAccess;
    case notes::Meaning::absent:
        return ReasonClass::absent;
    case notes::Meaning::notClustered:
        return ReasonClass::notClustered;
    default:
        return ReasonClass::unexpected;
    }
}

std::string ownText(Code code) {
    const auto own = std::ranges::find(ownTexts, code, &std::pair<Code, const char*>::first);
    return own == ownTexts.end() ? "No text for this code is known" : own->second;
}

/// Empty where the runtime has none.
std::string textOf(const notes::Functions& api, Code code) {
    std::array<char, 512> buffer{};
    const notes::Word length = api.OSLoadString(nullptr, static_cast<notes::Status>(code), buffer.data(),
                                                static_cast<notes::Word>(buffer.size() - 1));
    std::string text = toUtf8(api, {buffer.data(), std::min<std::size_t>(length, buffer.size() - 1)});
    while (!text.empty() && (text.back() == '.' || text.back() == ' ' || text.back() == '\n'))
        text.pop_back();
    return text;
}

} // namespace

Reason reasonInOwnWords(notes::Status status, std::string function) {
    const Code code = notes::codeOf(status);
    return {classOf(code), static_cast<std::uint16_t>(code), notes::isRemote(status), std::move(function),
            ownText(code)};
}

Reason reasonOf(const notes::Functions& api, notes::Status status, std::string function) {
    Reason reason = reasonInOwnWords(status, std::move(function));
    if (std::string text = textOf(api, notes::codeOf(status)); !text.empty())
        reason.text = std::move(text);
    return reason;
}

Reason missingFunction(const std::string& function) {
    return {ReasonClass::missingFunction, 0, false, function,
            "The Notes C API of this release has no " + function};
}

} // namespace bes::probe
