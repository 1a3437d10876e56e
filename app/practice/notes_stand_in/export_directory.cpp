// SPDX-License-Identifier: Apache-2.0
#include <cstring>
#include <stdexcept>

#include "call.hpp"
#include "copy_text.hpp"
#include "exports.hpp"
#include "lmbcs.hpp"
#include "lookup_buffer.hpp"
#include "names.hpp"
#include "server_document.hpp"

namespace bes::domino::notes {
using stand_in::Call;
using stand_in::Server;

namespace {

// Texts one after the other, each with a NUL.
std::vector<std::string> unpacked(const char* packed, Word count) {
    std::vector<std::string> texts;
    for (Word i = 0; i < count && packed != nullptr; ++i) {
        texts.push_back(stand_in::utf8Of(packed));
        packed += std::strlen(packed) + 1;
    }
    return texts;
}

std::string viewName(std::string view) {
    std::erase_if(view, [](char each) { return each == '(' || each == ')'; });
    return stand_in::toLower(view);
}

bool isKeyed(const std::string& view, const std::string& key, const std::vector<stand_in::Item>& document) {
    const auto* values = stand_in::valuesOf(document, view == "$servers" ? "ServerName" : "ClusterName");
    return values != nullptr && !values->empty() && !values->front().empty() &&
           stand_in::sameName(values->front(), key);
}

stand_in::LookupMatch matchOf(const std::vector<stand_in::Item>& document,
                              const std::vector<std::string>& items) {
    stand_in::LookupMatch match;
    for (const std::string& item : items) {
        std::vector<std::string> values;
        if (const auto* found = stand_in::valuesOf(document, item)) {
            for (const std::string& value : *found)
                values.push_back(stand_in::lmbcsOf(value));
        }
        match.push_back(values);
    }
    return match;
}

stand_in::LookupName lookUp(const Call& call, const std::string& view, const std::string& name, bool all,
                            const std::vector<std::string>& items) {
    stand_in::LookupName found;
    for (const Server& server : call.scenario().servers) {
        const std::vector<stand_in::Item> document = stand_in::serverDocument(server);
        if (server.inDirectory && (all || isKeyed(view, name, document)))
            found.push_back(matchOf(document, items));
    }
    return found;
}

} // namespace

// Answers whether the named server is up or not, as the real one does by failing over (domino.md §2.6).
Status NAMELookup(const char* server, Word flags, Word spaceCount, const char* spaces, Word nameCount,
                  const char* names, Word itemCount, const char* items, Handle* buffer) noexcept {
    const Call call("NAMELookup", server);
    if (const auto injected = call.injected())
        return *injected;
    if (server != nullptr && *server != '\0' && call.server(server) == nullptr)
        return static_cast<Status>(Code::serverNotFound);
    const std::vector<std::string> itemNames = unpacked(items, itemCount);
    std::vector<stand_in::LookupName> found;
    for (const std::string& space : unpacked(spaces, spaceCount)) {
        const std::string view = viewName(space);
        if (view != "$servers" && view != "$clusters")
            return static_cast<Status>(Code::noSuchNamespace);
        for (const std::string& name : unpacked(names, nameCount))
            found.push_back(lookUp(call, view, name, (flags & lookupWholeView) != 0, itemNames));
    }
    call.give(buffer, stand_in::lookupBuffer(found));
    return 0;
}

void* NAMELocateNextName(void* buffer, void* previous, Word* matchCount) noexcept {
    const Call call("NAMELocateNextName");
    Word matches = 0;
    try {
        const char* name =
            stand_in::nextName(static_cast<const char*>(buffer), static_cast<const char*>(previous), matches);
        if (matchCount != nullptr)
            *matchCount = matches;
        return const_cast<char*>(name);
    } catch (const std::invalid_argument& error) {
        call.panic(error.what());
    }
}

void* NAMELocateNextMatch(void*, void* name, void* previous) noexcept {
    const Call call("NAMELocateNextMatch");
    try {
        return const_cast<char*>(
            stand_in::nextMatch(static_cast<const char*>(name), static_cast<const char*>(previous)));
    } catch (const std::invalid_argument& error) {
        call.panic(error.what());
    }
}

Status NAMEGetTextItem(void* match, Word item, Word member, char* buffer, Word size) noexcept {
    const Call call("NAMEGetTextItem");
    call.need(buffer, "the buffer");
    try {
        std::string text;
        if (!stand_in::textOfMatch(static_cast<const char*>(match), item, member, text))
            return static_cast<Status>(Code::itemNotFound);
        stand_in::copyText(text, buffer, size);
        return 0;
    } catch (const std::invalid_argument& error) {
        call.panic(error.what());
    }
}

} // namespace bes::domino::notes
