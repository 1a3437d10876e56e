// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>
#include <memory>

#include "bytes.hpp"
#include "domino/probe_protocol.hpp"
#include "fuzz.hpp"
#include "item_table.hpp"
#include "notes_time.hpp"
#include "questions.hpp"
#include "text_list.hpp"

namespace bes::fuzz {
namespace {

using namespace bes::domino;
using namespace bes::probe;

/// A runtime whose only memory object is what the input gives, as long as that is: no byte can be read behind
/// it.
std::unique_ptr<char[]> object; // NOLINT: libFuzzer has one thread
std::size_t objectSize = 0;

void* lock(notes::Handle /*handle*/) {
    return object.get();
}
notes::Bool unlock(notes::Handle /*handle*/) {
    return 1;
}
notes::Status release(notes::Handle /*handle*/) {
    return 0;
}
notes::Word translateNothing(notes::Word, const char*, notes::Word, char*, notes::Word) {
    return 0;
}
notes::Word sayNothing(notes::ModuleHandle, notes::Status, char*, notes::Word) {
    return 0;
}
notes::Status statistics(const char*, const char*, const char*, notes::Handle* table, notes::DWord* size) {
    *table = 1;
    *size = static_cast<notes::DWord>(objectSize);
    return 0;
}
notes::Status console(const char*, const char*, notes::Handle* text) {
    *text = 1;
    return 0;
}

notes::Functions runtime() {
    notes::Functions api;
    api.OSLockObject = lock;
    api.OSUnlockObject = unlock;
    api.OSMemFree = release;
    api.OSTranslate = translateNothing;
    api.OSLoadString = sayNothing;
    api.NSFGetServerStats = statistics;
    api.NSFRemoteConsole = console;
    return api;
}

void give(std::string_view bytes) {
    objectSize = bytes.size();
    object = std::make_unique<char[]>(std::max<std::size_t>(bytes.size(), 1));
    std::ranges::copy(bytes, object.get());
}

/// The table says how long it is; it never says more than there is.
void tryItemTable(std::string_view bytes) {
    std::string table(bytes);
    if (table.size() < sizeof(notes::Word))
        return;
    const auto said = std::min<std::size_t>(valueAt<notes::Word>(table.data()), table.size());
    std::memcpy(table.data(), &said, sizeof(notes::Word));
    give(table);
    for (const char* name : {"Server", "PathName", "$Path", ""})
        if (const auto text = textItem(object.get(), name))
            require(text->data() >= object.get() && text->data() + text->size() <= object.get() + said,
                    "an item is within its table");
}

/// Lists of the runtime are whole: count, lengths, texts.
void tryTextList(std::string_view bytes) {
    std::vector<std::string> texts;
    while (!bytes.empty() && texts.size() < 100) {
        const std::size_t length =
            std::min<std::size_t>(static_cast<unsigned char>(bytes.front()), bytes.size() - 1);
        texts.emplace_back(bytes.substr(1, length));
        bytes.remove_prefix(length + 1);
    }
    std::string list;
    const auto append = [&](std::size_t number) {
        list += static_cast<char>(number & 0xFF);
        list += static_cast<char>(number >> 8);
    };
    append(texts.size());
    for (const std::string& text : texts)
        append(text.size());
    for (const std::string& text : texts)
        list += text;
    give(list);
    const notes::Functions api = runtime();
    Memory memory(api);
    *memory.out() = 1;
    require(readTextList(api, memory) == texts, "a list is read as it was made");
}

void tryTime(std::string_view bytes) {
    notes::TimeDate time{};
    std::memcpy(&time, bytes.data(), std::min(bytes.size(), sizeof time));
    requireShowable(isoTime(hundredths(time)), "a time can be shown");
    require(replicaIdText(replicaIdOf(time)).size() == 17, "a replica ID has 17 letters");
}

void tryServerTexts(std::string_view bytes) {
    const notes::Functions api = runtime();
    const Settings settings;
    const ServerName name{"CN=Mail01/O=Acme", "CN=Mail01/O=Acme"};
    Asking asking{api, settings, name, name, {name, name}, {}, {}};
    give(bytes);
    const auto found = askStatistics(asking, Role::primary);
    if (found.value)
        for (const auto& [key, value] : found.value->values)
            (void)statisticNumber(value);
    give(std::string(bytes) + '\0');
    (void)askServerTasks(asking, Role::primary);
}

} // namespace

/// The first letter says what the rest is.
void tryInput(std::string_view input) {
    if (input.empty())
        return;
    const std::string_view bytes = input.substr(1);
    switch (input.front()) {
    case 't':
        return tryItemTable(bytes);
    case 'l':
        return tryTextList(bytes);
    case 'd':
        return tryTime(bytes);
    default:
        return tryServerTexts(bytes);
    }
}

} // namespace bes::fuzz
