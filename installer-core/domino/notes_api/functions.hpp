// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domino/notes_api/types.hpp"

namespace bes::domino::notes {

/// Call-back of NSFSearch. Another result than 0 ends the search and becomes its result. match and summary
/// (an ITEM_TABLE, not aligned) live for the call only; no exception may leave it (domino.md §2.5).
using SearchCallback = Status(BES_NOTES_CALL*)(void* context, const SearchMatch* match, const void* summary);

} // namespace bes::domino::notes

// X(NAME, RESULT, PARAMETERS…) for each function, by how much depends on it (domino.md §7); const is ours
// where the callee only reads. Out-parameters of the type Handle* point into a HandleSlot.

// Without one of these the API is of no use.
#define BES_NOTES_REQUIRED_FUNCTIONS(X)                                                                      \
    X(NotesInitExtended, Status, int argumentCount, char** arguments)                                        \
    X(NotesTerm, void)                                                                                       \
    X(OSLoadString, Word, ModuleHandle module, Status code, char* buffer, Word sizeLessOne)                  \
    X(OSTranslate, Word, Word mode, const char* in, Word inLength, char* out, Word outLength)                \
    X(OSLockObject, void*, Handle handle)                                                                    \
    X(OSUnlockObject, Bool, Handle handle)                                                                   \
    X(OSMemFree, Status, Handle handle)                                                                      \
    X(SECKFMGetUserName, Status, char* name)                                                                 \
    X(NSPingServer, Status, const char* server, DWord* availabilityIndex, Handle* list)                      \
    X(NSGetServerClusterMates, Status, const char* server, DWord flags, Handle* list)                        \
    X(OSPathNetConstruct, Status, const char* port, const char* server, const char* file, char* path)        \
    X(NSFDbOpen, Status, const char* path, DatabaseHandle* database)                                         \
    X(NSFDbClose, Status, DatabaseHandle database)                                                           \
    X(NSFDbReplicaInfoGet, Status, DatabaseHandle database, ReplicaInfo* info)                               \
    X(NSFSearch, Status, DatabaseHandle database, FormulaHandle formula, char* viewTitle, Word searchFlags,  \
      Word mask, TimeDate* since, SearchCallback callback, void* context, TimeDate* until)                   \
    X(DNCanonicalize, Status, DWord flags, const char* templateName, const char* in, char* out,              \
      Word outSize, Word* outLength)                                                                         \
    X(DNAbbreviate, Status, DWord flags, const char* templateName, const char* in, char* out, Word outSize,  \
      Word* outLength)

// Without one of these a question stays unanswered.
#define BES_NOTES_WANTED_FUNCTIONS(X)                                                                        \
    X(NotesInitThread, Status)                                                                               \
    X(NotesTermThread, void)                                                                                 \
    X(ListGetNumEntries, Word, const void* list, Bool typePrefix)                                            \
    X(ListGetText, Status, const void* list, Bool typePrefix, Word entry, char** text, Word* length)         \
    X(NSFGetServerStats, Status, const char* server, const char* facility, const char* statistic,            \
      Handle* table, DWord* size)                                                                            \
    X(NSFGetServerLatency, Status, const char* server, DWord timeoutMilliseconds, DWord* toServer,           \
      DWord* fromServer, Word* build)                                                                        \
    X(NSFRemoteConsole, Status, const char* server, const char* command, Handle* text)                       \
    X(NSFDbModeGet, Status, DatabaseHandle database, Word* mode)                                             \
    X(NSFDbModifiedTime, Status, DatabaseHandle database, TimeDate* data, TimeDate* nonData)                 \
    X(NSFDbModifiedTimeByName, Status, const char* path, TimeDate* data, TimeDate* nonData)                  \
    X(NSFDbPathGet, Status, DatabaseHandle database, char* canonical, char* expanded)                        \
    X(NSFDbInfoGet, Status, DatabaseHandle database, char* info)                                             \
    X(NSFDbInfoParse, void, char* info, Word what, char* buffer, Word length)                                \
    X(NSFDbLocateByReplicaID, Status, DatabaseHandle directory, TimeDate* replicaId, char* path,             \
      Word maxLength)                                                                                        \
    X(NSFDbGetOptions, Status, DatabaseHandle database, DWord* options)                                      \
    X(NSFDbGetBuildVersion, Status, DatabaseHandle database, Word* build)                                    \
    X(NSFDbGetMajMinVersion, Status, DatabaseHandle database, BuildVersion* version)                         \
    X(NSFDbGetReplHistorySummary, Status, DatabaseHandle database, DWord flags, Handle* history,             \
      DWord* count)                                                                                          \
    X(NAMELookup, Status, const char* server, Word flags, Word spaceCount, const char* spaces,               \
      Word nameCount, const char* names, Word itemCount, const char* items, Handle* buffer)                  \
    X(NAMELocateNextName, void*, void* buffer, void* previous, Word* matchCount)                             \
    X(NAMELocateNextMatch, void*, void* buffer, void* name, void* previous)                                  \
    X(NAMEGetTextItem, Status, void* match, Word item, Word member, char* buffer, Word size)                 \
    X(OSGetEnvironmentString, Bool, const char* name, char* buffer, Word sizeLessOne)                        \
    X(OSSetEnvironmentVariable, void, const char* name, const char* value)                                   \
    X(OSGetDataDirectory, Word, char* path)                                                                  \
    X(OSGetExecutableDirectory, void, char* path)

