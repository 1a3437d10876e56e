// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "call.hpp"
#include "copy_text.hpp"
#include "exports.hpp"
#include "lmbcs.hpp"
#include "names.hpp"
#include "status_texts.hpp"

namespace bes::domino::notes {
using stand_in::Call;

namespace {

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
    const std::string text = found ? stand_in::statusText(codeOf(code)) : "";
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
