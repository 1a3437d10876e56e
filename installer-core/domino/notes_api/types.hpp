// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "host/notes_calls.hpp"

namespace bes::domino::notes {

using Byte = std::uint8_t;
using Word = std::uint16_t;
using DWord = std::uint32_t;
using Bool = int;             ///< BOOL
using Number = double;        ///< NUMBER
using Status = std::uint16_t; ///< STATUS, with flags in the upper two bits: see codeOf()

// 32 bits wide on 32- and 64-bit Windows and Linux, although other bindings treat them as 64 bits wide:
// out-parameters get a HandleSlot (domino.md §1.5).
using Handle = std::uint32_t;         ///< DHANDLE: a memory object
using DatabaseHandle = std::uint32_t; ///< DBHANDLE: a database or a directory
using NoteHandle = std::uint32_t;     ///< NOTEHANDLE
using FormulaHandle = std::uint32_t;  ///< FORMULAHANDLE
using CollectionHandle = Word;        ///< HCOLLECTION: an open view
using ModuleHandle = void*;           ///< HMODULE of OSLoadString, always null here
using NoteId = DWord;                 ///< NOTEID; bit 31 set: a category of a view

/// Room for a runtime that writes eight bytes where four are the handle.
struct alignas(8) HandleSlot {
    Handle handle = 0;
    DWord unused = 0;
};
static_assert(sizeof(HandleSlot) == 8 && offsetof(HandleSlot, handle) == 0);

BES_NOTES_PACK_BEGIN

/// TIMEDATE and DBID. ticks: hundredths of a second since midnight GMT. The Julian day fills bits 0–23 of
/// day, zone and daylight saving the rest; the time itself is GMT. As a replica ID: hex8(day) ":" hex8(ticks)
/// (domino.md §2.4).
struct TimeDate {
    DWord ticks; ///< Innards[0]
    DWord day;   ///< Innards[1]

    bool operator==(const TimeDate&) const = default;
};

/// GLOBALINSTANCEID
struct GlobalInstanceId {
    TimeDate file;
    TimeDate note; ///< searching a directory: the replica ID (domino.md §2.5)
    NoteId noteId;
};

/// ORIGINATORID
struct OriginatorId {
    TimeDate file; ///< searching a directory: the modified time, later of data and design (domino.md §2.5)
    TimeDate note;
    DWord sequence;
    TimeDate sequenceTime; ///< searching a directory: the replica ID again
};

/// SEARCH_MATCH
struct SearchMatch {
    GlobalInstanceId id;
    OriginatorId originator;
    Word noteClass;
    Byte flags; ///< SERetFlags: see searchMatches
    Byte privileges;
    Word summaryLength;
};

/// DBREPLICAINFO
struct ReplicaInfo {
    TimeDate id;
    Word flags; ///< see ReplicaFlag
    Word cutoffInterval;
    TimeDate cutoff;
};

/// REPLHIST_SUMMARY. The text at serverNameOffset, from the start of the buffer, is "server!!file" and a NUL.
struct ReplicationHistory {
    TimeDate time;
    Word accessLevel;
    Word accessFlags;
    Word direction; ///< see ReplicationDirection
    DWord serverNameOffset;
    Word serverNameLength;
    Word fileNameLength;
    Word moreInfo;
    Word spareWord;
    DWord spareDWord;
};

/// COLLECTIONPOSITION
struct CollectionPosition {
    Word level;
    Byte minLevel;
    Byte maxLevel;
    DWord tumbler[32];
};

/// BUILDVERSION
struct BuildVersion {
    DWord major;
    DWord minor;
    DWord qmr; ///< quarterly maintenance release
    DWord qmu; ///< quarterly maintenance update
    DWord hotfix;
    DWord flags;
    DWord fixpack;
    DWord spare[2];
};

BES_NOTES_PACK_END

static_assert(sizeof(TimeDate) == 8);
static_assert(sizeof(GlobalInstanceId) == 20 && offsetof(GlobalInstanceId, note) == 8 &&
              offsetof(GlobalInstanceId, noteId) == 16);
static_assert(sizeof(OriginatorId) == 28 && offsetof(OriginatorId, note) == 8 &&
              offsetof(OriginatorId, sequence) == 16 && offsetof(OriginatorId, sequenceTime) == 20);
static_assert(sizeof(SearchMatch) == (BES_NOTES_PACKED ? 54 : 56) &&
              offsetof(SearchMatch, originator) == 20 && offsetof(SearchMatch, noteClass) == 48 &&
              offsetof(SearchMatch, flags) == 50 && offsetof(SearchMatch, privileges) == 51 &&
              offsetof(SearchMatch, summaryLength) == 52);
static_assert(sizeof(ReplicaInfo) == 20 && offsetof(ReplicaInfo, flags) == 8 &&
              offsetof(ReplicaInfo, cutoffInterval) == 10 && offsetof(ReplicaInfo, cutoff) == 12);
static_assert(sizeof(ReplicationHistory) == (BES_NOTES_PACKED ? 30 : 32) &&
              offsetof(ReplicationHistory, accessLevel) == 8 &&
              offsetof(ReplicationHistory, accessFlags) == 10 &&
              offsetof(ReplicationHistory, direction) == 12 &&
              offsetof(ReplicationHistory, serverNameOffset) == (BES_NOTES_PACKED ? 14 : 16) &&
              offsetof(ReplicationHistory, serverNameLength) == (BES_NOTES_PACKED ? 18 : 20) &&
              offsetof(ReplicationHistory, fileNameLength) == (BES_NOTES_PACKED ? 20 : 22) &&
              offsetof(ReplicationHistory, moreInfo) == (BES_NOTES_PACKED ? 22 : 24) &&
              offsetof(ReplicationHistory, spareWord) == (BES_NOTES_PACKED ? 24 : 26) &&
              offsetof(ReplicationHistory, spareDWord) == (BES_NOTES_PACKED ? 26 : 28));
static_assert(sizeof(CollectionPosition) == 132 && offsetof(CollectionPosition, minLevel) == 2 &&
              offsetof(CollectionPosition, maxLevel) == 3 && offsetof(CollectionPosition, tumbler) == 4);
static_assert(sizeof(BuildVersion) == 36);

} // namespace bes::domino::notes
