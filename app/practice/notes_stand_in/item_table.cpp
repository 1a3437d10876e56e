// SPDX-License-Identifier: Apache-2.0
#include "item_table.hpp"

#include "lmbcs.hpp"
#include "text_list.hpp"

namespace stand_in {
namespace {

using bes::domino::notes::ValueType;

std::string typed(ValueType type, const std::string& value) {
    std::string bytes;
    appendWord(bytes, static_cast<std::size_t>(type));
    return bytes + value;
}

template<typename Value>
std::string bytesOf(const Value& value) {
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

} // namespace

std::string textValue(const std::string& text) {
    return typed(ValueType::text, lmbcsOf(text));
}

std::string textListValue(const std::vector<std::string>& texts) {
    return typed(ValueType::textList, textList(texts));
}

std::string numberValue(double number) {
    return typed(ValueType::number, bytesOf(number));
}

std::string timeValue(bes::domino::notes::TimeDate time) {
    return typed(ValueType::time, bytesOf(time));
}

std::string itemTable(const std::vector<RawItem>& items) {
    std::string lengths, all;
    for (const auto& [name, value] : items) {
        appendWord(lengths, name.size());
        appendWord(lengths, value.size());
        all += name + value;
    }
    std::string bytes;
    appendWord(bytes, 4 + lengths.size() + all.size());
    appendWord(bytes, items.size());
    return bytes + lengths + all;
}

std::string valueTable(const std::vector<std::string>& values) {
    std::string lengths, all;
    for (const std::string& value : values) {
        appendWord(lengths, value.size());
        all += value;
    }
    std::string bytes;
    appendWord(bytes, 4 + lengths.size() + all.size());
    appendWord(bytes, values.size());
    return bytes + lengths + all;
}

} // namespace stand_in
