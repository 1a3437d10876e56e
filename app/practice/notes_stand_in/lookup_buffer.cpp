// SPDX-License-Identifier: Apache-2.0
#include "lookup_buffer.hpp"

#include <cstring>
#include <stdexcept>

#include "text_list.hpp"

namespace stand_in {
namespace {

struct Header {
    std::uint32_t mark;
    std::uint32_t size;  ///< with the header
    std::uint32_t count; ///< of names, matches or items
};

constexpr std::uint32_t bufferMark = 0x4E414D42, nameMark = 0x4E414D4E, matchMark = 0x4E414D4D;

std::string withHeader(std::uint32_t mark, std::size_t count, const std::string& content) {
    const Header header{mark, static_cast<std::uint32_t>(sizeof header + content.size()),
                        static_cast<std::uint32_t>(count)};
    return std::string(reinterpret_cast<const char*>(&header), sizeof header) + content;
}

Header headerAt(const char* place, std::uint32_t mark) {
    Header header{};
    if (place != nullptr)
        std::memcpy(&header, place, sizeof header);
    if (header.mark != mark)
        throw std::invalid_argument("a pointer into the buffer is wrong");
    return header;
}

std::uint16_t takeWord(const char*& place) {
    std::uint16_t word = 0;
    std::memcpy(&word, place, sizeof word);
    place += sizeof word;
    return word;
}

std::string matchBytes(const LookupMatch& match) {
    std::string content;
    for (const std::vector<std::string>& values : match) {
        appendWord(content, values.size());
        for (const std::string& value : values) {
            appendWord(content, value.size());
            content += value;
        }
    }
    return withHeader(matchMark, match.size(), content);
}

} // namespace

std::string lookupBuffer(const std::vector<LookupName>& names) {
    std::string content;
    for (const LookupName& name : names) {
        std::string matches;
        for (const LookupMatch& match : name)
            matches += matchBytes(match);
        content += withHeader(nameMark, name.size(), matches);
    }
    return withHeader(bufferMark, names.size(), content);
}

const char* nextName(const char* buffer, const char* previous, std::uint16_t& matches) {
    const Header all = headerAt(buffer, bufferMark);
    const char* next =
        previous == nullptr ? buffer + sizeof(Header) : previous + headerAt(previous, nameMark).size;
    if (next == buffer + all.size)
        return nullptr;
    matches = static_cast<std::uint16_t>(headerAt(next, nameMark).count);
    return next;
}

const char* nextMatch(const char* name, const char* previous) {
    const Header all = headerAt(name, nameMark);
    const char* next =
        previous == nullptr ? name + sizeof(Header) : previous + headerAt(previous, matchMark).size;
    return next == name + all.size ? nullptr : next;
}

bool textOfMatch(const char* match, std::size_t item, std::size_t member, std::string& text) {
    const Header header = headerAt(match, matchMark);
    const char* place = match + sizeof header;
    for (std::size_t i = 0; i < header.count; ++i) {
        const std::size_t members = takeWord(place);
        for (std::size_t j = 0; j < members; ++j) {
            const std::uint16_t length = takeWord(place);
            if (i == item && j == member) {
                text.assign(place, length);
                return true;
            }
            place += length;
        }
    }
    return false;
}

} // namespace stand_in
