// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domino/notes_api/types.hpp"

namespace bes::domino::notes {

// Sizes of buffers, each with the closing NUL (domino.md §1.4, §1.5, §2.1, §2.4, §2.7).
constexpr std::size_t maxUserName = 256;          ///< MAXUSERNAME
constexpr std::size_t currentUserNameSize = 257;  ///< of SECKFMGetUserName
constexpr std::size_t maxPath = 256;              ///< MAXPATH
constexpr std::size_t maxEnvironmentValue = 256;  ///< MAXENVVALUE: longer values of notes.ini may be cut
constexpr std::size_t maxConsoleCommand = 256;    ///< MAX_CONSOLE_CMD_LEN
constexpr std::size_t databaseInfoSize = 128;     ///< of NSFDbInfoGet
constexpr DWord noTicks = 0xFFFFFFFF;             ///< TimeDate::ticks of a TimeDate without a time
constexpr DWord julianDayMask = 0x00FFFFFF;       ///< of TimeDate::day
constexpr DWord julianDayOfUnixEpoch = 2'440'588; ///< seconds = (day − this) · 86400 + ticks / 100

/// Modes of OSTranslate (domino.md §1.6). Lengths are 16 bits wide; the result has no NUL to rely on.
enum class Translation : Word {
    nativeToLmbcs = 0,
    lmbcsToNative = 1,
    toUpper = 3,
    toLower = 4,
    lmbcsToUtf16 = 20,
    lmbcsToUtf8 = 22,
    utf16ToLmbcs = 23,
    utf8ToLmbcs = 24,
};

// Flags of NSGetServerClusterMates (domino.md §2.1).
constexpr DWord clusterLookupNoCache = 1;   ///< CLUSTER_LOOKUP_NOCACHE
constexpr DWord clusterLookupCacheOnly = 2; ///< CLUSTER_LOOKUP_CACHEONLY

// Flags of NAMELookup (domino.md §2.6).
constexpr Word lookupWholeView = 0x1;      ///< names = ""
constexpr Word lookupFirstDirectory = 0x2; ///< only the first directory that has the view

/// Results of NSFDbModeGet (domino.md §2.4).
enum class DatabaseMode : Word { database = 1, directory = 2 };

/// Parts for NSFDbInfoParse (domino.md §2.4).
enum class DatabaseInfo : Word { title = 0, categories = 1, isTemplate = 2, inheritsFrom = 3 };

// Options of NSFDbGetOptions (domino.md §2.4).
constexpr DWord databaseOutOfService = 0x400;
constexpr DWord databaseMarkedForDelete = 0x1000;

// ReplicaInfo::flags (domino.md §2.4). The first two mean that the database does not replicate.
constexpr Word replicaDisabled = 0x4;
constexpr Word replicaNever = 0x100;
constexpr Word replicaIgnoreDeletes = 0x10;
constexpr Word replicaDoNotCatalogue = 0x40;
constexpr Word replicaCutoffDelete = 0x80;
constexpr Word replicaAbstracts = 0x200;
constexpr Word replicaDoNotBrowse = 0x400;
constexpr Word replicaNoChronos = 0x800;
constexpr Word replicaPriorityMask = 0xC000;

// Flags of NSFDbGetReplHistorySummary, and its directions (domino.md §2.4).
constexpr DWord historyWithoutWildcards = 1;
constexpr DWord historySortedByDate = 2;
constexpr DWord historyOnlyComplete = 4;
enum class ReplicationDirection : Word { never = 0, send = 1, receive = 2 };

// NSFSearch (domino.md §2.5).
constexpr Word searchSummary = 0x2; ///< SEARCH_SUMMARY
constexpr Word searchFiletype =
    0x4; ///< SEARCH_FILETYPE: the mask is one of files, the handle one of a directory
constexpr Byte searchMatches = 0x1; ///< SearchMatch::flags: without it the entry is none
constexpr Word fileAny = 0;
constexpr Word fileReplicable = 1;
constexpr Word fileNsf = 4;       ///< any .ns?
constexpr Word fileTemplate = 5;  ///< any .nt?
constexpr Word fileDirectory = 7; ///< directories only
constexpr Word fileAnyNotes = 10;
constexpr Word fileTypeMask = 0xFF;
constexpr Word fileLinksOnly = 0x1000;
constexpr Word fileRecurse = 0x2000;
constexpr Word fileWithoutParent = 0x4000; ///< no ".."
constexpr Word fileWithDirectories = 0x8000;

/// Types at the start of an item's value (domino.md §2.5).
enum class ValueType : Word { number = 0x300, time = 0x400, text = 0x500, textList = 0x501 };

// Views (domino.md §2.6).
constexpr Word noteClassDocument = 1; ///< recalled only
constexpr Word noteClassView = 8;
constexpr const char* designNoteFlags = "-G40n^"; ///< what the macro NIFFindView passes
constexpr Word findPartial = 0x1;
constexpr Word findWithoutCase = 0x2;
constexpr Word navigateCurrent = 0;
constexpr Word navigateNext = 1;
constexpr Word navigateNextDocument = 43;
constexpr DWord readNoteId = 0x1;
constexpr DWord readUniversalId = 0x2;
constexpr DWord readNoteClass = 0x4;
constexpr DWord readSiblings = 0x8;
constexpr DWord readSummaryValues = 0x2000;
constexpr DWord readPosition = 0x4000;
constexpr DWord readSummary = 0x8000; ///< with names
constexpr Word signalMoreToDo = 0x20;
constexpr NoteId noteIdCategory = 0x80000000;

} // namespace bes::domino::notes