// Views and documents.
#define BES_NOTES_OPTIONAL_FUNCTIONS(X)                                                                      \
    X(NIFFindDesignNoteExt, Status, DatabaseHandle database, const char* name, Word noteClass,               \
      const char* flags, NoteId* note, DWord options)                                                        \
    X(NIFOpenCollection, Status, DatabaseHandle view, DatabaseHandle documents, NoteId viewNote, Word flags, \
      Handle unreadList, CollectionHandle* collection, NoteHandle* viewNoteHandle, void* viewUniversalId,    \
      Handle* collapsedList, Handle* selectedList)                                                           \
    X(NIFFindByName, Status, CollectionHandle collection, const char* key, Word flags,                       \
      CollectionPosition* position, DWord* matches)                                                          \
    X(NIFReadEntries, Status, CollectionHandle collection, CollectionPosition* position, Word skipNavigator, \
      DWord skip, Word returnNavigator, DWord count, DWord mask, Handle* buffer, Word* length,               \
      DWord* skipped, DWord* returned, Word* signal)                                                         \
    X(NIFCloseCollection, Status, CollectionHandle collection)                                               \
    X(NSFNoteOpen, Status, DatabaseHandle database, NoteId note, Word flags, NoteHandle* handle)             \
    X(NSFNoteClose, Status, NoteHandle note)                                                                 \
    X(NSFItemGetText, Word, NoteHandle note, const char* item, char* buffer, Word size)                      \
    X(NSFItemGetTextListEntries, Word, NoteHandle note, const char* item)                                    \
    X(NSFItemGetTextListEntry, Word, NoteHandle note, const char* item, Word entry, char* buffer, Word size)

namespace bes::domino::notes {

/// The library's functions, null where it lacks one.
struct Functions {
#define BES_NOTES_MEMBER(name, result, ...) result(BES_NOTES_CALL* name)(__VA_ARGS__) = nullptr;
    BES_NOTES_REQUIRED_FUNCTIONS(BES_NOTES_MEMBER)
    BES_NOTES_WANTED_FUNCTIONS(BES_NOTES_MEMBER)
    BES_NOTES_OPTIONAL_FUNCTIONS(BES_NOTES_MEMBER)
#undef BES_NOTES_MEMBER
};

enum class Need { required, wanted, optional };

/// Calls visit(NAME, Need, POINTER&) for every function; visit takes the pointer as auto&.
template<typename Visitor>
void forEachFunction(Functions& functions, Visitor visit) {
#define BES_NOTES_REQUIRED(name, ...) visit(#name, Need::required, functions.name);
#define BES_NOTES_WANTED(name, ...) visit(#name, Need::wanted, functions.name);
#define BES_NOTES_OPTIONAL(name, ...) visit(#name, Need::optional, functions.name);
    BES_NOTES_REQUIRED_FUNCTIONS(BES_NOTES_REQUIRED)
    BES_NOTES_WANTED_FUNCTIONS(BES_NOTES_WANTED)
    BES_NOTES_OPTIONAL_FUNCTIONS(BES_NOTES_OPTIONAL)
#undef BES_NOTES_REQUIRED
#undef BES_NOTES_WANTED
#undef BES_NOTES_OPTIONAL
}

} // namespace bes::domino::notes
