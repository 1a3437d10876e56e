// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <map>

#include "call.hpp"
#include "copy_text.hpp"
#include "exports.hpp"
#include "lmbcs.hpp"
#include "names.hpp"

namespace bes::domino::notes {
using stand_in::Call;

namespace {

/// What OSLoadString tells of a code, in our own words; empty where it has no text.
std::string statusText(Code code) {
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

// Without it no text is found (domino.md §1.2).
bool resourcesAreReachable(const Call& call) {
    const char* path = std::getenv("PATH");
    const std::filesystem::path resources = call.runtime().programDirectory() / "res" / "C";
    std::error_code ignored;
    return path != nullptr && std::string(path).find(resources.string()) != std::string::npos &&
           std::filesystem::is_directory(resources, ignored);
}

std::string translated(const Call& call, Word mode, const std::string& text) {
    switch (static_cast<Translation>(mode)) {
    case Translation::nativeToLmbcs:
    case Translation::utf8ToLmbcs:
        return stand_in::lmbcsOf(text);
    case Translation::lmbcsToNative:
    case Translation::lmbcsToUtf8:
        return stand_in::utf8Of(text);
    case Translation::toUpper:
        return stand_in::lmbcsOf(stand_in::toUpper(stand_in::utf8Of(text)));
    case Translation::toLower:
        return stand_in::lmbcsOf(stand_in::toLower(stand_in::utf8Of(text)));
    case Translation::lmbcsToUtf16:
        return stand_in::utf16Of(text);
    case Translation::utf16ToLmbcs:
        return stand_in::lmbcsOfUtf16(text);
    }
    call.panic("unknown mode " + std::to_string(mode));
}

Word wordAt(const void* list, std::size_t index) {
    Word word = 0;
    std::memcpy(&word, static_cast<const char*>(list) + index * sizeof word, sizeof word);
    return word;
}

void needPlainList(const Call& call, const void* list, Bool typePrefix) {
    call.need(list, "the list");
    if (typePrefix != 0)
        call.panic("the list has no type in front");
}

} // namespace

Word OSLoadString(ModuleHandle module, Status code, char* buffer, Word sizeLessOne) noexcept {
    const Call call("OSLoadString");
    call.need(buffer, "the buffer");
    if (module != nullptr)
        call.panic("the module is not null");
    if (static_cast<Status>(codeOf(code)) != code)
        call.warn("the status has flags on");
    const bool found = resourcesAreReachable(call) && static_cast<Status>(codeOf(code)) == code;
    const std::string text = found ? statusText(codeOf(code)) : "";
    return static_cast<Word>(
        stand_in::copyText(stand_in::lmbcsOf(text), buffer, sizeLessOne + std::size_t{1}));
}

Word OSTranslate(Word mode, const char* in, Word inLength, char* out, Word outLength) noexcept {
    const Call call("OSTranslate");
    call.need(in, "the text");
    call.need(out, "the buffer");
    const std::string text = translated(call, mode, std::string(in, inLength));
    const std::size_t length = std::min<std::size_t>(text.size(), outLength);
    std::copy_n(text.begin(), length, out);
    return static_cast<Word>(length);
}

Word ListGetNumEntries(const void* list, Bool typePrefix) noexcept {
    const Call call("ListGetNumEntries");
    needPlainList(call, list, typePrefix);
    return wordAt(list, 0);
}

Status ListGetText(const void* list, Bool typePrefix, Word entry, char** text, Word* length) noexcept {
    const Call call("ListGetText");
    needPlainList(call, list, typePrefix);
    const Word count = wordAt(list, 0);
    if (entry >= count)
        return static_cast<Status>(Code::notFound);
    std::size_t offset = (count + std::size_t{1}) * sizeof(Word);
    for (Word i = 0; i < entry; ++i)
        offset += wordAt(list, i + std::size_t{1});
    *text = const_cast<char*>(static_cast<const char*>(list)) + offset;
    *length = wordAt(list, entry + std::size_t{1});
    return 0;
}

} // namespace bes::domino::notes
