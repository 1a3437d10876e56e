// SPDX-License-Identifier: Apache-2.0
#include "item_table.hpp"

#include "bytes.hpp"
#include "domino/notes_api.hpp"
#include "model/server.hpp"

namespace bes::probe {
namespace {

using domino::notes::ValueType;
using domino::notes::Word;

// u16 length of the table, u16 items; u16 name length and u16 value length of each; then names and values in
// turn. A value begins with its u16 type.
constexpr std::size_t headSize = 2 * sizeof(Word);
constexpr std::size_t itemSize = 2 * sizeof(Word);

std::optional<std::string_view> textOf(std::string_view value) {
    if (value.size() < sizeof(Word))
        return std::nullopt;
    const auto type = static_cast<ValueType>(valueAt<Word>(value.data()));
    value.remove_prefix(sizeof(Word));
    if (type == ValueType::text)
        return value;
    if (type != ValueType::textList || value.size() < 2 * sizeof(Word))
        return std::nullopt;
    const std::size_t count = valueAt<Word>(value.data());
    const std::size_t first = valueAt<Word>(value.data() + sizeof(Word));
    const std::size_t textAt = sizeof(Word) + count * sizeof(Word);
    if (count == 0 || textAt + first > value.size())
        return std::nullopt;
    return value.substr(textAt, first);
}

} // namespace

std::optional<std::string_view> textItem(const void* table, std::string_view name) {
    if (table == nullptr)
        return std::nullopt;
    const std::string_view bytes(static_cast<const char*>(table), valueAt<Word>(table));
    if (bytes.size() < headSize)
        return std::nullopt;
    const std::size_t items = valueAt<Word>(bytes.data() + sizeof(Word));
    std::size_t place = headSize + items * itemSize;
    if (place > bytes.size())
        return std::nullopt;
    for (std::size_t i = 0; i < items; ++i) {
        const char* const item = bytes.data() + headSize + i * itemSize;
        const std::size_t nameLength = valueAt<Word>(item);
        const std::size_t valueLength = valueAt<Word>(item + sizeof(Word));
        if (place + nameLength + valueLength > bytes.size())
            return std::nullopt;
        if (sameName(bytes.substr(place, nameLength), name))
            return textOf(bytes.substr(place + nameLength, valueLength));
        place += nameLength + valueLength;
    }
    return std::nullopt;
}

} // namespace bes::probe
