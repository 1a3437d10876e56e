// SPDX-License-Identifier: Apache-2.0
#include "status_texts.hpp"

#include <map>

namespace stand_in {

std::string statusText(bes::domino::notes::Code code) {
    using bes::domino::notes::Code;
    static const std::map<Code, std::string> texts{
        {Code::isProtected, "The file or folder can't be used by this account"},
        {Code::noSuchFile, "The file is not there"},
        {Code::badServerName, "That is not the name of a server"},
        {Code::isDirectory, "That is a folder, not a database"},
        {Code::notADirectory, "That is not a folder"},
        {Code::noAccess, "The access control list of the database does not let you in"},
        {Code::notFound, "The index has no such entry"},
        {Code::serverNotFound, "There is no path to the server"},
        {Code::serverNotResponding, "The server does not respond"},
        {Code::notAuthentic, "The certificates do not match"},
        {Code::noConsoleAccessHere, "You have no right to the server's console"},
        {Code::noClusterMates, "The server has no mates in a cluster"},
        {Code::noServerAccess, "The server's access list does not let you in"},
        {Code::noConsoleAccess, "The server gives you no right to its console"},
        {Code::serverBusy, "The server is busy"},
        {Code::clusterNotConfigured, "The server is set up for no cluster"},
        {Code::serverRestricted, "The server is restricted"},
        {Code::sessionClosed, "The connection was dropped"},
        {Code::timeout, "The network took too long"},
        {Code::remoteNotResponding, "The other computer does not respond"},
        {Code::viewOnlyConsole, "A view-only administrator can't use that command"},
    };
    const auto found = texts.find(code);
    return found == texts.end() ? "" : found->second;
}

} // namespace stand_in
