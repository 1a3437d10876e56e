// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domino/notes_api/types.hpp"

namespace bes::domino::notes {

// What is above the code in a Status (domino.md §1.6).
constexpr Status codeMask = 0x3FFF;
constexpr Status remoteBit = 0x4000;    ///< reported by the remote server
constexpr Status displayedBit = 0x8000; ///< shown to a person already

/// The codes that the checks can meet (domino.md §2.2). Made from a Status by codeOf() only, so that none is
/// compared with its flags on.
enum class Code : Word {
    none = 0,                           ///< NOERROR
    isProtected = 0x102,                ///< ERR_PROTECTED: no access to a file or folder
    noSuchFile = 0x103,                 ///< ERR_NOEXIST
    outOfMemory = 0x107,                ///< ERR_MEMORY
    badServerName = 0x112,              ///< ERR_INV_SERVER_NAME
    noNotesIni = 0x1A5,                 ///< ERR_NO_NOTESINI
    notADatabase = 0x201,               ///< ERR_NOT_NSF
    databaseFormat = 0x219,             ///< ERR_NSF_VERSION
    isDirectory = 0x21C,                ///< ERR_DIRECTORY: a database was asked for
    notADirectory = 0x21D,              ///< ERR_NOT_DIRECTORY
    itemNotFound = 0x222,               ///< ERR_ITEM_NOT_FOUND
    nothingModified = 0x23C,            ///< ERR_NO_MODIFIED_NOTES
    nothingThere = 0x242,               ///< ERR_SPECIAL_ID, of replication history and options
    noAccess = 0x246,                   ///< ERR_NOACCESS: the access control list refuses
    noSuchNamespace = 0x309,            ///< ERR_NO_SUCH_NAMESPACE: the directory lacks the view
    noDirectory = 0x30A,                ///< ERR_NO_NAMES_FILE
    markedForDelete = 0x3CB,            ///< ERR_DB_MARKED_FOR_DELETE
    notFound = 0x404,                   ///< ERR_NOT_FOUND: not in the index
    notInCluster = 0x4D2,               ///< ERR_NOT_IN_CLUSTER
    serverNotClustered = 0x5A5,         ///< ERR_SERVER_NOT_CLUSTERED
    serverNotFound = 0x803,             ///< ERR_SERVER_NOT_FOUND: no path to the server
    serverNameChanged = 0x804,          ///< ERR_SERVER_NAME_CHANGED: the address answered under another name
    notImplemented = 0x805,             ///< ERR_NOT_IMPLEMENTED: the server is too old
    serverNotResponding = 0x807,        ///< ERR_SERVER_NOT_RESPONDING
    notAuthentic = 0x80E,               ///< ERR_NOT_AUTHENTIC: the certificates do not match
    noConsoleAccessHere = 0x812,        ///< ERR_CL_NO_REMOTE_CONSOLE_ACCESS, from the client's side
    consoleNoResponse = 0x813,          ///< ERR_CL_NO_RESPONSE
    consoleNotResponding = 0x815,       ///< ERR_CL_NOT_RESPONDING
    noClusterMates = 0x81E,             ///< ERR_CLUSTER_NOMATES: as good as an empty list
    reachedWrongServer = 0x820,         ///< ERR_REACHED_WRONG_SERVER
    noServerAccess = 0x92E,             ///< ERR_NO_SERVER_ACCESS: the server's access list refuses
    serverRunning = 0x92F,              ///< ERR_SERVER_RUNNING
    notAuthorised = 0x9AF,              ///< ERR_SERVER_NOT_AUTH, for this function
    noConsoleAccess = 0x9B1,            ///< ERR_NO_REMOTE_CONSOLE_ACCESS, from the server's side
    consoleServerNotResponding = 0x9B2, ///< ERR_SERVER_NOT_RESP
    consoleServerNoResponse = 0x9B3,    ///< ERR_SERVER_NO_RESPONSE
    serverBusy = 0x9DE,                 ///< ERR_SERVER_UNAVAILABLE: NSPingServer's list is valid nevertheless
    clusterNotConfigured = 0x9FA,       ///< ERR_CLUSTER_NOT_CONFIG
    serverRestricted = 0x9FC,           ///< ERR_SERVER_RESTRICTED: NSPingServer's list is valid nevertheless
    sessionClosed = 0xA02,              ///< ERR_SESSION_CLOSED
    timeout = 0xA07,                    ///< ERR_TIMEOUT
    remoteNotResponding = 0xA0A,        ///< ERR_NOT_RESPONDING
    noSuchPort = 0xA25,                 ///< ERR_NO_SUCH_PORT: the Notes port is not available
    noServerInfo = 0xA36,               ///< ERR_NO_SERVER_INFO: no Connection document
    viewOnlyConsole = 0x12FB,           ///< ERR_VIEW_ONLY_CONSOLE_ACCESS
};

/// ERR(): the code without the flags.
[[nodiscard]] constexpr Code codeOf(Status status) {
    return static_cast<Code>(status & codeMask);
}

[[nodiscard]] constexpr bool isRemote(Status status) {
    return (status & remoteBit) != 0;
}

/// What a code means to the checks (domino.md §2.2).
enum class Meaning { fine, unreachable, noAccess, absent, notClustered, unexpected };

[[nodiscard]] constexpr Meaning meaningOf(Code code) {
    switch (code) {
    case Code::none:
        return Meaning::fine;
    case Code::serverNotFound:
    case Code::serverNameChanged:
    case Code::serverNotResponding:
    case Code::reachedWrongServer:
    case Code::sessionClosed:
    case Code::timeout:
    case Code::remoteNotResponding:
    case Code::noSuchPort:
    case Code::noServerInfo:
    case Code::consoleServerNotResponding:
    case Code::consoleServerNoResponse:
        return Meaning::unreachable;
    case Code::noAccess:
    case Code::notAuthentic:
    case Code::noConsoleAccessHere:
    case Code::noServerAccess:
    case Code::notAuthorised:
    case Code::noConsoleAccess:
    case Code::viewOnlyConsole:
        return Meaning::noAccess;
    case Code::noSuchFile:
    case Code::notFound:
    case Code::itemNotFound:
    case Code::nothingThere:
        return Meaning::absent;
    case Code::notInCluster:
    case Code::serverNotClustered:
    case Code::noClusterMates:
    case Code::clusterNotConfigured:
        return Meaning::notClustered;
    default:
        return Meaning::unexpected;
    }
}

} // namespace bes::domino::notes
