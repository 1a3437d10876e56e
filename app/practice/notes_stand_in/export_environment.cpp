// SPDX-License-Identifier: Apache-2.0
#include "call.hpp"
#include "copy_text.hpp"
#include "exports.hpp"
#include "notes_ini.hpp"

namespace bes::domino::notes {
using stand_in::Call;

Bool OSGetEnvironmentString(const char* name, char* buffer, Word sizeLessOne) noexcept {
    const Call call("OSGetEnvironmentString");
    call.need(name, "the name");
    call.need(buffer, "the buffer");
    const auto value = stand_in::notesIniValue(call.runtime().notesIni(), name);
    stand_in::copyText(value.value_or(""), buffer,
                       std::min<std::size_t>(sizeLessOne + std::size_t{1}, maxEnvironmentValue));
    return value ? 1 : 0;
}

void OSSetEnvironmentVariable(const char* name, const char* value) noexcept {
    const Call call("OSSetEnvironmentVariable");
    call.need(name, "the name");
    call.need(value, "the value");
    stand_in::setNotesIniValue(call.runtime().notesIni(), name, value);
}

Word OSGetDataDirectory(char* path) noexcept {
    const Call call("OSGetDataDirectory");
    call.need(path, "the buffer");
    return static_cast<Word>(
        stand_in::copyText(stand_in::dataDirectory(call.runtime().notesIni()).string(), path, maxPath));
}

void OSGetExecutableDirectory(char* path) noexcept {
    const Call call("OSGetExecutableDirectory");
    call.need(path, "the buffer");
    stand_in::copyText(call.runtime().programDirectory().string(), path, maxPath);
}

} // namespace bes::domino::notes
