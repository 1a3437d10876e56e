// SPDX-License-Identifier: Apache-2.0
#include "text_list.hpp"

#include "bytes.hpp"

namespace bes::probe {

std::vector<std::string> readTextList(const domino::notes::Functions& api, const Memory& list) {
    const LockedMemory locked(api, list);
    if (locked.get() == nullptr)
        return {};
    const auto count = valueAt<domino::notes::Word>(locked.text());
    const char* lengths = locked.text() + sizeof(domino::notes::Word);
    const char* text = lengths + count * sizeof(domino::notes::Word);
    std::vector<std::string> entries;
    for (unsigned i = 0; i < count; ++i) {
        const auto length = valueAt<domino::notes::Word>(lengths + i * sizeof(domino::notes::Word));
        entries.emplace_back(text, length);
        text += length;
    }
    return entries;
}

} // namespace bes::probe
