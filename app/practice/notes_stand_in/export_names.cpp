// SPDX-License-Identifier: Apache-2.0
#include "call.hpp"
#include "copy_text.hpp"
#include "exports.hpp"
#include "lmbcs.hpp"
#include "names.hpp"

namespace bes::domino::notes {
using stand_in::Call;

namespace {

void putName(const std::string& name, char* out, Word outSize, Word* outLength) {
    const std::size_t length = stand_in::copyText(stand_in::lmbcsOf(name), out, outSize);
    if (outLength != nullptr)
        *outLength = static_cast<Word>(length);
}

} // namespace

Status SECKFMGetUserName(char* name) noexcept {
    const Call call("SECKFMGetUserName");
    call.need(name, "the buffer");
    if (const auto injected = call.injected())
        return *injected;
    stand_in::copyText(stand_in::lmbcsOf(call.scenario().user), name, currentUserNameSize);
    return 0;
}

Status DNCanonicalize(DWord, const char* templateName, const char* in, char* out, Word outSize,
                      Word* outLength) noexcept {
    const Call call("DNCanonicalize");
    call.need(in, "the name");
    if (const auto injected = call.injected())
        return *injected;
    const std::string like = templateName != nullptr ? stand_in::utf8Of(templateName) : call.scenario().user;
    putName(stand_in::canonical(stand_in::utf8Of(in), like), out, outSize, outLength);
    return 0;
}

Status DNAbbreviate(DWord, const char*, const char* in, char* out, Word outSize, Word* outLength) noexcept {
    const Call call("DNAbbreviate");
    call.need(in, "the name");
    if (const auto injected = call.injected())
        return *injected;
    putName(stand_in::abbreviated(stand_in::utf8Of(in)), out, outSize, outLength);
    return 0;
}

Status OSPathNetConstruct(const char* port, const char* server, const char* file, char* path) noexcept {
    const Call call("OSPathNetConstruct");
    call.need(path, "the buffer");
    std::string text;
    if (port != nullptr && *port != '\0')
        text = std::string(port) + "!!!";
    if (server != nullptr && *server != '\0')
        text += std::string(server) + "!!";
    text += file == nullptr ? "" : file;
    if (text.size() >= maxPath)
        call.warn("the path is longer than a path can be");
    stand_in::copyText(text, path, maxPath);
    return 0;
}

} // namespace bes::domino::notes
