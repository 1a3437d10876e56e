// SPDX-License-Identifier: Apache-2.0
#include <cstring>
#include <map>

#include <sys/resource.h>

#include <catch2/catch.hpp>

#include "stand_in_process.hpp"

using notes::Functions;
using notes::HandleSlot;

namespace {

constexpr const char* primary = "CN=Mail01/O=Acme";
constexpr const char* standby = "CN=Mail11/O=Acme";

struct Found {
    std::size_t matches = 0, others = 0, folders = 0;
    std::size_t stopAfter = 0; ///< 0: never
    std::map<std::string, std::string> firstItems;
    notes::TimeDate firstReplicaId{}, firstModified{};
};

notes::Word wordAt(const char* bytes, std::size_t index) {
    notes::Word word = 0;
    std::memcpy(&word, bytes + index * sizeof word, sizeof word);
    return word;
}

std::map<std::string, std::string> itemsOf(const char* summary) {
    std::map<std::string, std::string> items;
    const notes::Word count = wordAt(summary, 1);
    const char* text = summary + 4 + std::size_t{count} * 4;
    for (std::size_t i = 0; i < count; ++i) {
        const notes::Word nameLength = wordAt(summary, 2 + 2 * i), valueLength = wordAt(summary, 3 + 2 * i);
        items[std::string(text, nameLength)] =
            std::string(text + nameLength + 2, valueLength - std::size_t{2});
        text += nameLength + valueLength;
    }
    return items;
}

notes::Status collect(void* context, const notes::SearchMatch* match, const void* summary) {
    Found& found = *static_cast<Found*>(context);
    if ((match->flags & notes::searchMatches) == 0) {
        ++found.others;
        return 0;
    }
    const auto items = itemsOf(static_cast<const char*>(summary));
    if (items.at("$Type") == "$DIR") {
        ++found.folders;
        return 0;
    }
    if (found.matches++ == 0) {
        found.firstItems = items;
        found.firstReplicaId = match->id.note;
        found.firstModified = match->originator.file;
    }
    return found.matches == found.stopAfter ? 0x123 : 0;
}

notes::Status search(const Functions& api, const char* server, const char* folder, Found& found,
                     notes::Word mask) {
    const notes::DatabaseHandle directory = openDatabase(api, server, folder);
    const notes::Status status =
        api.NSFSearch(directory, 0, nullptr, notes::searchFiletype | notes::searchSummary, mask, nullptr,
                      &collect, &found, nullptr);
    (void)api.NSFDbClose(directory);
    return status;
}

constexpr notes::Word databasesOnly = notes::fileNsf | notes::fileWithoutParent;

#ifdef __SANITIZE_ADDRESS__
constexpr bool runsWithSanitizer = true; // which keeps freed memory for a while
#else
constexpr bool runsWithSanitizer = false;
#endif

long peakKilobytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

TEST_CASE("a search in a directory gives the replica ID and the modified time of every database") {
    const Outcome outcome = StandIn("good").run([](Functions& api) {
        Found found;
        const notes::Status status = search(api, primary, "BES\\State", found, databasesOnly);
        char id[32];
        std::snprintf(id, sizeof id, "%08X:%08X", found.firstReplicaId.day, found.firstReplicaId.ticks);
        return hex(status) + " " + std::to_string(found.matches) + " " + std::to_string(found.others) + " " +
               found.firstItems.at("$Path") + " " + found.firstItems.at("$TITLE") + " " + id + " " +
               std::to_string(found.firstModified.day & notes::julianDayMask);
    });
    CHECK(outcome.wasRight());
    CHECK(outcome.answer == "0x0 250 1 BES\\State\\10337897.nsf 10337897.nsf C1257A2B:00019919 2461365");
}

TEST_CASE("folders come when asked for, and a search goes below the directory when asked to") {
    const Outcome outcome = StandIn("good").run([](Functions& api) {
        Found flat, withFolders, deep;
        (void)search(api, primary, "", flat, databasesOnly);
        (void)search(api, primary, "BES", withFolders, notes::fileNsf | notes::fileWithDirectories);
        (void)search(api, primary, "", deep, databasesOnly | notes::fileRecurse);
        return std::to_string(flat.matches) + " " + std::to_string(withFolders.matches) + "+" +
               std::to_string(withFolders.folders) + " " + std::to_string(deep.matches);
    });
    CHECK(outcome.answer == "2 1+2 253");
}

TEST_CASE("the call-back's status ends the search and is its result") {
    const Outcome outcome = StandIn("good").run([](Functions& api) {
        Found found;
        found.stopAfter = 7;
        const notes::Status status = search(api, primary, "BES\\State", found, databasesOnly);
        return hex(status) + " after " + std::to_string(found.matches);
    });
    CHECK(outcome.answer == "0x123 after 7");
}

TEST_CASE("databases and directories are told apart") {
    const Outcome outcome = StandIn("good").run([](Functions& api) {
        const notes::DatabaseHandle database = openDatabase(api, primary, "cldbdir.nsf");
        const notes::DatabaseHandle directory = openDatabase(api, primary, "bes/state");
        notes::Word databaseMode = 0, directoryMode = 0;
        (void)api.NSFDbModeGet(database, &databaseMode);
        (void)api.NSFDbModeGet(directory, &directoryMode);
        notes::ReplicaInfo info{};
        const notes::Status noReplica = api.NSFDbReplicaInfoGet(directory, &info);
        (void)api.NSFDbReplicaInfoGet(database, &info);
        char path[notes::maxPath];
        const notes::Status noDirectory =
            api.NSFDbLocateByReplicaID(database, &info.id, path, notes::maxPath - 1);
        (void)api.NSFDbClose(directory);
        const notes::DatabaseHandle all = openDatabase(api, standby, "");
        const notes::Status located = api.NSFDbLocateByReplicaID(all, &info.id, path, notes::maxPath - 1);
        (void)api.NSFDbClose(all);
        (void)api.NSFDbClose(database);
        return std::to_string(databaseMode) + std::to_string(directoryMode) + " " +
               hex(noReplica & notes::codeMask) + " " + hex(noDirectory & notes::codeMask) + " " +
               hex(located) + " " + path;
    });
    CHECK(outcome.wasRight());
    CHECK(outcome.answer == "12 0x21C 0x21D 0x0 cldbdir.nsf");
}

TEST_CASE("what is not there or not for us can't be opened") {
    const auto open = [](const char* server, const char* path) {
        return [server, path](Functions& api) {
            try {
                (void)api.NSFDbClose(openDatabase(api, server, path));
                return std::string("opened");
            } catch (const std::exception& status) {
                return std::string(status.what());
            }
        };
    };
    CHECK(StandIn("cldbdir-missing").run(open(primary, "cldbdir.nsf")).answer == "0x4103");
    CHECK(StandIn("no-database-access").run(open(primary, "cldbdir.nsf")).answer == "0x4246");
    CHECK(StandIn("no-access").run(open(primary, "cldbdir.nsf")).answer == "0x492E");
    CHECK(StandIn("restricted").run(open(primary, "cldbdir.nsf")).answer == "0x49FC");
    CHECK(StandIn("no-replicas-yet").run(open(standby, "BES\\State")).answer == "0x103");
    CHECK(StandIn("good").run(open("CN=Nobody/O=Acme", "names.nsf")).answer == "0x803");
}

TEST_CASE("a server that fails over shows it in the path") {
    const Outcome outcome = StandIn("fails-over").run([](Functions& api) {
        const notes::DatabaseHandle database = openDatabase(api, primary, "cldbdir.nsf");
        char canonical[notes::maxPath], expanded[notes::maxPath];
        (void)api.NSFDbPathGet(database, canonical, expanded);
        (void)api.NSFDbClose(database);
        return std::string(canonical);
    });
    CHECK(outcome.answer == "CN=Mail11/O=Acme!!cldbdir.nsf");
}

TEST_CASE("the cluster database directory has a view by replica ID") {
    const Outcome outcome = StandIn("some-replicas").run([](Functions& api) {
        const notes::DatabaseHandle database = openDatabase(api, primary, "cldbdir.nsf");
        notes::NoteId view = 0;
        (void)api.NIFFindDesignNoteExt(database, "($ReplicaID)", notes::noteClassView, notes::designNoteFlags,
                                       &view, 0);
        notes::CollectionHandle collection = 0;
        (void)api.NIFOpenCollection(database, database, view, 0, 0, &collection, nullptr, nullptr, nullptr,
                                    nullptr);
        notes::CollectionPosition position{};
        notes::DWord rows = 0, returned = 0;
        notes::Word signal = notes::signalMoreToDo, length = 0;
        for (; (signal & notes::signalMoreToDo) != 0; rows += returned) {
            HandleSlot buffer;
            (void)api.NIFReadEntries(collection, &position, notes::navigateNext, 1,
                                     notes::navigateNextDocument, 0xFFFFFFFF,
                                     notes::readNoteId | notes::readSummaryValues, &buffer.handle, &length,
                                     nullptr, &returned, &signal);
            (void)takeBytes(api, buffer.handle, length);
        }
        notes::DWord matches = 0;
        (void)api.NIFFindByName(collection, "C1257A2B:00512C3A", 0, &position, &matches);
        HandleSlot buffer, note;
        (void)api.NIFReadEntries(collection, &position, notes::navigateCurrent, 0, notes::navigateNext, 1,
                                 notes::readNoteId, &buffer.handle, &length, nullptr, &returned, &signal);
        notes::NoteId id = 0;
        std::memcpy(&id, takeBytes(api, buffer.handle, length).data(), sizeof id);
        (void)api.NSFNoteOpen(database, id, 0, &note.handle);
        char path[notes::maxPath], replicates[8];
        (void)api.NSFItemGetText(note.handle, "PathName", path, sizeof path);
        (void)api.NSFItemGetText(note.handle, "ClusterReplicate", replicates, sizeof replicates);
        (void)api.NSFNoteClose(note.handle);
        (void)api.NIFCloseCollection(collection);
        (void)api.NSFDbClose(database);
        return std::to_string(rows) + " " + std::to_string(matches) + " " + path + " " + replicates;
    });
    CHECK(outcome.wasRight());
    CHECK(outcome.answer == "486 2 cldbdir.nsf 1");
}

TEST_CASE("a hundred thousand state databases take seconds and next to no memory") {
    const Outcome outcome = StandIn("hundred-thousand").run([](Functions& api) {
        const long before = peakKilobytes();
        Found here, there;
        (void)search(api, primary, "BES\\State", here, databasesOnly);
        (void)search(api, standby, "BES\\State", there, databasesOnly);
        const bool little = runsWithSanitizer || peakKilobytes() - before < 8192;
        return std::to_string(here.matches) + " " + std::to_string(there.matches) +
               (little ? "" : " much memory");
    });
    CHECK(outcome.answer == "100000 95000");
}
