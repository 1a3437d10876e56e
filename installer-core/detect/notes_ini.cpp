// SPDX-License-Identifier: Apache-2.0
#include "domino/notes_ini.hpp"

#include "detect/fact_of.hpp"
#include "detect/looks.hpp"
#include "host/domino_installations.hpp"
#include "host/file_of_others.hpp"
#include "host/root.hpp"
#include "text/path_text.hpp"

namespace bes::detect {
namespace {

using FoundNotesIni = Fact<std::optional<NotesIni>>;

void readContent(NotesIni& ini, const std::string& content) {
    const auto value = [&](std::string_view key) { return domino::notesIniValue(content, key).value_or(""); };
    ini.serverTasks = domino::serverTasks(content);
    ini.serverName = value("ServerName");
    ini.dataFolder = value("Directory");
    ini.programFolder = value("NotesProgram");
    ini.isServer = value("KitType") == "2";
    // The very edit that would be made, thrown away: what it does not take is no notes.ini.
    if (const auto edited = domino::addServerTask(content, "task"); !edited) {
        ini.problem = edited.error().why;
        ini.remedy = remedyOf(edited.error());
    }
}

/// As apply will read it and write it: what that refuses is found here.
NotesIni look(const host::Root& root, const std::filesystem::path& path) {
    NotesIni ini;
    ini.path = path;
    const auto tell = [&](const Failure& failure) {
        const bool access = failure.id == "file.access";
        const bool saysPath =
            access || failure.id == "file.unsafe"; // whoever tells the problem says it already
        ini.problem = saysPath ? failure.why : reasonOf(failure);
        ini.remedy = access ? Remedy() : remedyOf(failure);
    };
    const auto found = host::FileOfOthers::find(root, path, domino::longestNotesIni);
    if (!found) {
        ini.there = true;
        tell(found.error());
        return ini;
    }
    const auto& file = *found;
    ini.there = file.has_value();
    if (!file) {
        ini.problem = "No such file or directory";
        return ini;
    }
    ini.readable = true;
    readContent(ini, file->content());
    const auto replaceable = file->checkReplaceable();
    ini.writable = replaceable.has_value();
    if (!replaceable)
        tell(replaceable.error());
    return ini;
}

/// Where they stand, in order.
Fact<std::vector<std::filesystem::path>> find(const host::Root& root) {
    auto places = host::placesOfNotesIni(root);
    if (!places.known())
        return places;
    std::vector<std::filesystem::path> found;
    for (const std::filesystem::path& place : places.value())
        if (const auto there = host::FileOfOthers::find(root, place, domino::longestNotesIni);
            !there || *there) // what can't be used is told about
            found.push_back(place);
    return found;
}

} // namespace

FoundNotesIni lookForNotesIni(const Request& request) {
    const host::Root root(request.root);
    if (!request.domino.notesIni.empty())
        return std::optional(look(root, request.domino.notesIni));
    const auto found = find(root);
    if (!found.known())
        return FoundNotesIni::unknown(found.reason());
    if (found.value().empty())
        return std::optional<NotesIni>();
    if (found.value().size() == 1)
        return std::optional(look(root, found.value().front()));
    std::string names;
    for (const std::filesystem::path& path : found.value())
        names += (names.empty() ? "" : ", ") + utf8(path);
    return FoundNotesIni::unknown("there are several: " + names);
}

FoundNotesIni lookForNotesIniOfInstalled(const Request& request, const Receipt& receipt) {
    if (!request.domino.notesIni.empty() || receipt.made.tasks.empty())
        return lookForNotesIni(request);
    return std::optional(look(host::Root(request.root), receipt.made.tasks.front().notesIni));
}

Fact<std::vector<NotesIni>> lookForNotesInis(const Request& request) {
    const host::Root root(request.root);
    const auto found = find(root);
    if (!found.known())
        return Fact<std::vector<NotesIni>>::unknown(found.reason());
    std::vector<NotesIni> inis;
    for (const std::filesystem::path& path : found.value())
        inis.push_back(look(root, path));
    return inis;
}

} // namespace bes::detect
